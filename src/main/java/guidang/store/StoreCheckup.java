package guidang.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Whether a store can be used, found by reading alone: a bot that has it open is not disturbed. */
public enum StoreCheckup {
    /** There is none yet. */
    ABSENT,
    /** It is whole, and of this version or an older one. */
    WELL,
    /** It is whole, and a newer version made it. */
    NEWER,
    /** It is not whole, or cannot be read. */
    DAMAGED;

    public static StoreCheckup of(Path file) {
        if (Files.notExists(file)) {
            return ABSENT;
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    return DAMAGED;
                }
            }
            return Database.isNewer(source) ? NEWER : WELL;
        } catch (SQLException | RuntimeException e) {
            return DAMAGED;
        }
    }
}
