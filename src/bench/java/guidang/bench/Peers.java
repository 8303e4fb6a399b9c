package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.bot.Request;
import guidang.index.ArchiveIndex;
import guidang.judged.Question;
import guidang.message.Language;

/**
 * A whole reply of ours beside the bare search of others, over the same lines and the same sections. The folder is given
 * by {@code -Darchive=DIR}, the lines or judged questions by {@code -Dlines=FILE}. docs/comparison.md tells who is
 * compared and how.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class Peers {
    private static final String OURS = "GUIDANG";

    @Param({"search", "question", "timeline"})
    private String kind = "search";

    @Param({OURS, "BARE", "PLAIN", "TRIGRAM", "PAIRS", "STANDARD", "CJK", "SMARTCN"})
    private String system = OURS;

    private List<String> lines = List.of();
    private @Nullable ArchiveIndex index;
    private @Nullable Conversation conversation;
    private @Nullable Peer peer;
    private int next;

    @Setup
    public void open() throws IOException, SQLException {
        Path prepared = Path.of(System.getProperty("prepared", ""));
        ArchiveIndex opened = ArchiveIndex.open(prepared.resolve("guidang"), Folders.aliases());
        index = opened;
        lines = Lines.of(kind, System.getProperty("lines", ""), opened);
        if (system.equals(OURS)) {
            conversation = conversation(opened);
        } else {
            lines = lines.stream().map(Lines::text).toList();
            peer = Peer.Kind.valueOf(system).open(prepared, new SectionTexts(List.of()));
        }
    }

    static Conversation conversation(ArchiveIndex index) {
        Clock clock = Clock.systemUTC();
        return new Conversation(new Answers(index, clock), clock, Language.SIMPLIFIED);
    }

    @TearDown
    public void close() throws IOException, SQLException {
        if (peer != null) {
            peer.close();
        }
        if (index != null) {
            index.close();
        }
    }

    @Benchmark
    public Object reply() throws IOException, SQLException {
        next = (next + 1) % lines.size();
        String line = lines.get(next);
        if (conversation != null) {
            return conversation.reply(Request.typed(line));
        }
        if (peer == null) {
            throw new IllegalStateException("not open");
        }
        return peer.top(line);
    }

    /**
     * Compares in one run and prints one table; then, for judged questions, a second one of who finds the section. With
     * {@code -Dquality=true} only the second, with {@code -Dscript=true} that of the questions in the other script.
     */
    public static void main(String[] args) throws IOException, SQLException, RunnerException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String file = System.getProperty("lines", "");
        boolean judged = file.endsWith(".jsonl");
        boolean quick = Boolean.getBoolean("quality") || Boolean.getBoolean("script");
        if (quick && !judged) {
            throw new IllegalArgumentException("needs judged questions, a file named .jsonl: " + file);
        }
        Path prepared = Folders.scratch();
        try {
            SectionTexts texts = SectionTexts.of(Folders.archive());
            Peer.prepare(Folders.archive(), prepared, texts);
            if (quick) {
                ranked(out, new Ranked(prepared, texts), Lines.questions(file));
                return;
            }
            Collection<RunResult> results = run(prepared, file);
            out.printf(Locale.ROOT, "%n%d sections; microseconds%n", texts.places().size());
            out.printf("%-9s %-30s %10s %10s %10s %10s %9s%n", "kind", "system", "p50", "p99", "ours/p50", "ours/p99",
                    "samples");
            for (String each : Lines.KINDS) {
                rows(out, results, each);
            }
            if (judged) {
                new Ranked(prepared, texts).print(out, "as written", Lines.questions(file));
            }
        } finally {
            Folders.wipe(prepared);
        }
    }

    private static void ranked(PrintStream out, Ranked ranked, List<Question> questions)
            throws IOException, SQLException {
        if (Boolean.getBoolean("quality")) {
            ranked.print(out, "as written", questions);
        }
        if (Boolean.getBoolean("script")) {
            OtherScript other = OtherScript.of(questions);
            ranked.print(out, other.title(), questions.stream().map(other::ask).toList());
        }
    }

    private static Collection<RunResult> run(Path prepared, String file) throws RunnerException {
        int rounds = Integer.getInteger("rounds", 5);
        return new Runner(new OptionsBuilder().include("guidang.bench.Peers\\.").warmupIterations(rounds)
                .measurementIterations(rounds).warmupTime(TimeValue.seconds(2)).measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Dprepared=" + prepared, "-Dlines=" + file, "-Daliases=" + Folders.aliasFile(),
                        "-Dopensearch=" + OpenSearch.query(), "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED")
                .build()).run();
    }

    private static void rows(PrintStream out, Collection<RunResult> results, String kind) {
        Statistics ours = times(results, kind, OURS).orElseThrow();
        double p50 = ours.getPercentile(50);
        double p99 = ours.getPercentile(99);
        out.printf(Locale.ROOT, "%-9s %-30s %10.0f %10.0f %10s %10s %9d%n", kind, "Guidang, the whole reply", p50, p99,
                "", "", ours.getN());
        for (Peer.Kind peer : Peer.Kind.values()) {
            times(results, kind, peer.name()).ifPresent(times -> out.printf(Locale.ROOT,
                    "%-9s %-30s %10.0f %10.0f %9.2f× %9.2f× %9d%n", "", peer.title(), times.getPercentile(50),
                    times.getPercentile(99), p50 / times.getPercentile(50), p99 / times.getPercentile(99),
                    times.getN()));
        }
    }

    private static Optional<Statistics> times(Collection<RunResult> results, String kind, String system) {
        return results.stream()
                .filter(result -> result.getParams().getParam("kind").equals(kind)
                        && result.getParams().getParam("system").equals(system))
                .map(result -> result.getPrimaryResult().getStatistics()).findFirst();
    }
}
