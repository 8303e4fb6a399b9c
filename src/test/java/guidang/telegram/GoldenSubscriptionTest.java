package guidang.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.message.Composer;
import guidang.message.Language;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;
import guidang.subscription.Preview;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Subscriptions in private, in a group and in a channel, read as text. {@code -Dgolden.update=true} rewrites the file. */
class GoldenSubscriptionTest {
    private static final Path FILE = Path.of(System.getProperty("guidang.root", "."),
            "src/test/resources/guidang/telegram/subscriptions.txt");
    private static final LocalDate DAY = LocalDate.of(2021, 9, 6);
    private static final Brief CHANGE = new Brief(Change.Kind.EVENT_ADDED, "北港轮渡.md", "", "北港轮渡", "复航", "",
            new When(DAY, DAY, When.Precision.DAY, When.Relation.ON, false, "2021年9月6日", When.Basis.STATED), "",
            "2021年9月6日，北港轮渡恢复载客，首班船早上六点开出。", List.of(), "", "", Instant.parse("2022-09-01T02:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void subscriptions_read_as_they_are_kept() throws Exception {
        try (var session = new GroupSession(folder)) {
            session.previews = subscription -> Optional.of(preview(subscription));
            session.digests = (chat, message) -> java.util.Collections.nCopies(30, CHANGE);
            play(session);
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(FILE, session.log());
            }
            assertEquals(Files.readString(FILE), session.log());
        }
    }

    private static Preview preview(Subscription subscription) {
        boolean known = subscription.subject() instanceof Subject.Search;
        return new Preview(known ? 3 : 0, LocalDate.of(2022, 6, 8), LocalDate.of(2022, 9, 6), Preview.Basis.CHANGES,
                known ? List.of(CHANGE) : List.of());
    }

    private static void play(GroupSession session) throws InterruptedException {
        var world = session.world;
        Person ann = world.person(2, "安", "zh-hans");
        Person bo = world.person(3, "博", "en");
        Person chen = world.person(4, "陳", "zh-hant");
        Chat annAlone = world.privately(ann);
        Chat boAlone = world.privately(bo);
        Chat chenAlone = world.privately(chen);
        session.watch("安 privately", annAlone);
        session.watch("博 privately", boAlone);
        session.watch("陳 privately", chenAlone);

        session.say(ann, annAlone, "/subscribe", 0, 0);
        session.say(ann, annAlone, "/search 恢复载客", 0, 0);
        session.press(ann, annAlone, session.lastId(annAlone), "订阅");
        session.press(ann, annAlone, session.lastId(annAlone), "出处");
        session.press(ann, annAlone, session.lastId(annAlone), "✓ 订阅");
        session.pass(Duration.ofSeconds(1));
        session.say(ann, annAlone, "订阅 北港轮渡", 0, 0);
        session.press(ann, annAlone, session.lastId(annAlone), "只要条目");
        session.press(ann, annAlone, session.lastId(annAlone), "✓ 订阅");
        session.say(ann, annAlone, "/subscribe page:北港轮渡", 0, 0);
        session.say(ann, annAlone, "/subscriptions", 0, 0);
        session.press(ann, annAlone, session.lastId(annAlone), "2");
        session.press(ann, annAlone, session.lastId(annAlone), "更正");
        session.press(ann, annAlone, session.lastId(annAlone), "返回");
        Subscription first = session.store.subscriptions().all().getFirst();
        session.says(annAlone, new Composer().notice(List.of(CHANGE), first.id(), Language.SIMPLIFIED),
                Language.SIMPLIFIED);
        int notice = session.lastId(annAlone);
        session.press(ann, annAlone, notice, "看全文");
        session.press(ann, annAlone, notice, "不再通知");
        session.press(ann, annAlone, session.lastId(annAlone), "撤销");
        session.says(annAlone, new Composer().digest(java.util.Collections.nCopies(30, CHANGE), 0,
                Language.SIMPLIFIED), Language.SIMPLIFIED);
        session.say(ann, annAlone, "取消订阅 北港轮渡", 0, 0);

        session.say(bo, boAlone, "subscribe to tag:交通", 0, 0);
        session.press(bo, boAlone, session.lastId(boAlone), "✓ Subscribe");
        session.press(bo, boAlone, session.lastId(boAlone), "How I am told");
        session.press(bo, boAlone, session.lastId(boAlone), "weekly");
        session.press(bo, boAlone, session.lastId(boAlone), "Wed");
        session.press(bo, boAlone, session.lastId(boAlone), "18:00");
        session.press(bo, boAlone, session.lastId(boAlone), "22:00–08:00");
        session.press(bo, boAlone, session.lastId(boAlone), "Time zone");
        session.press(bo, boAlone, session.lastId(boAlone), "Tokyo");
        session.press(bo, boAlone, session.lastId(boAlone), "Pause a week");
        session.say(bo, boAlone, "/settings zone berlin", 0, 0);
        session.say(bo, boAlone, "/settings zone atlantis", 0, 0);
        session.say(bo, boAlone, "/subscriptions", 0, 0);
        session.say(bo, boAlone, "/export", 0, 0);
        String exported = world.file("file-0");

        session.file(chen, chenAlone, "guidang-subscriptions.json", exported == null ? "" : exported, "");
        session.file(chen, chenAlone, "list.json", """
                {"guidang":1,"subscriptions":[
                {"subject":"tag:交通","kinds":["ADDED"]},
                {"subject":"","kinds":["ADDED"]},
                {"subject":"*","kinds":["WHATEVER"]},
                {"subject":"南湾大桥","kinds":["ADDED"]}]}""", "/import");
        session.file(chen, chenAlone, "notes.json", "[1, 2", "/import");
        session.say(chen, chenAlone, "/subscriptions", 0, 0);
        session.say(chen, chenAlone, "/forget", 0, 0);
        session.press(chen, chenAlone, session.lastId(chenAlone), "全部刪除");
        session.say(chen, chenAlone, "/subscriptions", 0, 0);

        Person chief = world.person(1, "群主", "zh-hans");
        Chat group = world.group(-100, "北港街坊", chief, ann, bo);
        world.topic(group, 50);
        session.watch("group", group);
        session.say(bo, group, "/subscribe 北港轮渡", 0, 50);
        session.say(chief, group, "@guidang_bot 订阅 北港轮渡", 0, 50);
        int asked = session.lastId(group);
        session.press(bo, group, asked, "✓ 订阅");
        session.press(chief, group, asked, "✓ 订阅");
        session.say(chief, group, "/unsubscribe 1", 0, 0);
        session.say(chief, group, "/unsubscribe 1", 0, 50);
        session.says(group, new Composer().notice(List.of(CHANGE), first.id(), Language.SIMPLIFIED),
                Language.SIMPLIFIED);
        session.press(bo, group, session.lastId(group), "看全文");

        Chat channel = world.channel(-500, "北港快讯", chief);
        session.watch("channel", channel);
        session.post(channel, "今天轮渡停航");
        session.post(channel, "/subscribe *");
        session.press(bo, channel, session.lastId(channel), "✓ 订阅");
        session.press(chief, channel, session.lastId(channel), "✓ 订阅");
        session.post(channel, "/subscriptions");
    }
}
