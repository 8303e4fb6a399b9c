package guidang.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Commands that do not fit into a button or a deep link, by a short name that cannot be guessed. */
public final class KeptCommands {
    private static final int BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    KeptCommands(Database database) {
        this.database = database;
    }

    /** Keeps a command and returns its name: 16 characters of the alphabet of file names. */
    public String keep(String command, Instant now) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.inTransaction(handle -> handle
                .createUpdate("INSERT INTO kept_command (id, command, used_at) VALUES (:id, :command, :now)")
                .bind("id", id).bind("command", command).bind("now", now.toEpochMilli()).execute());
        return id;
    }

    /** The command of that name, if it has not been forgotten; it then counts as used. */
    public Optional<String> find(String id, Instant now) {
        return database.inTransaction(handle -> {
            handle.createUpdate("UPDATE kept_command SET used_at = :now WHERE id = :id").bind("id", id)
                    .bind("now", now.toEpochMilli()).execute();
            return handle.createQuery("SELECT command FROM kept_command WHERE id = :id").bind("id", id)
                    .mapTo(String.class).findOne();
        });
    }

    /** The command of that name, which is then forgotten: who comes second gets nothing. */
    public Optional<String> take(String id) {
        return database.inTransaction(handle -> {
            Optional<String> command = handle.createQuery("SELECT command FROM kept_command WHERE id = :id")
                    .bind("id", id).mapTo(String.class).findOne();
            handle.createUpdate("DELETE FROM kept_command WHERE id = :id").bind("id", id).execute();
            return command;
        });
    }

    /** Forgets what nobody used for that long. */
    public int forget(Duration unused, Instant now) {
        return database.inTransaction(handle -> handle.createUpdate("DELETE FROM kept_command WHERE used_at < :before")
                .bind("before", now.minus(unused).toEpochMilli()).execute());
    }
}
