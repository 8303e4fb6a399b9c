package guidang.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.delivery.Composing;
import guidang.delivery.Delivery;
import guidang.delivery.NoticePump;
import guidang.delivery.Outcome;
import guidang.delivery.Pace;
import guidang.delivery.Sender;
import guidang.delivery.TurnedTime;
import guidang.message.Language;
import guidang.message.Message;
import guidang.playground.BotApiServer;
import guidang.playground.Faults.Fault;
import guidang.playground.World.Person;
import guidang.store.Findings;
import guidang.store.LostPlaces;
import guidang.store.Outbox.Counts;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Ten changes told to each of ten thousand chats over HTTP, at Telegram's own limits, one call in fifty going wrong, on a
 * turned clock that stands still while anything is under way. {@code -Dfanout=N} sets the number of notices.
 */
@Tag("long")
class FanOutTest {
    private static final int EACH = 10;
    private static final int CHATS = Integer.getInteger("fanout", 100_000) / EACH;
    private static final int AT_WORK = 128;

    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T00:00:00Z"));
    private final Map<String, Integer> arrived = new HashMap<>();
    private final AtomicInteger doubts = new AtomicInteger();
    private long calls;
    private Duration last = Duration.ZERO;
    private Duration nearlyAll = Duration.ZERO;

    @Test
    @Timeout(1_200)
    void a_hundred_thousand_notices_go_out_at_the_rate_that_is_allowed_and_none_is_lost() throws Exception {
        long begun = System.nanoTime();
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "guidang")
                : Files.createTempDirectory("guidang");
        try (var server = new BotApiServer(time); Store store = Store.open(folder.resolve("guidang.db"))) {
            server.recording(false);
            server.limited(true);
            server.listener(this::heard);
            server.world().holdLittle(1);
            populate(server, store);
            server.faults().often(0.02, new Random(5), new Fault.TooMany(3), new Fault.TooMany(30),
                    new Fault.Broken(500), new Fault.Html(502), new Fault.Dropped(), new Fault.Slow(3),
                    new Fault.Cut());
            try (var api = new BotApi(Token.of(BotApiServer.TOKEN).orElseThrow(), server.address(), null)) {
                Pace pace = Pace.limited(time);
                var sender = new Doubting(new NoticeSender(api, new Delivery(pace, time),
                        new Speech(new ButtonData(store.keptCommands())), new Tally(), time));
                var pump = new NoticePump(store, composing(), sender, time, Language.ENGLISH, ZoneOffset.UTC);
                run(pump, pace, store);
                pump.close(Duration.ofSeconds(1));
            }
            report(server, store, begun);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void populate(BotApiServer server, Store store) {
        List<Findings.Telling> tellings = new ArrayList<>();
        for (int i = 1; i <= CHATS; i++) {
            Person person = server.world().person(i, "P" + i, "en");
            long chat = i % 5 == 0 ? server.world().group(-1_000_000 - i, "G" + i, person).id() : i;
            var place = new Place(chat, 0);
            store.subscriptions().save(new Subscription(Subscriptions.newId(), place, new Subject.Everything(),
                    Wanted.usual()), Instant.EPOCH);
            for (int number = 0; number < EACH; number++) {
                tellings.add(new Findings.Telling(place, number, "s"));
            }
        }
        List<Findings.Found> found = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
            found.add(new Findings.Found(new Brief(Change.Kind.EVENT_ADDED, number + ".md", "", "A", "", "e" + number,
                    null, "", "It happened.", List.of(), "", "", Instant.EPOCH), ""));
        }
        store.findings().commit(new Findings.Finding(Instant.EPOCH, found, List.of(), List.of(), List.of(), tellings,
                true));
    }

    private void run(NoticePump pump, Pace pace, Store store) throws InterruptedException {
        while (true) {
            if (pump.active() < AT_WORK && pump.begin() == 0 && pump.active() == 0) {
                Counts counts = store.outbox().counts();
                if (counts.waiting() + counts.sending() == 0) {
                    return;
                }
                time.turnTo(time.passed().plusMillis(500));
            }
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            for (int asleep = time.asleep(); pump.active() - pace.queued() > asleep; asleep = time.asleep()) {
                Thread.sleep(Duration.ofNanos(30_000));
                assertTrue(System.nanoTime() < end, () -> "stuck: " + pump.active() + " " + pace.queued());
            }
            if (pump.active() > 0) {
                time.turnTo(time.nextWaking());
            }
        }
    }

    private synchronized void heard(BotApiServer.ApiCall call) {
        calls++;
        if (call.error() == 0) {
            arrived.merge(call.parameters().path("chat_id").asText() + " " + call.parameters().path("text").asText(),
                    1, Integer::sum);
            last = time.passed();
            if (arrived.size() * 100L <= 99L * CHATS * EACH) {
                nearlyAll = last;
            }
        }
    }

    private void report(BotApiServer server, Store store, long begun) {
        int notices = CHATS * EACH;
        int doubled = arrived.values().stream().mapToInt(count -> count - 1).sum();
        int lost = notices - arrived.size();
        Counts counts = store.outbox().counts();
        double allowed = 30;
        double rate = notices * 0.99 / (nearlyAll.toMillis() / 1e3);
        System.out.printf(Locale.ROOT, "%,d notices to %,d chats in %,.1f s of the turned clock (%.0f s of this "
                + "machine), %,d calls, %,d faults%n", notices, CHATS, last.toMillis() / 1e3,
                (System.nanoTime() - begun) / 1e9, calls, server.faults().injected());
        System.out.printf(Locale.ROOT, "arrived %.2f a second (%.1f %% of %.0f), calls %.2f a second, over a limit "
                + "%d%n", rate, 100 * rate / allowed, allowed, calls / (last.toMillis() / 1e3), server.tooFast());
        System.out.printf(Locale.ROOT, "lost %d, doubled %d, ambiguities %d; %s%n", lost, doubled, doubts.get(),
                counts);
        assertEquals(0, server.tooFast());
        assertTrue(lost <= counts.unknown(), "lost and told to nobody: " + lost);
        assertTrue(doubled <= doubts.get(), doubled + " doubled");
        assertEquals(0, counts.failed());
        assertTrue(rate >= 0.97 * allowed, "rate " + rate);
    }

    private static Composing composing() {
        return new Composing() {
            @Override
            public Message notice(List<Brief> ofOneEntry, String subscription, Language language) {
                return new Message(ofOneEntry.getFirst().event(), List.of(), List.of());
            }

            @Override
            public Message digest(List<Brief> all, Language language) {
                throw new AssertionError("a digest");
            }
        };
    }

    /** Counts the calls of which nobody knows what became of them. */
    private final class Doubting implements Sender {
        private final Sender sender;

        Doubting(Sender sender) {
            this.sender = sender;
        }

        @Override
        public Outcome<Long> send(Place place, Message message, Language language, How how)
                throws InterruptedException {
            Outcome<Long> outcome = sender.send(place, message, language, how);
            doubts.addAndGet(outcome instanceof Outcome.Unsure ? 1 : 0);
            return outcome;
        }

        @Override
        public Outcome<Long> edit(Place place, long message, Message instead, Language language, BooleanSupplier begin)
                throws InterruptedException {
            return sender.edit(place, message, instead, language, begin);
        }

        @Override
        public Optional<LostPlaces.Reason> closed(Outcome.Refused<?> refused) {
            return sender.closed(refused);
        }
    }
}
