package guidang.cli;

import java.io.IOException;
import java.nio.file.Path;

import guidang.reachability.CheckedLinks;
import guidang.reachability.DeadLinks;

/** What the last checks of links found, as a file of the data folder says; read at the start and on a reload. */
final class LastChecks {
    private static final System.Logger LOG = System.getLogger(LastChecks.class.getName());

    private final Path file;
    private volatile DeadLinks dead = DeadLinks.none();

    private LastChecks(Path file) {
        this.file = file;
    }

    static LastChecks in(Path data) {
        var checks = new LastChecks(data.resolve(CheckedLinks.FILE));
        checks.read();
        return checks;
    }

    /** Reads the file again; what was known stays where it cannot be read. */
    void read() {
        try {
            dead = DeadLinks.of(CheckedLinks.read(file).values());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the checks of links cannot be read: {0}", e.getClass().getName());
        }
    }

    DeadLinks dead() {
        return dead;
    }
}
