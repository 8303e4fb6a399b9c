package guidang.delivery;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.message.Language;
import guidang.message.Message;
import guidang.store.ChatSettings;
import guidang.store.DeliverySettings;
import guidang.store.Findings;
import guidang.store.LostPlaces;
import guidang.store.Outbox;
import guidang.store.Outbox.Counts;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is sent when, and what follows from each outcome, over a real store and a clock that is set by hand. */
@Timeout(60)
class NoticePumpTest {
    private static final Place HERE = new Place(5, 0);

    @TempDir
    private Path folder;
    private Store store;
    private Instant now = Instant.parse("2022-07-26T12:00:00Z");
    private final Script script = new Script();
    private NoticePump pump;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder.resolve("guidang.db"));
        subscribe(HERE);
        pump = pump();
    }

    @AfterEach
    void close() throws Exception {
        pump.close(Duration.ofSeconds(1));
        store.close();
    }

    @Test
    void changes_of_one_entry_are_one_message_and_of_two_entries_two() throws Exception {
        find(HERE, added("a.md", "1"), added("a.md", "2"), added("b.md", "3"));
        pump.once();
        assertEquals(List.of("5/0: 1+2 ENGLISH", "5/0: 3 ENGLISH"), script.sent);
        assertEquals(new Counts(0, 0, 3, 0, 0), store.outbox().counts());
    }

    @Test
    void more_than_ten_are_one_digest() throws Exception {
        find(HERE, many(10));
        pump.once();
        assertEquals(10, script.sent.size());
        find(HERE, many(11));
        pump.once();
        assertEquals(11, script.sent.size());
        assertEquals("5/0: digest of 11 ENGLISH", script.sent.getLast());
        assertEquals(11, store.noticeLog().told(5, 11, 99).total());
    }

    @Test
    void language_and_sound_are_those_of_the_moment_of_sending() throws Exception {
        find(HERE, added("a.md", "1"));
        store.chats().save(5, new ChatSettings("zh-Hant", ChatSettings.ChangedBy.ADMINS, ChatSettings.Length.SHORT, 0),
                now);
        settings(DeliverySettings.Timing.AT_ONCE, 0, 0, true);
        pump.once();
        assertEquals(List.of("5/0: 1 TRADITIONAL silent"), script.sent);
    }

    @Test
    void who_chose_no_language_is_told_in_that_of_the_subscription() throws Exception {
        find(HERE, added("a.md", "1"));
        store.chats().speaks(5, "zh-Hans", now);
        pump.once();
        store.chats().save(5, new ChatSettings("zh-Hant", ChatSettings.ChangedBy.ADMINS, ChatSettings.Length.SHORT, 0),
                now);
        store.chats().speaks(5, "zh-Hans", now);
        find(HERE, added("b.md", "2"));
        pump.once();
        assertEquals(List.of("5/0: 1 SIMPLIFIED", "5/0: 2 TRADITIONAL"), script.sent);
    }

    @Test
    void a_daily_digest_comes_once_at_its_hour_with_all_that_waits() throws Exception {
        settings(DeliverySettings.Timing.DAILY, 0, 0, false);
        find(HERE, added("a.md", "1"));
        pump.once();
        now = now.plus(Duration.ofHours(20));
        find(HERE, added("b.md", "2"));
        pump.once();
        assertEquals(List.of(), script.sent);
        now = Instant.parse("2022-07-27T09:00:00Z");
        pump.once();
        assertEquals(List.of("5/0: digest of 2 ENGLISH"), script.sent);
    }

    @Test
    void quiet_hours_are_kept() throws Exception {
        settings(DeliverySettings.Timing.AT_ONCE, 11, 14, false);
        find(HERE, added("a.md", "1"));
        pump.once();
        now = Instant.parse("2022-07-26T13:59:59Z");
        pump.once();
        assertEquals(List.of(), script.sent);
        now = Instant.parse("2022-07-26T14:00:00Z");
        pump.once();
        assertEquals(1, script.sent.size());
    }

    @Test
    void a_correction_takes_the_place_of_a_fresh_notice_of_that_event_alone_and_answers_any_other() throws Exception {
        find(HERE, added("a.md", "1"), added("b.md", "2"), added("b.md", "3"));
        pump.once();
        find(HERE, corrected("a.md", "1x", "1"), corrected("b.md", "2x", "2"));
        pump.once();
        assertEquals(List.of("5/0: 1x ENGLISH instead of 1", "5/0: 2x ENGLISH answering 2"),
                script.sent.subList(2, 4));
        now = now.plus(Duration.ofDays(3));
        find(HERE, corrected("a.md", "1y", "1x"));
        pump.once();
        assertEquals("5/0: 1y ENGLISH answering 1", script.sent.getLast());
    }

    @Test
    void a_notice_that_can_no_longer_be_changed_is_followed_by_another() throws Exception {
        find(HERE, added("a.md", "1"));
        pump.once();
        script.next(new Outcome.Refused<>(400, "message to edit not found"));
        find(HERE, corrected("a.md", "1x", "1"));
        pump.once();
        assertEquals("5/0: 1x ENGLISH", script.sent.getLast());
        assertEquals(new Counts(0, 0, 2, 0, 0), store.outbox().counts());
    }

    @Test
    void too_many_waits_exactly_as_long_as_it_is_told() throws Exception {
        script.next(new Outcome.TooMany<>(Duration.ofSeconds(37)));
        find(HERE, added("a.md", "1"), added("b.md", "2"));
        pump.once();
        now = now.plusSeconds(36).plusMillis(999);
        pump.once();
        assertEquals(1, script.calls);
        now = now.plusMillis(1);
        pump.once();
        assertEquals(List.of("5/0: 1 ENGLISH", "5/0: 2 ENGLISH"), script.sent);
    }

    @Test
    void a_failing_messenger_is_tried_with_growing_waits_for_a_day_and_then_given_up() throws Exception {
        find(HERE, added("a.md", "1"));
        var tries = new ArrayList<Long>();
        Instant begin = now;
        while (store.outbox().counts().failed() == 0) {
            script.next(new Outcome.Failing<>("502"));
            int before = script.calls;
            pump.once();
            if (script.calls > before) {
                tries.add(Duration.between(begin, now).toSeconds());
            }
            script.outcomes.clear();
            now = now.plusSeconds(1);
            assertTrue(tries.size() < 100);
            if (tries.size() > 5) {
                now = now.plus(Duration.ofMinutes(59));
            }
        }
        assertEquals(List.of(0L, 2L, 6L, 14L, 30L), tries.subList(0, 5));
        assertTrue(tries.getLast() > 22 * 3600 && tries.getLast() <= 24 * 3600 + 60, tries.toString());
        assertEquals("502", store.outbox().problems(1).getFirst().problem());
    }

    @Test
    void what_may_have_arrived_is_sent_once_more_each_time_that_nobody_knows() throws Exception {
        find(HERE, many(11));
        for (int doubt = 0; doubt <= Outbox.MOST_DOUBTS; doubt++) {
            assertEquals(new Counts(11, 0, 0, 0, 0), store.outbox().counts());
            script.next(new Outcome.Unsure<>("timeout"));
            pump.once();
            now = now.plus(Duration.ofHours(1));
        }
        pump.once();
        assertEquals(Outbox.MOST_DOUBTS + 1, script.calls);
        assertEquals(new Counts(0, 0, 0, 0, 11), store.outbox().counts());
    }

    @Test
    void a_summary_at_its_hour_that_may_have_arrived_is_not_sent_again() throws Exception {
        settings(DeliverySettings.Timing.DAILY, 0, 0, false);
        find(HERE, added("a.md", "1"), added("b.md", "2"));
        script.next(new Outcome.Unsure<>("timeout"));
        now = now.plus(Duration.ofDays(1));
        pump.once();
        now = now.plus(Duration.ofDays(2));
        pump.once();
        assertEquals(1, script.calls);
        assertEquals(new Counts(0, 0, 0, 0, 2), store.outbox().counts());
    }

    @Test
    void a_chat_that_is_gone_is_left_alone_until_it_is_heard_of() throws Exception {
        script.next(new Outcome.Gone<>("403 blocked"));
        find(HERE, added("a.md", "1"), added("b.md", "2"));
        pump.once();
        now = now.plusSeconds(100);
        pump.once();
        assertEquals(1, script.calls);
        assertEquals(Optional.of(LostPlaces.Reason.GONE), store.lostPlaces().reason(HERE));
        store.lostPlaces().found(HERE, now);
        pump.once();
        assertEquals(List.of("5/0: 1 ENGLISH", "5/0: 2 ENGLISH"), script.sent);
    }

    @Test
    void a_group_that_became_a_supergroup_is_followed() throws Exception {
        script.next(new Outcome.Moved<>(-100));
        find(HERE, added("a.md", "1"), added("b.md", "2"));
        pump.once();
        assertEquals(List.of("-100/0: 1 ENGLISH", "-100/0: 2 ENGLISH"), script.sent);
        assertEquals(1, store.subscriptions().of(new Place(-100, 0)).size());
        assertEquals(new Counts(0, 0, 2, 0, 0), store.outbox().counts());
    }

    @Test
    void what_is_refused_is_given_up_and_the_next_goes_out() throws Exception {
        script.next(new Outcome.Refused<>(400, "message is too long"));
        find(HERE, added("a.md", "1"), added("b.md", "2"));
        pump.once();
        assertEquals(List.of("5/0: 2 ENGLISH"), script.sent);
        assertEquals("400 message is too long", store.outbox().problems(1).getFirst().problem());
    }

    @Test
    void a_change_that_cannot_be_put_into_words_is_given_up_and_the_next_goes_out() throws Exception {
        find(HERE, added("a.md", "unspeakable"), added("b.md", "2"));
        pump.once();
        assertEquals(List.of("5/0: 2 ENGLISH"), script.sent);
        assertEquals(new Counts(0, 0, 1, 1, 0), store.outbox().counts());
    }

    @Test
    void a_chat_that_hangs_holds_up_no_other() throws Exception {
        var there = new Place(6, 0);
        subscribe(there);
        var open = new CountDownLatch(1);
        script.hanging.put(5L, open);
        find(HERE, added("a.md", "1"));
        find(there, added("a.md", "2"));
        assertEquals(2, pump.begin());
        while (script.sent.isEmpty()) {
            Thread.sleep(2);
        }
        assertEquals(List.of("6/0: 2 ENGLISH"), script.sent);
        open.countDown();
        pump.once();
        assertEquals(2, script.sent.size());
    }

    @Test
    void what_was_being_sent_when_the_process_ended_is_sent_once_more() throws Exception {
        find(HERE, added("a.md", "1"));
        script.hanging.put(5L, new CountDownLatch(1));
        pump.begin();
        while (script.calls == 0) {
            Thread.sleep(2);
        }
        pump.close(Duration.ofMillis(10));
        assertEquals(new Counts(0, 1, 0, 0, 0), store.outbox().counts());
        script.hanging.clear();
        pump = pump();
        pump.once();
        assertEquals(List.of("5/0: 1 ENGLISH"), script.sent);
    }

    @Test
    void what_waits_for_its_turn_when_the_bot_stops_keeps_its_place_and_is_in_no_doubt() throws Exception {
        find(HERE, added("a.md", "1"));
        pump.end();
        pump.once();
        pump = pump();
        pump.once();
        assertEquals(1, script.sent.size());
        assertEquals(1, script.calls);
    }

    @Test
    void a_clock_that_was_set_back_by_a_year_delays_nothing_by_a_year() throws Exception {
        settings(DeliverySettings.Timing.DAILY, 0, 0, false);
        Instant right = now;
        now = now.plus(Duration.ofDays(365));
        find(HERE, added("a.md", "1"));
        pump.once();
        now = right;
        pump.once();
        now = Instant.parse("2022-07-27T09:00:00Z");
        pump.once();
        assertEquals(1, script.sent.size());
    }

    private NoticePump pump() {
        var time = new Time() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(1);
            }
        };
        var composing = new Composing() {
            @Override
            public Message notice(List<Brief> ofOneEntry, String subscription, Language language) {
                if (ofOneEntry.getFirst().event().equals("unspeakable")) {
                    throw new IllegalArgumentException();
                }
                return new Message(ofOneEntry.stream().map(Brief::event).collect(Collectors.joining("+")) + " "
                        + language, List.of(), List.of());
            }

            @Override
            public Message digest(List<Brief> all, Language language) {
                return new Message("digest of " + all.size() + " " + language, List.of(), List.of());
            }
        };
        return new NoticePump(store, composing, script, time, Language.ENGLISH, ZoneOffset.UTC);
    }

    private void subscribe(Place place) {
        store.subscriptions().save(
                new Subscription(Subscriptions.newId(), place, new Subject.Everything(), Wanted.usual()), now);
    }

    private void settings(DeliverySettings.Timing timing, int quietFrom, int quietTo, boolean silent) {
        store.subscriptions().save(HERE, new DeliverySettings(timing, 9, DayOfWeek.MONDAY, ZoneOffset.UTC, quietFrom,
                quietTo, silent, null));
    }

    private void find(Place place, Findings.Found... found) {
        List<Findings.Telling> tellings = IntStream.range(0, found.length)
                .mapToObj(i -> new Findings.Telling(place, i, "s")).toList();
        store.findings().commit(new Findings.Finding(now, List.of(found), List.of(), List.of(), List.of(), tellings,
                true));
    }

    private static Findings.Found[] many(int many) {
        return IntStream.range(0, many).mapToObj(i -> added(i + ".md", "e" + i)).toArray(Findings.Found[]::new);
    }

    private static Findings.Found added(String path, String event) {
        return new Findings.Found(brief(Change.Kind.EVENT_ADDED, path, event), "");
    }

    private static Findings.Found corrected(String path, String event, String before) {
        return new Findings.Found(brief(Change.Kind.EVENT_CORRECTED, path, event), before);
    }

    private static Brief brief(Change.Kind kind, String path, String event) {
        return new Brief(kind, path, "", "灯塔", "", event, null, "", "灯塔亮了。", List.of(), "", "",
                Instant.EPOCH);
    }

    /** Does what it is told with each call, in order; then all goes well. */
    private static final class Script implements Sender {
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private final Deque<Outcome<Long>> outcomes = new ArrayDeque<>();
        private final Map<Long, CountDownLatch> hanging = new HashMap<>();
        private volatile int calls;
        private long next = 1;

        void next(Outcome<Long> outcome) {
            outcomes.add(outcome);
        }

        @Override
        public Outcome<Long> send(Place place, Message message, Language language, How how)
                throws InterruptedException {
            return made(place, message, how.begin(), (how.silent() ? " silent" : "")
                    + (how.answers() > 0 ? " answering " + how.answers() : ""), 0);
        }

        @Override
        public Outcome<Long> edit(Place place, long message, Message instead, Language language, BooleanSupplier begin)
                throws InterruptedException {
            return made(place, instead, begin, " instead of " + message, message);
        }

        private Outcome<Long> made(Place place, Message message, BooleanSupplier begin, String how, long number)
                throws InterruptedException {
            if (!begin.getAsBoolean()) {
                return new Outcome.Refused<>(0, "withdrawn");
            }
            synchronized (this) {
                calls++;
            }
            CountDownLatch latch = hanging.get(place.chat());
            if (latch != null) {
                latch.await();
            }
            synchronized (this) {
                Outcome<Long> outcome = outcomes.poll();
                if (outcome != null) {
                    return outcome;
                }
                sent.add(place.chat() + "/" + place.topic() + ": " + message.text() + how);
                return new Outcome.Done<>(number == 0 ? next++ : number);
            }
        }

        @Override
        public Optional<LostPlaces.Reason> closed(Outcome.Refused<?> refused) {
            return Optional.empty();
        }
    }
}
