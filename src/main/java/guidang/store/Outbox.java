package guidang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import guidang.subscription.Place;

/**
 * Notices that wait, are being sent, or were. NEW → SENDING, committed before the call → SENT, FAILED (given up) or
 * UNKNOWN (it may have arrived), or back to NEW. Who claims a notice holds a lease on it, and what it then says of the
 * notice counts only while the attempt is its own.
 */
public final class Outbox {
    /** More of one place are not claimed at once. */
    private static final int MOST_OF_A_PLACE = 5_000;
    private static final Duration SENT_KEPT = Duration.ofDays(60);
    private static final Duration LOST_KEPT = Duration.ofDays(30);
    private static final int MOST_PROBLEM = 100;
    /** So often nobody may know whether a notice arrived before it is not tried again. */
    public static final int MOST_DOUBTS = 5;
    private static final String THIS = " WHERE chat_id = :chat AND topic_id = :topic AND batch = :batch "
            + "AND number = :number AND attempt = :attempt AND state = ";

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /**
     * A notice in hand.
     *
     * @param subscription that it was queued for
     * @param path of the entry that changed
     * @param doubts how often it may have arrived without anybody knowing
     */
    public record Notice(Place place, long batch, int number, int attempt, String subscription, String path,
            int doubts, Instant giveUp) {
        Notice in(Place other) {
            return new Notice(other, batch, number, attempt, subscription, path, doubts, giveUp);
        }
    }

    /** What is due at a place, in the order that it was found; {@code settings} is empty if it chose none. */
    public record Claim(Place place, Optional<DeliverySettings> settings, List<Notice> notices) {
        public Claim {
            notices = List.copyOf(notices);
        }
    }

    /** When a place is told. */
    public interface Timetable {
        /** The first moment from {@code now} on at which what was found then may be told. */
        Instant due(Optional<DeliverySettings> settings, Instant found, Instant now);

        /** The first moment from {@code now} on at which what is due may be told. */
        Instant allowed(Optional<DeliverySettings> settings, Instant now);

        /** For how long after its first try it is worth another. */
        Duration patience(Optional<DeliverySettings> settings);
    }

    /**
     * Claims what is due at some places, the longest waiting first; what is due later by their timetable is put off, and
     * what is due where nobody subscribes any more is dropped. Places that are lost wait.
     *
     * @param busy chats that are left out
     */
    public List<Claim> claim(Instant now, Duration lease, int most, Set<Long> busy, Timetable timetable) {
        return database.inTransaction(handle -> {
            List<Place> places = handle.createQuery("""
                    SELECT chat_id, topic_id FROM notice
                    WHERE state = 'NEW' AND due_at <= :now AND lease_until <= :now AND NOT EXISTS
                    (SELECT 1 FROM lost_place WHERE lost_place.chat_id = notice.chat_id
                    AND (lost_place.topic_id = -1 OR lost_place.topic_id = notice.topic_id))
                    GROUP BY chat_id, topic_id ORDER BY MIN(due_at), MIN(batch), chat_id, topic_id LIMIT :most""")
                    .bind("now", now.toEpochMilli()).bind("most", most + busy.size())
                    .map((row, context) -> new Place(row.getLong(1), row.getInt(2))).list();
            var claims = new ArrayList<Claim>();
            var taken = new HashSet<>(busy);
            for (Place place : places) {
                if (claims.size() < most && taken.add(place.chat())) {
                    Claim claim = claim(handle, place, now, lease, timetable);
                    if (claim.notices().isEmpty()) {
                        taken.remove(place.chat());
                    } else {
                        claims.add(claim);
                    }
                }
            }
            return claims;
        });
    }

    private Claim claim(Handle handle, Place place, Instant now, Duration lease, Timetable timetable) {
        var subscriptions = new Subscriptions(database);
        Optional<DeliverySettings> settings = subscriptions.settings(place);
        if (!subscriptions.isAny(place)) {
            handle.createUpdate("DELETE FROM notice WHERE chat_id = :chat AND topic_id = :topic AND state = 'NEW'")
                    .bind("chat", place.chat()).bind("topic", place.topic()).execute();
            return new Claim(place, settings, List.of());
        }
        postpone(handle, place, settings, now, timetable);
        long giveUp = now.plus(timetable.patience(settings)).toEpochMilli();
        List<Notice> due = handle.createQuery("""
                SELECT notice.batch, notice.number, attempt, subscription, change.path, doubts, give_up_at FROM notice
                JOIN change ON change.batch = notice.batch AND change.number = notice.number
                WHERE chat_id = :chat AND topic_id = :topic AND state = 'NEW' AND due_at <= :now AND lease_until <= :now
                ORDER BY notice.batch, notice.number LIMIT :most""").bind("chat", place.chat())
                .bind("topic", place.topic()).bind("now", now.toEpochMilli()).bind("most", MOST_OF_A_PLACE)
                .map((row, context) -> new Notice(place, row.getLong(1), row.getInt(2), row.getInt(3) + 1,
                        row.getString(4), row.getString(5), row.getInt(6),
                        Instant.ofEpochMilli(row.getLong(7) == 0 ? giveUp : row.getLong(7))))
                .list();
        PreparedBatch leases = handle.prepareBatch("UPDATE notice SET attempt = :attempt, lease_until = :lease, "
                + "give_up_at = :giveUp WHERE chat_id = :chat AND topic_id = :topic AND batch = :batch "
                + "AND number = :number");
        due.forEach(notice -> bind(leases, notice).bind("lease", now.plus(lease).toEpochMilli())
                .bind("giveUp", notice.giveUp().toEpochMilli()).add());
        execute(leases);
        return new Claim(place, settings, due);
    }

