package guidang.telegram;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.message.Composer;
import guidang.message.Language;
import guidang.playground.World;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;
import guidang.store.ChatSettings;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceDeskTest {
    @TempDir
    Path folder;
    private GroupSession session;
    private World world;
    private Person chief;
    private Person ann;
    private Chat alone;

    @BeforeEach
    void open() throws Exception {
        session = new GroupSession(folder);
        world = session.world;
        chief = world.person(1, "群主", "zh-hans");
        ann = world.person(2, "安", "zh-hans");
        alone = world.privately(ann);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
    }

    private void fill(int many) {
        for (int i = 0; i < many; i++) {
            session.store.subscriptions().save(new Subscription(Subscriptions.newId(), new Place(2, 0),
                    new Subject.Search("词" + i), Wanted.usual()), Instant.ofEpochSecond(i));
        }
    }

    private List<Subscription> all() {
        return session.store.subscriptions().all();
    }

    @Test
    void a_place_has_at_most_a_hundred() throws Exception {
        fill(99);
        session.say(ann, alone, "/subscribe 轮渡", 0, 0);
        int first = session.lastId(alone);
        session.say(ann, alone, "/subscribe 大桥", 0, 0);
        session.press(ann, alone, first, "✓ 订阅");
        session.press(ann, alone, session.lastId(alone), "✓ 订阅");
        assertEquals(100, all().size());
        assertTrue(session.last(alone).contains("100"));
        session.say(ann, alone, "/subscriptions", 0, 0);
        session.press(ann, alone, session.lastId(alone), "▶");
        assertTrue(session.last(alone).contains("9. "));
    }

    @Test
    void a_text_that_is_too_long_is_not_taken() throws Exception {
        session.say(ann, alone, "/subscribe " + "长".repeat(201), 0, 0);
        assertTrue(session.last(alone).contains("200"));
        assertEquals(List.of(), session.labels(alone));
    }

    @Test
    void pressing_twice_subscribes_once() throws Exception {
        session.say(ann, alone, "/subscribe 轮渡", 0, 0);
        int asked = session.lastId(alone);
        String data = world.messages(alone).getLast().path("reply_markup").path("inline_keyboard").path(0).path(0)
                .path("callback_data").asText();
        session.press(ann, alone, asked, "✓ 订阅");
        world.pressed(ann, world.messages(alone).getLast(), data);
        session.turn();
        assertEquals(1, all().size());
    }

    @Test
    void what_was_subscribed_in_a_language_is_told_in_it() throws Exception {
        Person sam = world.person(903, "Sam", "en");
        Chat his = world.privately(sam);
        session.say(sam, his, "/subscribe ferry", 0, 0);
        session.press(sam, his, session.lastId(his), "Subscribe");
        assertEquals(java.util.Optional.of("en"), session.store.chats().toldIn(his.id()));
        assertEquals(java.util.Optional.empty(), session.store.chats().toldIn(alone.id()));
    }

    @Test
    void the_owner_alone_subscribes_where_only_the_owner_changes_settings() throws Exception {
        Chat group = world.group(-100, "街坊", chief, ann);
        world.rank(group, ann, "administrator");
        session.store.chats().save(group.id(),
                new ChatSettings(null, ChatSettings.ChangedBy.CREATOR, ChatSettings.Length.SHORT, 0), session.now());
        session.say(ann, group, "/subscribe 轮渡", 0, 0);
        assertEquals("只有群主能改订阅。", session.last(group));
        session.say(chief, group, "/subscribe 轮渡", 0, 0);
        assertTrue(session.labels(group).contains("✓ 订阅"));
    }

    @Test
    void nothing_is_said_about_it_where_the_bot_keeps_quiet() throws Exception {
        Chat group = world.group(-100, "街坊", chief, ann);
        session.store.chats().quiet(group.id(), 0, true);
        session.say(ann, group, "/subscribe 轮渡", 0, 0);
        assertEquals("/subscribe 轮渡", session.last(group));
    }

    @Test
    void an_edit_subscribes_to_nothing() throws Exception {
        session.say(ann, alone, "/search 复航", 0, 0);
        int asked = session.lastId(alone) - 1;
        world.edit(ann, alone, asked, "/subscribe 轮渡");
        session.turn();
        assertTrue(session.last(alone).startsWith("复航"));
    }

    @Test
    void pages_of_many_changes_turn() throws Exception {
        List<Brief> many = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new Brief(Change.Kind.EVENT_ADDED, i + ".md", "", "条目" + i, "", "", null, "", "说了" + i,
                        List.of(), "", "", Instant.EPOCH))
                .toList();
        session.digests = (chat, message) -> many;
        session.says(alone, new Composer().digest(many, 0, Language.SIMPLIFIED), Language.SIMPLIFIED);
        session.press(ann, alone, session.lastId(alone), "下一页");
        assertTrue(session.last(alone).contains("条目8"));
        session.digests = Digests.NONE;
        assertTrue(session.press(ann, alone, session.lastId(alone), "下一页").path("show_alert").asBoolean());
    }

    @Test
    void a_file_comes_back_as_it_went() throws Exception {
        fill(30);
        session.say(ann, alone, "/settings zone 台北", 0, 0);
        session.say(ann, alone, "/export", 0, 0);
        String file = world.file("file-0");
        List<Subject> before = all().stream().map(Subscription::subject).toList();
        session.say(ann, alone, "/forget", 0, 0);
        session.press(ann, alone, session.lastId(alone), "全部删除");
        assertEquals(0, all().size());
        session.file(ann, alone, "x.json", file == null ? "" : file, "/import");
        assertEquals(before, all().stream().map(Subscription::subject).toList());
        assertEquals("Asia/Taipei",
                session.store.subscriptions().settings(new Place(2, 0)).orElseThrow().zone().getId());
    }

    @Test
    void a_file_that_is_too_big_or_newer_changes_nothing() throws Exception {
        session.file(ann, alone, "x.json", "x".repeat(300_000), "/import");
        assertTrue(session.last(alone).contains("256"));
        session.file(ann, alone, "x.json", "{\"guidang\":2,\"subscriptions\":[]}", "/import");
        assertTrue(session.last(alone).contains("更新的版本"));
        session.file(ann, alone, "photo.json", "{}", "");
        assertEquals("", world.messages(alone).getLast().path("text").asText(), "a file without words is no question");
        assertEquals(0, all().size());
    }
}
