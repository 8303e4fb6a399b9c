package guidang.cli;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import guidang.reading.ArchiveReader;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells which citations are not archived, or by one service alone. A report: nothing that it finds is a failure. */
@CommandLine.Command(name = "links", description = "List citations that are not archived, and those that one service alone archives.")
final class LinksCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Option(names = "--only", paramLabel = "KIND", description = "missing: without any snapshot; single: with those of one service.")
    private @Nullable Only only;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    private enum Only {
        MISSING, SINGLE
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = guidang.configuration();
        var report = new LinksReport(Cited.in(new ArchiveReader(configuration.archive()).read()), shown());
        PrintStream out = guidang.surroundings().out();
        if (json) {
            report.json(out);
        } else {
            report.text(out, guidang.texts());
        }
        return GuidangCommand.WELL;
    }

    private Set<Cited.Kept> shown() {
        return switch (only) {
            case null -> EnumSet.of(Cited.Kept.MISSING, Cited.Kept.SINGLE);
            case MISSING -> EnumSet.of(Cited.Kept.MISSING);
            case SINGLE -> EnumSet.of(Cited.Kept.SINGLE);
        };
    }
}
