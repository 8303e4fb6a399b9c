package guidang.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import guidang.change.Brief;
import guidang.change.Change;
import guidang.delivery.Sender.How;
import guidang.message.Language;
import guidang.message.Message;
import guidang.store.DeliverySettings;
import guidang.store.LostPlaces;
import guidang.store.NoticeLog;
import guidang.store.Outbox;
import guidang.store.Outbox.Claim;
import guidang.store.Outbox.Notice;
import guidang.store.Store;
import guidang.store.StoreFailure;
import guidang.subscription.Place;

/** Tells one place what is due there, and writes down what became of it. */
final class Telling {
    private static final System.Logger LOG = System.getLogger(Telling.class.getName());
    /** More entries than that are told in one message. */
    private static final int MOST_MESSAGES = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 11;
    /** How long a message is put in the place of the one that it corrects; later it goes on from it. */
    private static final Duration EDITED = Duration.ofDays(2);
    /** Texts of many changes are big: so many are made at once. */
    private static final int COMPOSED_AT_ONCE = 4;

    private final Store store;
    private final Outbox outbox;
    private final NoticeLog log;
    private final Composing composing;
    private final Sender sender;
    private final Time time;
    private final Language usual;
    private final Duration lease;
    private final BooleanSupplier ending;
    private final Semaphore composers = new Semaphore(COMPOSED_AT_ONCE);

    Telling(Store store, Composing composing, Sender sender, Time time, Language usual, Duration lease,
            BooleanSupplier ending) {
        this.store = store;
        this.outbox = store.outbox();
        this.log = store.noticeLog();
        this.composing = composing;
        this.sender = sender;
        this.time = time;
        this.usual = usual;
        this.lease = lease;
        this.ending = ending;
    }

    /**
     * What goes out in one message.
     *
     * @param digest whether it is a summary
     * @param planned whether that is because the place wants one at its hour; such a one is not repeated
     */
    private record Parcel(Place place, List<Notice> notices, boolean digest, boolean planned, boolean silent) {
        Parcel in(Place other) {
            return new Parcel(other, Outbox.moved(notices, other.chat()), digest, planned, silent);
        }
    }

    /** Where things stand after a message: where the next one goes, and when. */
    private record Next(Place place, Instant due) {}

    void tell(Claim claim) throws InterruptedException {
        var next = new Next(claim.place(), Instant.EPOCH);
        boolean waits = false;
        for (Parcel each : parcels(claim)) {
            Parcel parcel = each.in(next.place());
            if (!waits && !ending.getAsBoolean()) {
                Optional<Next> went = send(parcel);
                waits = went.isEmpty() || went.get().due().isAfter(Instant.EPOCH);
                next = went.orElse(next);
            } else {
                Instant due = next.due();
                patiently(() -> outbox.release(parcel.notices(), due));
            }
        }
    }

    private List<Parcel> parcels(Claim claim) {
        record Entry(long batch, String path) {}
        boolean silent = claim.settings().map(DeliverySettings::silent).orElse(false);
        Map<Entry, List<Notice>> entries = new LinkedHashMap<>();
        claim.notices().forEach(notice -> entries
                .computeIfAbsent(new Entry(notice.batch(), notice.path()), key -> new ArrayList<>()).add(notice));
        boolean planned = Timing.isDigest(claim.settings());
        if (planned || entries.size() > MOST_MESSAGES) {
            return List.of(new Parcel(claim.place(), claim.notices(), true, planned, silent));
        }
        return entries.values().stream().map(some -> new Parcel(claim.place(), some, false, false, silent)).toList();
    }

    /** A message, and the one that it corrects. */
    private record Composed(Message message, Language language, Optional<NoticeLog.Earlier> earlier, boolean edits) {}

