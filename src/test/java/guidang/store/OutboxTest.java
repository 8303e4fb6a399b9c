package guidang.store;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.store.Findings.Finding;
import guidang.store.Findings.Found;
import guidang.store.Outbox.Claim;
import guidang.store.Outbox.Counts;
import guidang.store.Outbox.Notice;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of notices, over a real store. */
@Timeout(60)
class OutboxTest {
    private static final Instant NOW = Instant.parse("2022-07-26T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Place HERE = new Place(-5, 0);
    private static final Outbox.Timetable AT_ONCE = new Outbox.Timetable() {
        @Override
        public Instant due(Optional<DeliverySettings> settings, Instant found, Instant now) {
            return now;
        }

        @Override
        public Instant allowed(Optional<DeliverySettings> settings, Instant now) {
            return now;
        }

        @Override
        public Duration patience(Optional<DeliverySettings> settings) {
            return Duration.ofDays(1);
        }
    };

    @TempDir
    private Path folder;
    private Store store;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder.resolve("guidang.db"));
        outbox = store.outbox();
        subscribe(HERE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_notice_is_claimed_once_and_again_only_when_it_was_given_back() {
        find(1, HERE);
        assertEquals(1, claim(NOW).size());
        assertEquals(List.of(), claim(NOW));
        List<Claim> late = claim(NOW.plus(LEASE));
        assertEquals(2, late.getFirst().notices().getFirst().attempt());
        outbox.release(late.getFirst().notices(), NOW.plusSeconds(90_000));
        assertEquals(Optional.empty(), outbox.dueSince(NOW.plusSeconds(89_999)));
        assertEquals(Optional.of(NOW.plusSeconds(90_000)), outbox.dueSince(NOW.plusSeconds(90_060)));
        assertEquals(List.of(), claim(NOW.plusSeconds(89_999)));
        assertEquals(1, claim(NOW.plusSeconds(90_000)).size());
    }

    @Test
    void who_lost_the_lease_has_no_say_any_more() {
        find(1, HERE);
        List<Notice> first = claim(NOW).getFirst().notices();
        List<Notice> second = claim(NOW.plus(LEASE)).getFirst().notices();
        assertFalse(outbox.sending(first, false, NOW));
        assertTrue(outbox.sending(second, false, NOW.plus(LEASE).plus(LEASE)));
        outbox.sent(first, 9, NOW);
        assertEquals(new Counts(0, 1, 0, 0, 0), outbox.counts());
        outbox.sent(second, 9, NOW);
        assertEquals(new Counts(0, 0, 1, 0, 0), outbox.counts());
    }

    @Test
    void after_a_crash_a_notice_is_tried_once_more_each_time_and_a_summary_at_its_hour_never() {
        find(2, HERE);
        List<Notice> notices = claim(NOW).getFirst().notices();
        outbox.sending(notices.subList(0, 1), false, NOW);
        outbox.sending(notices.subList(1, 2), true, NOW);
        assertEquals(2, outbox.recover(NOW));
        assertEquals(new Counts(1, 0, 0, 0, 1), outbox.counts());
        for (int doubt = 1; doubt <= Outbox.MOST_DOUBTS; doubt++) {
            assertEquals(new Counts(1, 0, 0, 0, 1), outbox.counts());
            List<Notice> again = claim(NOW).getFirst().notices();
            assertEquals(doubt, again.getFirst().doubts());
            outbox.sending(again, false, NOW);
            outbox.recover(NOW);
        }
        assertEquals(new Counts(0, 0, 0, 0, 2), outbox.counts());
        assertEquals(List.of(new Outbox.Problem("interrupted", 2)), outbox.problems(5));
    }

    @Test
    void what_nobody_subscribes_to_any_more_is_dropped_and_a_lost_chat_waits_until_it_is_heard_of() {
        var there = new Place(-6, 0);
        find(1, HERE, there, new Place(-7, 3));
        assertEquals(3, outbox.counts().waiting());
        store.lostPlaces().lost(HERE, LostPlaces.Reason.GONE, NOW);
        assertEquals(List.of(), claim(NOW));
        assertEquals(1, outbox.counts().waiting());
        assertEquals(List.of(), store.subscriptions().reachable());
        assertEquals(Optional.of(LostPlaces.Reason.GONE), store.lostPlaces().reason(new Place(-5, 8)));
        assertTrue(store.lostPlaces().found(HERE, NOW.plusSeconds(60)));
        assertEquals(1, claim(NOW.plusSeconds(60)).size());
    }

    @Test
    void what_waited_a_month_for_a_lost_chat_is_not_told_there() {
        find(1, HERE);
        store.lostPlaces().lost(HERE, LostPlaces.Reason.GONE, NOW);
        store.lostPlaces().found(HERE, NOW.plus(Duration.ofDays(30)));
        assertEquals(new Counts(0, 0, 0, 0, 0), outbox.counts());
    }

    @Test
    void a_topic_that_is_gone_holds_up_no_other_topic() {
        var topic = new Place(-5, 4);
        subscribe(topic);
        find(1, HERE, topic);
        store.lostPlaces().lost(topic, LostPlaces.Reason.NO_TOPIC, NOW);
        assertEquals(List.of(HERE), claim(NOW).stream().map(Claim::place).toList());
    }

    @Test
    void a_chat_that_moves_takes_subscriptions_settings_and_notices_along() {
        var chosen = new DeliverySettings(DeliverySettings.Timing.WEEKLY, 8, DayOfWeek.FRIDAY, ZoneOffset.UTC, 0, 0,
                true, null);
        var there = new Place(-100, 0);
        subscribe(there);
        store.subscriptions().save(HERE, chosen);
        store.subscriptions().save(new Subscription("own", HERE, new Subject.Tag("海"), Wanted.usual()), NOW);
        find(2, HERE);
        List<Notice> notices = claim(NOW).getFirst().notices();
        outbox.sending(notices.subList(0, 1), false, NOW);
        store.chats().move(-5, -100);
        assertEquals(Set.of(new Subject.Everything(), new Subject.Tag("海")), Set.copyOf(
                store.subscriptions().of(there).stream().map(Subscription::subject).toList()));
        assertEquals(2, store.subscriptions().of(there).size());
        assertEquals(chosen, store.subscriptions().settings(there).orElseThrow());
        List<Notice> moved = Outbox.moved(notices, -100);
        outbox.sent(moved.subList(0, 1), 4, NOW);
        outbox.release(moved.subList(1, 2), NOW);
        assertEquals(new Counts(1, 0, 1, 0, 0), outbox.counts());
        assertEquals(1, store.noticeLog().told(-100, 4, 9).total());
        assertEquals(there, claim(NOW).getFirst().place());
    }

    @Test
    void forgetting_a_chat_leaves_nothing_of_it_and_stops_what_is_in_hand() {
        find(1, HERE);
        List<Notice> notices = claim(NOW).getFirst().notices();
        store.subscriptions().save(HERE, DeliverySettings.usual(ZoneOffset.UTC));
        store.chats().forget(-5);
        assertFalse(outbox.sending(notices, false, NOW));
        assertEquals(List.of(), store.subscriptions().all());
        assertEquals(Optional.empty(), store.subscriptions().settings(HERE));
        assertEquals(new Counts(0, 0, 0, 0, 0), outbox.counts());
    }

    @Test
    void changed_settings_are_looked_at_at_once() {
        find(1, HERE);
        var tomorrow = new Outbox.Timetable() {
            @Override
            public Instant due(Optional<DeliverySettings> settings, Instant found, Instant now) {
                return found.plus(Duration.ofDays(1));
            }

            @Override
            public Instant allowed(Optional<DeliverySettings> settings, Instant now) {
                return now;
            }

            @Override
            public Duration patience(Optional<DeliverySettings> settings) {
                return Duration.ofDays(7);
            }
        };
        assertEquals(List.of(), outbox.claim(NOW, LEASE, 9, Set.of(), tomorrow));
        assertEquals(List.of(), claim(NOW.plusSeconds(5)));
        store.subscriptions().save(HERE, DeliverySettings.usual(ZoneOffset.UTC));
        assertEquals(1, claim(NOW.plusSeconds(5)).size());
    }

    @Test
    void parts_of_a_finding_wait_for_the_last_one() {
        store.findings().commit(finding(1, false, HERE));
        assertEquals(List.of(), claim(NOW));
        store.findings().commit(finding(1, true, HERE));
        assertEquals(2, claim(NOW).getFirst().notices().size());
    }

    @Test
    void a_clock_that_was_set_back_keeps_nothing_waiting() {
        find(1, HERE);
        outbox.release(claim(NOW).getFirst().notices(), NOW.plus(Duration.ofDays(300)));
        assertEquals(List.of(), claim(NOW.plus(Duration.ofDays(1))));
        assertEquals(1, outbox.lookAgain(NOW.minusSeconds(100)));
        assertEquals(1, claim(NOW.minusSeconds(100)).size());
    }

    @Test
    void on_a_full_disk_a_finding_is_written_down_wholly_or_not_at_all() {
        Database database = store.database();
        int pages = database.inTransaction(
                handle -> handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
        limit(database, pages + 3);
        StoreFailure failure = assertThrows(StoreFailure.class,
                () -> store.findings().commit(finding(2_000, true, HERE)));
        assertEquals(StoreUnavailable.Reason.DISK, failure.reason());
        assertEquals(List.of(), store.changeLog().recent(Instant.EPOCH, 9));
        assertTrue(store.toldFiles().hashes().isEmpty());
        limit(database, 1_000_000);
        assertEquals(2_000, store.findings().commit(finding(2_000, true, HERE)));
        assertEquals(Set.of("a/灯塔.md"), store.toldFiles().hashes().keySet());
    }

    @Test
    void a_told_file_comes_back_byte_for_byte() {
        byte[] content = "---\r\n标题\0\n".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        store.toldFiles().keep(List.of(new ToldFiles.File("a.md", "x", content)));
        assertArrayEquals(content, store.toldFiles().content("a.md").orElseThrow());
        assertFalse(store.toldFiles().begun().isPresent());
        store.toldFiles().begin(java.time.Instant.EPOCH);
        assertTrue(store.toldFiles().begun().isPresent());
    }

    @Test
    void changes_are_kept_for_four_hundred_days_and_longer_while_somebody_waits() {
        find(1, HERE);
        find(1);
        assertEquals(2, store.changeLog().recent(NOW, 9).size());
        store.forgetOld(NOW.plus(Duration.ofDays(401)));
        assertEquals(1, store.changeLog().recent(Instant.EPOCH, 9).size());
        Claim claim = claim(NOW).getFirst();
        outbox.sending(claim.notices(), false, NOW);
        outbox.sent(claim.notices(), 1, NOW);
        store.forgetOld(NOW.plus(Duration.ofDays(402)));
        assertEquals(List.of(), store.changeLog().recent(Instant.EPOCH, 9));
    }

    @Test
    void the_message_that_told_of_an_event_is_found_when_it_is_corrected() {
        find(1, HERE);
        List<Notice> first = claim(NOW).getFirst().notices();
        outbox.sending(first, false, NOW);
        outbox.sent(first, 77, NOW);
        var corrected = new Found(brief(Change.Kind.EVENT_CORRECTED, "e-new"), "e0");
        store.findings().commit(new Finding(NOW, List.of(corrected), List.of(), List.of(), List.of(),
                List.of(new Findings.Telling(HERE, 0, "s")), true));
        NoticeLog.Earlier earlier = store.noticeLog().earlier(claim(NOW).getFirst().notices().getFirst())
                .orElseThrow();
        assertEquals(new NoticeLog.Earlier(77, NOW, Change.Kind.EVENT_ADDED, true), earlier);
    }

    private List<Claim> claim(Instant now) {
        return outbox.claim(now, LEASE, 9, Set.of(), AT_ONCE);
    }

    private void subscribe(Place place) {
        store.subscriptions().save(
                new Subscription(Subscriptions.newId(), place, new Subject.Everything(), Wanted.usual()), NOW);
    }

    private void find(int changes, Place... places) {
        store.findings().commit(finding(changes, true, places));
    }

    private static Finding finding(int changes, boolean last, Place... places) {
        List<Found> found = IntStream.range(0, changes)
                .mapToObj(i -> new Found(brief(Change.Kind.EVENT_ADDED, "e" + i), "")).toList();
        List<Findings.Telling> tellings = IntStream.range(0, changes).boxed()
                .flatMap(i -> List.of(places).stream().map(place -> new Findings.Telling(place, i, "s"))).toList();
        var file = new ToldFiles.File("a/灯塔.md", "h", new byte[]{1});
        return new Finding(NOW, found, List.of(file), List.of(), List.of(), tellings, last);
    }

    private static Brief brief(Change.Kind kind, String event) {
        return new Brief(kind, "a/灯塔.md", "", "灯塔", "", event, null, "", "灯塔亮了。", List.of(), "", "", NOW);
    }

    private static void limit(Database database, int pages) {
        database.inTransaction(
                handle -> handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Integer.class).one());
    }
}
