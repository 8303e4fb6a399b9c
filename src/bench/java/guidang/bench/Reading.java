package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import guidang.archive.Archive;
import guidang.archive.Entry;
import guidang.archive.Section;
import guidang.reading.ArchiveReader;

/**
 * A whole archive read and indexed, beside Lucene alone indexing the text that was extracted from it. The folder is
 * given by {@code -Darchive=DIR}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@Fork(1)
public class Reading {
    private static final double MEGA = 1e6;

    private Path archive = Path.of("");
    private Path scratch = Path.of("");
    private List<String> texts = List.of();

    @Setup
    public void extract() throws IOException {
        archive = Folders.archive();
        texts = texts(new ArchiveReader(archive).read());
    }

    @Setup(Level.Iteration)
    public void newFolder() throws IOException {
        scratch = Folders.scratch();
    }

    @TearDown(Level.Iteration)
    public void wipe() throws IOException {
        Folders.wipe(scratch);
    }

    @Benchmark
    public int guidang() throws IOException {
        return Indexing.whole(archive, scratch);
    }

    @Benchmark
    public int luceneAlone() throws IOException {
        return LuceneAlone.index(texts, scratch);
    }

    private static List<String> texts(Archive archive) {
        return archive.entries().stream()
                .flatMap(entry -> entry.sections().stream().map(section -> text(entry, section)))
                .toList();
    }

    private static String text(Entry entry, Section section) {
        return entry.title() + "\n" + section.heading() + "\n" + section.text();
    }

    /** Runs both and prints MB/s and the ratio. */
    public static void main(String[] args) throws RunnerException, IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path archive = Folders.archive();
        long bytes = new ArchiveReader(archive).readChanged(Map.of(), entry -> {}, (done, total) -> {}).bytes();
        long text = texts(new ArchiveReader(archive).read()).stream()
                .mapToLong(each -> each.getBytes(StandardCharsets.UTF_8).length).sum();
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("guidang.bench.Reading\\.")
                .jvmArgsAppend("-Darchive=" + archive, "-Xmx1g").build()).run();
        double ours = 0;
        double alone = 0;
        for (RunResult result : results) {
            double millis = result.getPrimaryResult().getScore();
            if (result.getParams().getBenchmark().endsWith(".guidang")) {
                ours = millis;
            } else {
                alone = millis;
            }
        }
        out.printf(Locale.ROOT, "%nfiles %.2f MB, extracted text %.2f MB%n", bytes / MEGA, text / MEGA);
        out.printf(Locale.ROOT, "guidang, files to committed index   %8.0f ms  %6.2f MB/s of files%n", ours,
                bytes / MEGA / ours * 1000);
        out.printf(Locale.ROOT, "Lucene alone, text to committed index %6.0f ms  %6.2f MB/s of text%n", alone,
                text / MEGA / alone * 1000);
        out.printf(Locale.ROOT, "ratio of times %.2f%n", ours / alone);
    }
}