    private static void postpone(Handle handle, Place place, Optional<DeliverySettings> settings, Instant now,
            Timetable timetable) {
        record Found(long batch, Instant at, boolean planned) {}
        List<Found> batches = handle
                .createQuery(
                        """
                                SELECT DISTINCT notice.batch, found_at, CASE WHEN due_at > 0 THEN 1 ELSE 0 END FROM notice JOIN batch ON batch.batch = notice.batch
                                WHERE chat_id = :chat AND topic_id = :topic AND state = 'NEW' AND due_at <= :now""")
                .bind("chat", place.chat()).bind("topic", place.topic()).bind("now", now.toEpochMilli())
                .map((row, context) -> new Found(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)),
                        row.getInt(3) == 1))
                .list();
        for (Found found : batches) {
            Instant due = found.planned()
                    ? timetable.allowed(settings, now)
                    : timetable.due(settings, found.at(), now);
            if (due.isAfter(now)) {
                handle.createUpdate("UPDATE notice SET due_at = :due WHERE chat_id = :chat AND topic_id = :topic "
                        + "AND batch = :batch AND state = 'NEW' AND due_at <= :now AND due_at "
                        + (found.planned() ? "> 0" : "= 0"))
                        .bind("due", due.toEpochMilli()).bind("chat", place.chat()).bind("topic", place.topic())
                        .bind("batch", found.batch()).bind("now", now.toEpochMilli()).execute();
            }
        }
    }

    /**
     * Writes down that they are about to be sent.
     *
     * @param digest whether in a summary at its hour, not to be repeated if nobody knows whether it arrived
     * @return false if they are no longer what was claimed; nothing is written then
     */
    public boolean sending(List<Notice> notices, boolean digest, Instant leaseUntil) {
        try {
            return database.inTransaction(handle -> {
                PreparedBatch rows = handle.prepareBatch("UPDATE notice SET state = 'SENDING', digest = :digest, "
                        + "lease_until = :lease" + THIS + "'NEW'");
                notices.forEach(notice -> bind(rows, notice).bind("digest", digest)
                        .bind("lease", leaseUntil.toEpochMilli()).add());
                if (sum(rows.execute()) < notices.size()) {
                    throw new Stale();
                }
                return true;
            });
        } catch (Stale e) {
            return false;
        }
    }

    /** Undoes what was begun. */
    private static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** They have arrived in that message. */
    public void sent(List<Notice> notices, long message, Instant now) {
        end(notices, "SENT", message, now, "");
    }

    /** They will not be tried again. */
    public void failed(List<Notice> notices, String problem, Instant now) {
        end(notices, "FAILED", 0, now, problem);
    }

    /** Nobody knows whether they have arrived, and they will not be tried again. */
    public void unknown(List<Notice> notices, String problem, Instant now) {
        end(notices, "UNKNOWN", 0, now, problem);
    }

    private void end(List<Notice> notices, String state, long message, Instant now, String problem) {
        if (notices.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch rows = handle.prepareBatch("UPDATE notice SET state = :state, message_id = :message, "
                    + "sent_at = :now, problem = :problem" + THIS + "'SENDING'");
            notices.forEach(notice -> bind(rows, notice).bind("state", state).bind("message", message)
                    .bind("now", now.toEpochMilli())
                    .bind("problem", problem.substring(0, Math.min(problem.length(), MOST_PROBLEM))).add());
            return rows.execute();
        });
    }

    /** They did not arrive, or perhaps did ({@code doubtful}), and are tried again then. */
    public void again(List<Notice> notices, Instant due, boolean doubtful) {
        if (notices.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            PreparedBatch rows = handle.prepareBatch("UPDATE notice SET state = 'NEW', lease_until = 0, "
                    + "due_at = :due, doubts = doubts + :doubt" + THIS + "'SENDING'");
            notices.forEach(notice -> bind(rows, notice).bind("due", due.toEpochMilli())
                    .bind("doubt", doubtful ? 1 : 0).add());
            return rows.execute();
        });
    }

    /** Gives back what was claimed and not sent, to be claimed again then. */
    public void release(List<Notice> notices, Instant due) {
        database.inTransaction(handle -> {
            PreparedBatch rows = handle
                    .prepareBatch("UPDATE notice SET lease_until = 0, due_at = :due" + THIS + "'NEW'");
            notices.forEach(notice -> bind(rows, notice).bind("due", due.toEpochMilli()).add());
            return rows.execute();
        });
    }

    /**
     * After a crash: what was claimed is free again; what was being sent is tried once more, unless it was often in
     * doubt before or is a summary at its hour. Called before anything is claimed.
     *
     * @return how many were being sent
     */
    public int recover(Instant now) {
        return database.inTransaction(handle -> {
            handle.execute("UPDATE notice SET lease_until = 0 WHERE state = 'NEW' AND lease_until > 0");
            return doubt(handle, now, Long.MAX_VALUE);
        });
    }

    /** The same for what somebody has been sending for longer than their lease. */
    public int expire(Instant now) {
        return database.inTransaction(handle -> doubt(handle, now, now.toEpochMilli()));
    }

    private static int doubt(Handle handle, Instant now, long before) {
        return handle.createUpdate("UPDATE notice SET state = 'NEW', lease_until = 0, due_at = 0, doubts = doubts + 1 "
                + "WHERE state = 'SENDING' AND lease_until < :before AND doubts < :most AND digest = FALSE")
                .bind("before", before).bind("most", MOST_DOUBTS).execute()
                + handle.createUpdate("UPDATE notice SET state = 'UNKNOWN', sent_at = :now, problem = :problem "
                        + "WHERE state = 'SENDING' AND lease_until < :before").bind("before", before)
                        .bind("now", now.toEpochMilli()).bind("problem", "interrupted").execute();
    }

    /** The clock was set back, and what was put off by the wrong one would wait too long: it is looked at again. */
    public int lookAgain(Instant now) {
        return database.inTransaction(handle -> handle.createUpdate("UPDATE notice SET due_at = 0, lease_until = 0 "
                + "WHERE state = 'NEW' AND due_at > :now AND due_at < :held").bind("now", now.toEpochMilli())
                .bind("held", Findings.HELD).execute());
    }

    /** How many there are in each state. */
    public record Counts(int waiting, int sending, int sent, int failed, int unknown) {}

    public Counts counts() {
        return database.inTransaction(handle -> new Counts(count(handle, "NEW"), count(handle, "SENDING"),
                count(handle, "SENT"), count(handle, "FAILED"), count(handle, "UNKNOWN")));
    }

    /** Since when the one that has been due the longest could have been sent; empty if none is due. */
    public Optional<Instant> dueSince(Instant now) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT due_at FROM notice WHERE state = 'NEW' AND due_at <= :now ORDER BY due_at LIMIT 1")
                .bind("now", now.toEpochMilli()).mapTo(Long.class).findOne()).map(Instant::ofEpochMilli);
    }

    private static int count(Handle handle, String state) {
        return handle.createQuery("SELECT COUNT(*) FROM notice WHERE state = :state").bind("state", state)
                .mapTo(Integer.class).one();
    }

    /** Why notices were given up, and how many. */
    public record Problem(String problem, int notices) {}

    /** What went wrong, the most frequent first. */
    public List<Problem> problems(int most) {
        return database.inTransaction(handle -> handle.createQuery("""
                SELECT problem, COUNT(*) FROM notice WHERE state IN ('FAILED', 'UNKNOWN')
                GROUP BY problem ORDER BY COUNT(*) DESC, problem LIMIT :most""").bind("most", most)
                .map((row, context) -> new Problem(row.getString(1), row.getInt(2))).list());
    }

    /** Forgets notices that were sent sixty days ago or given up thirty days ago. */
    int forget(Instant now) {
        return database.inTransaction(handle -> handle.createUpdate("""
                DELETE FROM notice WHERE (state = 'SENT' AND sent_at < :sent)
                OR (state IN ('FAILED', 'UNKNOWN') AND sent_at < :lost)
                OR (state = 'NEW' AND give_up_at > 0 AND give_up_at < :lost)""")
                .bind("sent", now.minus(SENT_KEPT).toEpochMilli()).bind("lost", now.minus(LOST_KEPT).toEpochMilli())
                .execute());
    }

    private static PreparedBatch bind(PreparedBatch rows, Notice notice) {
        return rows.bind("chat", notice.place().chat()).bind("topic", notice.place().topic())
                .bind("batch", notice.batch()).bind("number", notice.number()).bind("attempt", notice.attempt());
    }

    private static void execute(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The same notices after their chat moved. */
    public static List<Notice> moved(Collection<Notice> notices, long to) {
        return notices.stream().map(notice -> notice.in(new Place(to, notice.place().topic()))).toList();
    }
}
