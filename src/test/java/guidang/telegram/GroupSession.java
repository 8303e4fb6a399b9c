package guidang.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.Delivery;
import guidang.delivery.Pace;
import guidang.delivery.Time;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.playground.Transcript;
import guidang.playground.World;
import guidang.playground.World.Chat;
import guidang.playground.World.Person;
import guidang.reading.ArchiveReader;
import guidang.store.Store;

/**
 * The bot over a small archive, turned by hand: whatever was said before {@link #turn} is dealt with when it returns,
 * over HTTP both ways. Writes down what everybody sees.
 */
final class GroupSession implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2022-09-06T02:00:00Z");

    final BotApiServer server;
    final World world;
    final Store store;
    final Tidying tidying;
    Previewing previews = Previewing.NONE;
    Digests digests = Digests.NONE;
    private final Turned clock = new Turned();
    private final ArchiveIndex index;
    private final BotApi api;
    private final ReplyLog replies;
    private final Marking marking;
    private final Intake intake;
    private final Poller poller;
    private final Dispatch dispatch;
    private final Map<String, Chat> chats = new LinkedHashMap<>();
    private final Map<String, Map<Integer, String>> seen = new LinkedHashMap<>();
    private final StringBuilder log = new StringBuilder();

    /** A clock that tests turn; waiting turns it too. */
    static final class Turned extends Clock implements Time {
        private Instant now = BEGIN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }

    GroupSession(Path folder) throws IOException {
        server = new BotApiServer(clock);
        world = server.world();
        store = Store.open(folder.resolve("guidang.db"));
        index = ArchiveIndex.open(folder.resolve("index"), Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            new ArchiveReader(Path.of(System.getProperty("guidang.root", "."),
                    "src/test/resources/guidang/telegram/archive")).readChanged(Map.of(), update::put,
                            (done, total) -> {});
            update.commit();
        }
        Function<Request, Reply> conversation = new Conversation(new Answers(index, clock), clock,
                Language.SIMPLIFIED)::reply;
        api = new BotApi(Token.of(BotApiServer.TOKEN).orElseThrow(), URI.create(server.address().toString()), null);
        var delivery = new Delivery(Pace.unlimited(clock), clock);
        var buttons = new ButtonData(store.keptCommands());
        var speech = new Speech(buttons);
        var removal = new Removal(api, delivery, store.replies());
        replies = new ReplyLog(store.replies(), clock);
        dispatch = new Dispatch(api, delivery, speech, store.chats(), replies, new Unreachable(clock), new Tally(),
                clock);
        var courier = new Courier(api, delivery, speech, dispatch, removal);
        var links = new DeepLink(BotApiServer.NAME, store.keptCommands());
        var standings = new Standings(api, delivery, clock);
        var reader = new Addressed.Reader(BotApiServer.NAME);
        Function<Request, Reply> offering = conversation.andThen(new SubscribeButton());
        var groups = new GroupDesk(offering, buttons, BotApiServer.NAME, reader, store, replies, standings, clock);
        var places = new PlaceDesk(offering, buttons, links, reader, new Rights(store.chats(), standings), store,
                subscription -> previews.of(subscription), (chat, message) -> digests.told(chat, message),
                new Files(api, delivery), clock);
        var handler = courier.asking(
                places.before(new Desk(offering, buttons, links, groups, replies, clock)::of));
        tidying = new Tidying(removal, store, clock, clock);
        marking = new Marking(store, clock);
        intake = new Intake(store.inbox(), new IncomingReader(BotApiServer.BOT, BotApiServer.NAME),
                (incoming, waiting) -> handler, marking, clock, clock);
        poller = new Poller(api, clock, intake, new WebhookRegistration(api, delivery, store.facts()),
                marking.trouble(), Duration.ZERO);
    }

    /** Shows a chat in what is written down from here on. */
    void watch(String name, Chat chat) {
        chats.put(name, chat);
        seen.put(name, new TreeMap<>());
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.sleep(time);
    }

    /** Deals with everything that was said. */
    void turn() throws InterruptedException {
        do {
            poller.once();
            RunningBot.until(() -> intake.active() == 0);
        } while (world.unconfirmed() > 0);
    }

    /** A line for people. */
    void tell(String what) {
        log.append(log.isEmpty() ? "" : "\n").append("==== ").append(what).append('\n');
    }

    /** Deals with everything, and writes down what changed in the chats that are watched. */
    void show() throws InterruptedException {
        turn();
        chats.forEach((name, chat) -> {
            Map<Integer, String> before = seen.getOrDefault(name, Map.of());
            var now = new TreeMap<Integer, String>();
            for (ObjectNode message : world.messages(chat)) {
                now.put(message.get("message_id").asInt(), Transcript.of(message));
            }
            List<String> lines = new ArrayList<>();
            now.forEach((id, text) -> {
                if (!text.equals(before.get(id))) {
                    lines.add(text);
                }
            });
            before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> lines.add("#" + id + " is gone"));
            if (!lines.isEmpty()) {
                log.append("-- ").append(name).append('\n').append(String.join("\n", lines)).append('\n');
            }
            seen.put(name, now);
        });
    }

    /** Writes down, and deals with, that somebody presses a button. */
    JsonNode press(Person person, Chat chat, int message, String label) throws InterruptedException {
        tell(person.name() + " presses [" + label + "] of #" + message);
        String query = world.press(person, chat, message, label);
        show();
        JsonNode answer = world.pressAnswer(query);
        if (answer != null && answer.has("text")) {
            log.append(answer.path("show_alert").asBoolean() ? "-- alert: " : "-- for a moment: ")
                    .append(answer.get("text").asText()).append('\n');
        }
        if (answer != null && answer.has("url")) {
            log.append("-- the private chat opens\n");
        }
        return answer;
    }

    void say(Person person, Chat chat, String text, int answers, int topic) throws InterruptedException {
        tell(person.name() + ": " + text);
        world.say(person, chat, text, answers, topic);
        show();
    }

    void post(Chat channel, String text) throws InterruptedException {
        tell("posted: " + text);
        world.post(channel, text);
        show();
    }

    void file(Person person, Chat chat, String name, String content, String caption) throws InterruptedException {
        tell(person.name() + " sends " + name + (caption.isEmpty() ? "" : ": " + caption));
        world.sendFile(person, chat, name, content, caption);
        show();
    }

    /** The bot says something of itself. */
    void says(Chat chat, Message message, Language language) throws InterruptedException {
        tell("the bot has something to tell");
        Incoming.Kind kind = chat.id() > 0 ? Incoming.Kind.PRIVATE : Incoming.Kind.GROUP;
        dispatch.say(new Act.Say(new Incoming.Chat(chat.id(), kind, null), 0, 0, message, language));
        show();
    }

    /** The text of the last message of a chat. */
    String last(Chat chat) {
        return world.messages(chat).getLast().path("text").asText();
    }

    int lastId(Chat chat) {
        return world.messages(chat).getLast().path("message_id").asInt();
    }

    /** The labels of the buttons of the last message. */
    List<String> labels(Chat chat) {
        List<String> labels = new ArrayList<>();
        world.messages(chat).getLast().path("reply_markup").path("inline_keyboard")
                .forEach(row -> row.forEach(key -> labels.add(key.path("text").asText())));
        return labels;
    }

    /** The payload of the last message's button that opens the private chat. */
    String payload(JsonNode message) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode key : row) {
                String url = key.path("url").asText("");
                if (url.contains("?start=")) {
                    return url.substring(url.indexOf("?start=") + "?start=".length());
                }
            }
        }
        throw new AssertionError("no such button");
    }

    /** What was written down, names of kept commands left out. */
    String log() {
        return log.toString().lines().map(line -> line.replaceAll("g_[A-Za-z0-9_-]{16}", "g_…")
                .replaceAll("q_[A-Za-z0-9_-]{16}", "q_…"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public void close() throws IOException {
        api.close();
        try {
            intake.finish(Duration.ofSeconds(1));
            replies.close();
            marking.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.close();
        store.close();
        server.close();
    }
}
