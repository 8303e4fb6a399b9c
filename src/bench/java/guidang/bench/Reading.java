package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
@Warmup(iterations = 5)
@Measurement(iterations = Reading.RUNS)
@Fork(1)
public class Reading {
    static final int RUNS = 10;

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
    public int readingAlone() throws IOException {
        return new ArchiveReader(archive).readChanged(Map.of(), entry -> {}, (done, total) -> {}).read();
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

    /** What is searched of a section: names, headings, tags, its text, and what it cites. */
    private static String text(Entry entry, Section section) {
        var text = new StringJoiner("\n");
        text.add(entry.title()).add(entry.path().name()).add(section.heading());
        section.parents().forEach(text::add);
        entry.tags().forEach(text::add);
        text.add(section.text());
        Stream.concat(section.events().stream().flatMap(event -> event.citations().stream()),
                section.closing().stream()).forEach(citation -> text.add(citation.title()).add(citation.publisher()));
        return text.toString();
    }

    /** Runs all and prints MB/s and the ratio. */
    public static void main(String[] args) throws RunnerException, IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path archive = Folders.archive();
        long bytes = new ArchiveReader(archive).readChanged(Map.of(), entry -> {}, (done, total) -> {}).bytes();
        long text = texts(new ArchiveReader(archive).read()).stream()
                .mapToLong(each -> each.getBytes(StandardCharsets.UTF_8).length).sum();
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("guidang.bench.Reading\\.")
                .jvmArgsAppend("-Darchive=" + archive, "-Xmx1g").build()).run();
        Map<String, Double> millis = results.stream().collect(
                Collectors.toMap(result -> result.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                        result -> result.getPrimaryResult().getStatistics().getPercentile(50)));
        double ours = millis.getOrDefault("guidang", 0.0);
        double alone = millis.getOrDefault("luceneAlone", 0.0);
        double reading = millis.getOrDefault("readingAlone", 0.0);
        out.printf(Locale.ROOT, "%nfiles %.2f MB, searched text %.2f MB; medians of %d runs%n", bytes / MEGA,
                text / MEGA,
                RUNS);
        row(out, "guidang, files to committed index", ours, bytes);
        row(out, "  of which reading the files", reading, bytes);
        row(out, "Lucene alone, text to committed index", alone, text);
        out.printf(Locale.ROOT, "guidang takes %.2f times as long%n", ours / alone);
    }

    private static void row(PrintStream out, String what, double millis, long bytes) {
        out.printf(Locale.ROOT, "%-38s %7.0f ms %7.2f MB/s%n", what, millis, bytes / MEGA / millis * 1000);
    }
}