    /** @return where the next message goes; empty if nothing more is to be sent there */
    private Optional<Next> send(Parcel wanted) throws InterruptedException {
        Parcel parcel = wanted;
        var begun = new Begun(parcel);
        Composed composed;
        try {
            composed = composed(parcel);
        } catch (StoreFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // A fault of the program: it would be the same the next time, and what comes after it need not wait.
            if (begun.getAsBoolean()) {
                giveUp(parcel.notices(), "not put into words: " + e.getClass().getSimpleName());
            }
            return Optional.of(new Next(parcel.place(), Instant.EPOCH));
        }
        Outcome<Long> outcome;
        try {
            outcome = call(parcel, composed, begun);
            if (outcome instanceof Outcome.Moved<Long> moved && begun.yes) {
                long from = parcel.place().chat();
                patiently(() -> store.chats().move(from, moved.to()));
                parcel = parcel.in(new Place(moved.to(), parcel.place().topic()));
                var anew = new Composed(composed.message(), composed.language(), Optional.empty(), false);
                outcome = call(parcel, anew, begun);
            }
        } catch (InterruptedException e) {
            if (!begun.yes) {
                outbox.release(parcel.notices(), Instant.EPOCH);
            }
            throw e;
        }
        if (!begun.yes) {
            outbox.release(parcel.notices(), Instant.EPOCH);
            return Optional.empty();
        }
        return settled(parcel, outcome);
    }

    private Outcome<Long> call(Parcel parcel, Composed composed, Begun begun) throws InterruptedException {
        if (composed.edits()) {
            Outcome<Long> edited = sender.edit(parcel.place(), composed.earlier().orElseThrow().message(),
                    composed.message(), composed.language(), begun);
            if (!(edited instanceof Outcome.Refused)) {
                return edited;
            }
        }
        long answers = composed.edits() ? 0 : composed.earlier().map(NoticeLog.Earlier::message).orElse(0L);
        return sender.send(parcel.place(), composed.message(), composed.language(),
                new How(parcel.silent(), answers, begun));
    }

    /** Writes down that it is about to be sent, the first time that it is asked. */
    private final class Begun implements BooleanSupplier {
        private final Parcel parcel;
        private boolean yes;

        Begun(Parcel parcel) {
            this.parcel = parcel;
        }

        @Override
        public boolean getAsBoolean() {
            if (!yes && !ending.getAsBoolean()) {
                yes = outbox.sending(parcel.notices(), parcel.planned(), time.now().plus(lease));
            }
            return yes;
        }
    }

    private Composed composed(Parcel parcel) throws InterruptedException {
        Language language = language(parcel.place().chat());
        List<Notice> notices = parcel.notices();
        composers.acquire();
        try {
            List<Brief> briefs = log.briefs(notices);
            Optional<NoticeLog.Earlier> earlier = Optional.empty();
            for (int i = 0; i < notices.size() && !parcel.digest() && earlier.isEmpty(); i++) {
                earlier = log.earlier(notices.get(i));
            }
            Message message = parcel.digest()
                    ? composing.digest(briefs, language)
                    : composing.notice(briefs, notices.getFirst().subscription(), language);
            return new Composed(message, language, earlier,
                    briefs.size() == 1 && briefs.getFirst().kind() == Change.Kind.EVENT_CORRECTED
                            && earlier.filter(this::isReplaced).isPresent());
        } finally {
            composers.release();
        }
    }

    /** Whether the correction says all that the earlier message said. */
    private boolean isReplaced(NoticeLog.Earlier earlier) {
        boolean statement = earlier.kind() == Change.Kind.EVENT_ADDED
                || earlier.kind() == Change.Kind.EVENT_CORRECTED;
        return earlier.alone() && statement && earlier.sent().plus(EDITED).isAfter(time.now());
    }

    private Language language(long chat) {
        return store.chats().toldIn(chat).flatMap(tag -> Arrays.stream(Language.values())
                .filter(each -> each.locale().toLanguageTag().equals(tag)).findFirst()).orElse(usual);
    }

