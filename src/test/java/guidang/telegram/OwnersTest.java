package guidang.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.archive.EntryPath;
import guidang.archive.Problem;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.OwnerText;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.playground.World.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What owners can do that others cannot, and who is let in at all. */
@Timeout(60)
class OwnersTest {
    @TempDir
    Path folder;

    @Test
    void an_owner_sees_how_it_is_reads_again_and_pages_through_problems() throws Exception {
        var care = new TelegramBot.Care(protection(null), new House());
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, OwnersTest::echo, care)) {
            World world = server.world();
            Person owner = world.person(1, "Ann", "en");
            World.Chat chat = world.privately(owner);
            String status = said(bot, world, owner, "/status");
            assertTrue(status.contains("Version 1.2.3") && status.contains("841 entries"), status);
            assertEquals("The archive was read again: 842 entries, 20 problems.", said(bot, world, owner, "/reload"));
            ObjectNode problems = bot.next(chat, () -> world.say(owner, chat, "/problems"));
            assertTrue(problems.path("text").asText().contains("a/0.md:1"), problems.toString());
            int id = problems.path("message_id").asInt();
            world.press(owner, chat, id, "Next");
            RunningBot.until(() -> world.messages(chat).getLast().path("text").asText().contains("a/8.md"));
            assertFalse(world.messages(chat).getLast().path("text").asText().contains("a/0.md"));
        }
    }

    @Test
    void owners_are_told_of_a_standstill_and_nobody_else_is() throws Exception {
        var care = new TelegramBot.Care(protection(null), null);
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, OwnersTest::echo, care)) {
            World world = server.world();
            Person owner = world.person(1, "Ann", "en");
            Person other = world.person(2, "Bo", "en");
            said(bot, world, owner, "hello");
            said(bot, world, other, "hello");
            Message words = OwnerText.stands(OwnerText.Watch.ARCHIVE, Duration.ofMinutes(6), Language.ENGLISH);
            bot.bot().tellOwners(words);
            assertEquals("⚠️ Standing still: reading the archive, for 6min. "
                    + "The log says why; guidang doctor tells what to do.",
                    world.messages(world.privately(owner)).getLast().path("text").asText());
            assertEquals("echo hello", world.messages(world.privately(other)).getLast().path("text").asText());
            bot.bot().protect(new Protection(20, 40, 60, Set.of(), Set.of(), Set.of(2L), null));
            bot.bot().tellOwners(words);
            assertTrue(world.messages(world.privately(other)).getLast().path("text").asText().startsWith("⚠️"));
        }
    }

    @Test
    void an_owner_sees_the_numbers_of_updates_that_were_set_aside() throws Exception {
        var care = new TelegramBot.Care(protection(null), new House());
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, request -> {
            if (request.text().equals("poison")) {
                throw new IllegalStateException();
            }
            return echo(request);
        }, care)) {
            World world = server.world();
            Person owner = world.person(1, "Ann", "en");
            Person other = world.person(2, "Bo", "en");
            assertFalse(said(bot, world, owner, "/problems").contains("by number"));
            world.nextUpdate(700_123);
            world.say(other, world.privately(other), "poison");
            said(bot, world, other, "well");
            String problems = said(bot, world, owner, "/problems");
            assertTrue(problems.contains("by number (the log says why): 700123"), problems);
        }
    }

    @Test
    void to_others_these_commands_are_unknown() throws Exception {
        var care = new TelegramBot.Care(protection(null), new House());
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, OwnersTest::echo, care)) {
            Person other = server.world().person(2, "Bo", "en");
            assertEquals("echo /status", said(bot, server.world(), other, "/status"));
            assertEquals("echo /reload", said(bot, server.world(), other, "/reload"));
        }
    }

    @Test
    void only_members_are_answered_and_others_are_shown_the_way_in() throws Exception {
        var care = new TelegramBot.Care(protection("@The_Club"), null);
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, OwnersTest::echo, care)) {
            World world = server.world();
            Person member = world.person(3, "Cy", "en");
            Person stranger = world.person(4, "Di", "en");
            world.group(-9, "The_Club", world.person(1, "Ann", "en"), member);
            assertEquals("echo x", said(bot, world, member, "x"));
            assertEquals("echo y", said(bot, world, member, "y"));
            World.Chat chat = world.privately(stranger);
            ObjectNode refusal = bot.next(chat, () -> world.say(stranger, chat, "x"));
            assertEquals("https://t.me/The_Club",
                    refusal.at("/reply_markup/inline_keyboard/0/0/url").asText());
            assertEquals(2, server.calls("getChatMember").size(), "asked once for each person");
            assertEquals("echo z", said(bot, world, world.person(1, "Ann", "en"), "z"));
        }
    }

    @Test
    void who_asks_too_much_hears_so_once() throws Exception {
        var care = new TelegramBot.Care(new Protection(3, 40, 60, Set.of(), Set.of(), Set.of(), null), null);
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, OwnersTest::echo, care)) {
            World world = server.world();
            Person eve = world.person(5, "Eve", "en");
            World.Chat chat = world.privately(eve);
            bot.next(chat, () -> {
                for (int i = 0; i < 12; i++) {
                    world.say(eve, chat, "x" + i);
                }
            });
            RunningBot.until(() -> world.messages(chat).size() == 16 && world.unconfirmed() == 0);
            List<String> said = texts(world, chat);
            assertEquals(List.of("echo x0", "echo x1", "echo x2"),
                    said.stream().filter(text -> text.startsWith("echo")).toList());
            assertEquals(1, said.stream().filter(text -> text.contains("wait a minute")).count(), said::toString);
        }
    }

    @Test
    void too_much_is_said_before_the_answers_that_still_wait() throws Exception {
        var care = new TelegramBot.Care(new Protection(3, 40, 60, Set.of(), Set.of(), Set.of(), null), null);
        var slow = new CountDownLatch(1);
        try (var server = new BotApiServer(); var bot = RunningBot.with(server, folder, request -> {
            try {
                slow.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return echo(request);
        }, care)) {
            World world = bot.world;
            Person eve = world.person(5, "Eve", "en");
            World.Chat chat = world.privately(eve);
            for (int i = 0; i < 5; i++) {
                world.say(eve, chat, "x" + i);
            }
            RunningBot.until(() -> texts(world, chat).size() == 1);
            assertTrue(texts(world, chat).getFirst().contains("wait a minute"));
            slow.countDown();
            RunningBot.until(() -> texts(world, chat).size() == 4);
        }
    }

    private static List<String> texts(World world, World.Chat chat) {
        return world.messages(chat).stream().filter(message -> message.path("from").path("is_bot").asBoolean())
                .map(message -> message.path("text").asText()).toList();
    }

    private static String said(RunningBot bot, World world, Person person, String text) throws InterruptedException {
        World.Chat chat = world.privately(person);
        return bot.next(chat, () -> world.say(person, chat, text)).path("text").asText();
    }

    private static Protection protection(@Nullable String membersOf) {
        return new Protection(20, 40, 60, Set.of(), Set.of(), Set.of(1L), membersOf);
    }

    private static Reply echo(Request request) {
        return new Reply(new Message("echo " + request.text(), List.of(), List.of()), null, Language.ENGLISH);
    }

    private static final class House implements Upkeep {
        private int entries = 841;

        @Override
        public State state() {
            return new State("1.2.3", entries, 9_000, Instant.now(), problems().size());
        }

        @Override
        public List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            for (int i = 0; i < 20; i++) {
                problems.add(new Problem(new EntryPath("a/" + i + ".md"), i + 1, Problem.Code.UNREADABLE, List.of()));
            }
            return problems;
        }

        @Override
        public State reload() {
            entries++;
            return state();
        }
    }
}
