package guidang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import guidang.archive.Problem;
import guidang.index.ArchiveIndex;
import guidang.index.Facts;
import guidang.reading.ArchiveReader;
import guidang.telegram.Upkeep;

/** Looks after a running bot's archive for its owners. */
final class Caretaker implements Upkeep {
    private static final System.Logger LOG = System.getLogger(Caretaker.class.getName());

    private final String version;
    private final Path archive;
    private final ArchiveIndex index;
    private final ArchiveWatch.Reread reread;
    private final Clock clock;
    private Instant read;
    private @Nullable List<Problem> problems;

    Caretaker(String version, Path archive, ArchiveIndex index, ArchiveWatch.Reread reread, Clock clock) {
        this.version = version;
        this.archive = archive;
        this.index = index;
        this.reread = reread;
        this.clock = clock;
        this.read = clock.instant();
    }

    @Override
    public synchronized State state() {
        Facts facts = index.facts();
        return new State(version, facts.entries(), facts.events(), read, problems().size());
    }

    /** The index keeps none: the files are read once more, and what is found is kept until they are read again. */
    @Override
    public synchronized List<Problem> problems() {
        List<Problem> found = problems;
        if (found == null) {
            try {
                found = List.copyOf(new ArchiveReader(archive).readChanged(Map.of(), entry -> {}, (done, of) -> {})
                        .problems());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the archive cannot be read: {0}", e.getClass().getName());
                return List.of();
            }
            problems = found;
        }
        return found;
    }

    @Override
    public synchronized State reload() throws IOException {
        reread();
        return state();
    }

    /** Reads what has changed, whoever noticed; one after the other. */
    synchronized ArchiveReader.Report reread() throws IOException {
        ArchiveReader.Report report = reread.now();
        read = clock.instant();
        problems = null;
        return report;
    }
}
