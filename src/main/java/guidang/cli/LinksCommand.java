package guidang.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import guidang.reachability.CheckedLinks;
import guidang.reachability.LinkRound;
import guidang.reading.ArchiveReader;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Tells which citations are not archived, or by one service alone; and asks whether snapshots can be opened. Nothing that it
 * finds is a failure.
 */
@CommandLine.Command(name = "links", description = "List citations that are not archived, and those that one service alone archives; with --check, ask whether snapshots can be opened.")
final class LinksCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Option(names = "--only", paramLabel = "KIND", description = "missing: without any snapshot; single: with those of one service.")
    private @Nullable Only only;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Option(names = "--check", description = "Ask whether the snapshots can be opened: slowly, and going on where the last time ended.")
    private boolean check;

    @Option(names = "--originals", description = "With --check: the sources' own addresses too.")
    private boolean originals;

    @Option(names = "--older-than", paramLabel = "AGE", defaultValue = "30d", description = "With --check: leave out what was checked since, such as 30d or 12h; usually 30d.")
    @SuppressWarnings("NullAway.Init")
    private String olderThan;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "0", description = "With --check: ask for so many at most.")
    private int limit;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "", description = "With --check: only those of one host, or of an archiving service.")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(names = "--contact", paramLabel = "ADDRESS", defaultValue = "", description = "With --check: an address or a page, told to every host that is asked.")
    @SuppressWarnings("NullAway.Init")
    private String contact;

    private enum Only {
        MISSING, SINGLE
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = guidang.configuration();
        List<String> wrong = wrong();
        if (!wrong.isEmpty()) {
            wrong.forEach(guidang.surroundings().err()::println);
            return GuidangCommand.WRONG;
        }
        List<Cited> cited = Cited.in(new ArchiveReader(configuration.archive()).read());
        if (check) {
            var wish = new LinkChecking.Wish(originals, age().orElse(Duration.ZERO), limit, host, contact, json);
            return new LinkChecking(cited, wish, guidang.texts(), guidang.surroundings())
                    .run(House.dataFolder(configuration).resolve(CheckedLinks.FILE), environment());
        }
        var report = new LinksReport(cited, shown());
        PrintStream out = guidang.surroundings().out();
        if (json) {
            report.json(out);
        } else {
            report.text(out, guidang.texts());
        }
        return GuidangCommand.WELL;
    }

    private List<String> wrong() {
        Texts texts = guidang.texts();
        var wrong = new ArrayList<String>();
        if (age().isEmpty()) {
            wrong.add(texts.get("links.olderthan", olderThan));
        }
        if (limit < 0) {
            wrong.add(texts.get("links.limit"));
        }
        if (!contact.matches("[\\x21-\\x7E&&[^()\\\\]]{0,200}")) {
            wrong.add(texts.get("links.contact"));
        }
        if (check) {
            LinkRound.unusableProxies(environment()).forEach(name -> wrong.add(texts.get("links.proxy", name)));
        } else if (originals || limit != 0 || !host.isEmpty() || !contact.isEmpty() || !olderThan.equals("30d")) {
            wrong.add(texts.get("links.withcheck"));
        }
        return wrong;
    }

    private Map<String, String> environment() {
        return guidang.surroundings().environment();
    }

    /** Empty if it is none. */
    private Optional<Duration> age() {
        if (!olderThan.matches("[0-9]{1,4}[dh]|0")) {
            return Optional.empty();
        }
        long number = Long.parseLong(olderThan.replaceAll("[dh]", ""));
        return Optional.of(olderThan.endsWith("h") ? Duration.ofHours(number) : Duration.ofDays(number));
    }

    private Set<Cited.Kept> shown() {
        return switch (only) {
            case null -> EnumSet.of(Cited.Kept.MISSING, Cited.Kept.SINGLE);
            case MISSING -> EnumSet.of(Cited.Kept.MISSING);
            case SINGLE -> EnumSet.of(Cited.Kept.SINGLE);
        };
    }
}
