package guidang.store;

import java.nio.file.Path;

/** The store of one bot. Safe for several threads; only one process may have it open. */
public final class Store implements AutoCloseable {
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

    /** What answers what. */
    public Replies replies() {
        return new Replies(database);
    }

    /** Single facts. */
    public Facts facts() {
        return new Facts(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