    private Optional<Next> settled(Parcel parcel, Outcome<Long> outcome) throws InterruptedException {
        List<Notice> notices = parcel.notices();
        Instant now = time.now();
        return switch (outcome) {
            case Outcome.Done<Long>(Long message) -> {
                patiently(() -> outbox.sent(notices, message, now));
                yield Optional.of(new Next(parcel.place(), Instant.EPOCH));
            }
            case Outcome.TooMany<Long>(Duration retryAfter) -> later(parcel, now.plus(retryAfter), "429");
            case Outcome.Failing<Long> failing -> later(parcel, now.plus(pause(notices)), failing.description());
            case Outcome.Unauthorized<Long> unauthorized -> later(parcel, now.plus(LONGEST_WAIT), "401");
            case Outcome.Conflict<Long> conflict -> later(parcel, now.plus(LONGEST_WAIT), "409");
            case Outcome.Moved<Long> again -> later(parcel, now.plus(pause(notices)), "moved again");
            case Outcome.Unsure<Long> unsure -> doubtful(parcel, now.plus(pause(notices)), unsure.description());
            case Outcome.Gone<Long> gone -> lost(parcel, LostPlaces.Reason.GONE);
            case Outcome.Refused<Long> refused when sender.closed(refused).isPresent() ->
                lost(parcel, sender.closed(refused).orElseThrow());
            case Outcome.Refused<Long> refused -> {
                giveUp(notices, refused.code() + " " + refused.description());
                yield Optional.of(new Next(parcel.place(), Instant.EPOCH));
            }
        };
    }

    private Optional<Next> later(Parcel parcel, Instant due, String why) throws InterruptedException {
        List<Notice> worth = parcel.notices().stream().filter(notice -> !due.isAfter(notice.giveUp())).toList();
        List<Notice> over = parcel.notices().stream().filter(notice -> due.isAfter(notice.giveUp())).toList();
        giveUp(over, why);
        patiently(() -> outbox.again(worth, due, false));
        return Optional.of(new Next(parcel.place(), due));
    }

    /** What may have arrived is sent once more, each time that nobody knows; a summary at its hour is not. */
    private Optional<Next> doubtful(Parcel parcel, Instant due, String why) throws InterruptedException {
        Predicate<Notice> worth = notice -> !parcel.planned() && notice.doubts() < Outbox.MOST_DOUBTS;
        List<Notice> once = parcel.notices().stream().filter(worth).toList();
        List<Notice> over = parcel.notices().stream().filter(worth.negate()).toList();
        patiently(() -> outbox.again(once, due, true));
        if (!over.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "nobody knows whether {0,number,#} notices arrived: {1}",
                    over.size(), why);
            patiently(() -> outbox.unknown(over, why, time.now()));
        }
        return Optional.of(new Next(parcel.place(), due));
    }

    private void giveUp(List<Notice> notices, String why) throws InterruptedException {
        if (!notices.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0,number,#} notices were given up: {1}", notices.size(), why);
            patiently(() -> outbox.failed(notices, why, time.now()));
        }
    }

    private Optional<Next> lost(Parcel parcel, LostPlaces.Reason reason) throws InterruptedException {
        LOG.log(System.Logger.Level.INFO, "a place that was to be told cannot be reached: {0}", reason);
        patiently(() -> store.lostPlaces().lost(parcel.place(), reason, time.now()));
        patiently(() -> outbox.again(parcel.notices(), Instant.EPOCH, false));
        return Optional.empty();
    }

    private static Duration pause(List<Notice> notices) {
        int attempt = notices.stream().mapToInt(Notice::attempt).max().orElse(1);
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempt - 1, 0, DOUBLINGS));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    /** Until the store does its part: what was sent and is not written down would be sent twice. */
    private void patiently(Runnable work) throws InterruptedException {
        for (boolean told = false;; told = true) {
            try {
                work.run();
                return;
            } catch (StoreFailure e) {
                if (!told) {
                    LOG.log(System.Logger.Level.ERROR, "what became of a notice cannot be written down: {0}; trying on",
                            e.getMessage());
                }
                time.sleep(FIRST_WAIT);
            }
        }
    }
}
