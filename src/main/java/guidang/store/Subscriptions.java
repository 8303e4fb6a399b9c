package guidang.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/** What places want to be told about, and how. */
public final class Subscriptions {
    private static final int BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COLUMNS = "SELECT id, chat_id, topic_id, subject, subject_name, subject_part, kinds "
            + "FROM subscription ";

    private final Database database;

    Subscriptions(Database database) {
        this.database = database;
    }

    /** A name for a new subscription. */
    public static String newId() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Those of places that can be reached, in the order that they were made. */
    public List<Subscription> reachable() {
        return database.inTransaction(handle -> handle.createQuery(COLUMNS + """
                WHERE NOT EXISTS (SELECT 1 FROM lost_place WHERE lost_place.chat_id = subscription.chat_id
                AND (lost_place.topic_id = -1 OR lost_place.topic_id = subscription.topic_id))
                ORDER BY made_at, id""").map((row, context) -> read(row)).list());
    }

    /** All, in the order that they were made. */
    public List<Subscription> all() {
        return database.inTransaction(handle -> handle.createQuery(COLUMNS + "ORDER BY made_at, id")
                .map((row, context) -> read(row)).list());
    }

    /** Those of a place, in the order that they were made. */
    public List<Subscription> of(Place place) {
        return database.inTransaction(handle -> handle
                .createQuery(COLUMNS + "WHERE chat_id = :chat AND topic_id = :topic ORDER BY made_at, id")
                .bind("chat", place.chat()).bind("topic", place.topic()).map((row, context) -> read(row)).list());
    }

    /** The one of that name in that place. */
    public Optional<Subscription> find(Place place, String id) {
        return of(place).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether anything is wanted there. */
    public boolean isAny(Place place) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT COUNT(*) FROM subscription WHERE chat_id = :chat AND topic_id = :topic")
                .bind("chat", place.chat()).bind("topic", place.topic()).mapTo(Integer.class).one()) > 0;
    }

    /** Adds one, or puts it in the place of the one with its name. */
    public void save(Subscription subscription, Instant now) {
        String[] subject = written(subscription.subject());
        database.inTransaction(handle -> handle.createUpdate("""
                INSERT INTO subscription
                (id, chat_id, topic_id, subject, subject_name, subject_part, kinds, made_at)
                VALUES (:id, :chat, :topic, :subject, :name, :part, :kinds, :now)
                ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, subject_name = excluded.subject_name,
                subject_part = excluded.subject_part, kinds = excluded.kinds""").bind("id", subscription.id())
                .bind("chat", subscription.place().chat()).bind("topic", subscription.place().topic())
                .bind("subject", subject[0]).bind("name", subject[1]).bind("part", subject[2])
                .bind("kinds",
                        subscription.kinds().stream().sorted().map(Wanted::name).collect(Collectors.joining(",")))
                .bind("now", now.toEpochMilli()).execute());
    }

    /** @return whether there was one */
    public boolean remove(Place place, String id) {
        return database.inTransaction(handle -> handle
                .createUpdate("DELETE FROM subscription WHERE id = :id AND chat_id = :chat AND topic_id = :topic")
                .bind("id", id).bind("chat", place.chat()).bind("topic", place.topic()).execute()) > 0;
    }

    /** How a place wants to be told; empty if it chose nothing. */
    public Optional<DeliverySettings> settings(Place place) {
        return database.inTransaction(handle -> handle
                .createQuery("SELECT timing, digest_hour, digest_weekday, zone, quiet_from, quiet_to, silent, "
                        + "paused_until FROM delivery_setting WHERE chat_id = :chat AND topic_id = :topic")
                .bind("chat", place.chat()).bind("topic", place.topic())
                .map((row, context) -> new DeliverySettings(DeliverySettings.Timing.valueOf(row.getString(1)),
                        row.getInt(2), DayOfWeek.of(row.getInt(3)), ZoneId.of(row.getString(4)), row.getInt(5),
                        row.getInt(6), row.getBoolean(7), instant(row.getLong(8))))
                .findOne());
    }

    /** Chooses; what waits there is told by the new choice. */
    public void save(Place place, DeliverySettings settings) {
        Instant paused = settings.pausedUntil();
        database.inTransaction(handle -> handle.createUpdate("""
                INSERT INTO delivery_setting (chat_id, topic_id, timing, digest_hour, digest_weekday, zone, quiet_from,
                quiet_to, silent, paused_until)
                VALUES (:chat, :topic, :timing, :hour, :weekday, :zone, :from, :to, :silent, :paused)
                ON CONFLICT (chat_id, topic_id) DO UPDATE SET timing = excluded.timing,
                digest_hour = excluded.digest_hour, digest_weekday = excluded.digest_weekday, zone = excluded.zone,
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, silent = excluded.silent,
                paused_until = excluded.paused_until""").bind("chat", place.chat()).bind("topic", place.topic())
                .bind("timing", settings.timing().name()).bind("hour", settings.hour())
                .bind("weekday", settings.weekday().getValue()).bind("zone", settings.zone().getId())
                .bind("from", settings.quietFrom()).bind("to", settings.quietTo()).bind("silent", settings.silent())
                .bind("paused", paused == null ? 0 : paused.toEpochMilli()).execute()
                + handle.createUpdate("UPDATE notice SET due_at = 0 WHERE chat_id = :chat AND topic_id = :topic "
                        + "AND state = 'NEW' AND attempt = 0 AND due_at < :held").bind("chat", place.chat())
                        .bind("topic", place.topic()).bind("held", Findings.HELD).execute());
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        Set<Wanted> kinds = Arrays.stream(row.getString(7).split(",")).map(Wanted::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Subscription(row.getString(1), new Place(row.getLong(2), row.getInt(3)),
                subject(row.getString(4), row.getString(5), row.getString(6)), kinds);
    }

    private static String[] written(Subject subject) {
        return switch (subject) {
            case Subject.Search(String text) -> new String[]{"SEARCH", text, ""};
            case Subject.Page(String path) -> new String[]{"PAGE", path, ""};
            case Subject.Section(String path, String heading) -> new String[]{"SECTION", path, heading};
            case Subject.Tag(String tag) -> new String[]{"TAG", tag, ""};
            case Subject.Folder(String folder) -> new String[]{"FOLDER", folder, ""};
            case Subject.Everything everything -> new String[]{"EVERYTHING", "", ""};
        };
    }

    private static Subject subject(String kind, String name, String part) {
        return switch (kind) {
            case "SEARCH" -> new Subject.Search(name);
            case "PAGE" -> new Subject.Page(name);
            case "SECTION" -> new Subject.Section(name, part);
            case "TAG" -> new Subject.Tag(name);
            case "FOLDER" -> new Subject.Folder(name);
            case "EVERYTHING" -> new Subject.Everything();
            default -> throw new IllegalStateException("a subject that this version does not know");
        };
    }
}
