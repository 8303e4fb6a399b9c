package guidang.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.playground.World.Chat;
import guidang.playground.World.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two people, an admin and a group, read as text. {@code -Dgolden.update=true} rewrites the file. */
class GoldenGroupTest {
    private static final Path FILE = Path.of(System.getProperty("guidang.root", "."),
            "src/test/resources/guidang/telegram/group.txt");

    @TempDir
    Path folder;

    @Test
    void a_group_reads_as_it_is_kept() throws Exception {
        try (var session = new GroupSession(folder)) {
            play(session);
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(FILE, session.log());
            }
            assertEquals(Files.readString(FILE), session.log());
        }
    }

    private static void play(GroupSession session) throws InterruptedException {
        var world = session.world;
        Person chief = world.person(1, "群主", "zh-hans");
        Person ann = world.person(2, "安", "zh-hans");
        Person bo = world.person(3, "博", "en");
        Chat group = world.group(-100, "北港街坊", chief, ann, bo);
        world.topic(group, 50);
        session.watch("group", group);
        session.watch("博 privately", world.privately(bo));
        session.watch("群主 privately", world.privately(chief));

        session.tell("群主 lets the bot in");
        world.bot(group, chief, "left");
        session.turn();
        world.bot(group, chief, "member");
        session.show();

        session.say(ann, group, "大家早，轮渡今天还开吗", 0, 0);
        session.say(ann, group, "/weather@other_bot 北港", 0, 0);
        session.say(ann, group, "/search@guidang_bot 恢复载客", 0, 0);
        int reply = session.lastId(group);
        session.press(bo, group, reply, "看全文");
        session.press(ann, group, reply, "看全文");
        session.press(bo, group, reply, "移除");
        session.say(bo, group, "@guidang_bot 北港轮渡什么时候复航？", 0, 50);
        session.say(bo, group, "我记得 2021年9月 南湾大桥 还不让货车走", 0, 50);
        session.say(ann, group, "/search", session.lastId(group), 50);
        session.say(bo, group, "你看这个 https://wanbao.example/a/88", 0, 0);
        session.say(ann, group, "@guidang_bot", session.lastId(group), 0);
        session.say(bo, group, "中午吃什么好呢", 0, 0);
        session.say(ann, group, "/search", session.lastId(group), 0);
        session.say(ann, group, "那票价呢", session.lastId(group), 0);
        int askedOn = session.lastId(group);

        session.tell("博 opens the private chat by [私聊查看] of #" + reply);
        String payload = session.payload(world.messages(group).stream()
                .filter(message -> message.path("message_id").asInt() == reply).findFirst().orElseThrow());
        world.say(bo, world.privately(bo), "/start " + payload);
        session.show();
        session.press(bo, world.privately(bo), session.lastId(world.privately(bo)), "Post it in the group");

        session.say(ann, group, "/settings", 0, 0);
        session.say(chief, group, "/settings", 0, 50);
        int settings = session.lastId(group);
        session.press(ann, group, settings, "安静");
        session.press(chief, group, settings, "1 小时");
        session.press(chief, group, settings, "安静");
        session.say(ann, group, "/search 票价", 0, 50);
        session.press(chief, group, settings, "繁體中文");
        session.press(chief, group, settings, "關閉");
        session.say(ann, group, "/timeline 北港轮渡", 0, 0);
        session.press(chief, group, askedOn, "移除");

        session.tell("an hour passes");
        session.pass(Duration.ofMinutes(61));
        session.tidying.runOnce();
        session.show();

        session.tell("the group does not let the bot write");
        world.mayWrite(group, false);
        session.say(bo, group, "/search 票价", 0, 0);
        world.mayWrite(group, true);

        session.tell("the group becomes a supergroup");
        Chat moved = world.move(group, -200);
        session.watch("supergroup", moved);
        session.show();
        session.say(bo, moved, "/search 票价", 0, 0);
        session.tell("群主 throws the bot out");
        world.bot(moved, chief, "kicked");
        session.show();
    }
}
