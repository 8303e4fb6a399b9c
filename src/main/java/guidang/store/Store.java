package guidang.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The store of one bot. Safe for several threads; only one process may have it open. */
public final class Store implements AutoCloseable {
    private static final Duration UPDATES = Duration.ofDays(3);
    private static final Duration REPLIES = Duration.ofDays(3);
    private static final Duration COMMANDS = Duration.ofDays(30);
    private static final Duration CHANGES = Duration.ofDays(400);

    private final Database database;

    private Store(Database database) {
        this.database = database;
    }

    /** @param file made where there is none; its folder exists */
    public static Store open(Path file) throws StoreUnavailable {
        return new Store(Database.open(file));
    }

    /** What arrived. */
    public Inbox inbox() {
        return new Inbox(database);
    }

    /** Commands too long for a button. */
    public KeptCommands keptCommands() {
        return new KeptCommands(database);
    }

    /** What chats chose. */
    public Chats chats() {
        return new Chats(database);
    }

    /** What places want to be told about. */
    public Subscriptions subscriptions() {
        return new Subscriptions(database);
    }

    /** The archive as it was when changes were last looked for. */
    public ToldFiles toldFiles() {
        return new ToldFiles(database);
    }

    /** Where what was found different is written down. */
    public Findings findings() {
        return new Findings(database);
    }

    /** What changed. */
    public ChangeLog changeLog() {
        return new ChangeLog(database);
    }

    /** Notices that wait or were sent. */
    public Outbox outbox() {
        return new Outbox(database);
    }

    /** What notices tell. */
    public NoticeLog noticeLog() {
        return new NoticeLog(database);
    }

    /** Places that cannot be reached. */
    public LostPlaces lostPlaces() {
        return new LostPlaces(database);
    }

    /** What answers what. */
    public Replies replies() {
        return new Replies(database);
    }

    /**
     * Forgets what nobody asks for any more: updates that were dealt with three days ago, replies that Telegram no longer
     * lets a bot change, commands that nobody used for a month, notices that were sent two months ago, changes of more
     * than a year ago. To be called now and then.
     */
    public void forgetOld(Instant now) {
        inbox().forget(UPDATES, now);
        replies().forget(REPLIES, now);
        keptCommands().forget(COMMANDS, now);
        outbox().forget(now);
        changeLog().forget(CHANGES, now);
    }

    /** Single facts. */
    public Facts facts() {
        return new Facts(database);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
