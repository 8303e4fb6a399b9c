package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

import guidang.answer.Answers;
import guidang.bot.Conversation;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.index.ArchiveIndex;
import guidang.message.Language;

/**
 * A reply, from the text of a person to the composed message. Lines are made from the titles of the archive that
 * {@code -Darchive=DIR} names, or read from {@code -Dlines=FILE}, see {@link Lines}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Replies {
    @Param({"search", "question", "timeline"})
    private String kind = "search";

    private Path folder = Path.of("");
    private List<String> lines = List.of();
    private @Nullable ArchiveIndex index;
    private @Nullable Conversation conversation;
    private int next;

    @Setup
    public void open() throws IOException {
        folder = Folders.scratch();
        Indexing.whole(Folders.archive(), folder);
        ArchiveIndex opened = ArchiveIndex.open(folder, Folders.aliases());
        Clock clock = Clock.systemUTC();
        index = opened;
        conversation = new Conversation(new Answers(opened, clock), clock,
                Language.SIMPLIFIED);
        lines = Lines.of(kind, System.getProperty("lines", ""), opened);
    }

    @TearDown
    public void close() throws IOException {
        if (index != null) {
            index.close();
        }
        Folders.wipe(folder);
    }

    @Benchmark
    public Reply reply() {
        if (conversation == null) {
            throw new IllegalStateException("not open");
        }
        next = (next + 1) % lines.size();
        return conversation.reply(Request.typed(lines.get(next)));
    }

    /** Runs all kinds and prints p50 and p99. */
    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder().include("guidang.bench.Replies\\.").jvmArgsAppend(
                "-Darchive=" + Folders.archive(), "-Dlines=" + System.getProperty("lines", ""),
                "-Daliases=" + Folders.aliasFile(), "-Xmx1g").build();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (RunResult result : new Runner(options).run()) {
            Statistics times = result.getPrimaryResult().getStatistics();
            out.printf(Locale.ROOT, "%-10s p50 %8.0f µs   p99 %8.0f µs   max %8.0f µs   replies %d%n",
                    result.getParams().getParam("kind"), times.getPercentile(50), times.getPercentile(99),
                    times.getMax(), times.getN());
        }
    }
}
