package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import guidang.bot.Conversation;
import guidang.bot.Request;
import guidang.index.ArchiveIndex;
import guidang.index.BarePairs;

/**
 * How state and time grow with the archive: it is copied 1, 10 and 100 times ({@code -Dtimes=1,10,100}) with a tenth of
 * its Chinese characters changed, so that no copy repeats the words of another. Prints a table, and draws it where
 * {@code -Dplot=FILE} says. Times are of single replies, one after the other, after three times as many to warm up.
 */
public final class Growth {
    private static final double MEGA = 1e6;
    private static final double MICROS = 1e3;
    private static final int CHANGED = 10;
    private static final int LINES = 200;
    private static final int ROUNDS = 5;
    /** By kind of line, then the bare search: told apart without red and green, and each dark enough on white. */
    private static final List<String> COLOURS = List.of("#0b62b4", "#b3481c", "#6b3fa0", "#5f6770");

    private Growth() {}

    /** Microseconds within which half, and 99 of 100, of the replies to one kind of line came. */
    record Times(String kind, double p50, double p99) {}

    /** One size. {@code times} in the order of {@link Lines#KINDS}, then those of the bare search. */
    record Measured(int copies, int files, double text, double state, double seconds, List<Times> times) {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> files = new ArrayList<>();
        Path archive = Folders.archive();
        try (Stream<Path> paths = Files.walk(archive)) {
            paths.filter(Files::isRegularFile).filter(Growth::isEntry).forEach(files::add);
        }
        out.printf("%6s %9s %10s %10s %7s %9s", "times", "files", "text MB", "state MB", "ratio", "seconds");
        Stream.concat(Lines.KINDS.stream(), Stream.of("bare"))
                .forEach(kind -> out.printf(" %22s", kind + " p50/p99 µs"));
        out.println();
        var all = new ArrayList<Measured>();
        for (String times : System.getProperty("times", "1,10,100").split(",", -1)) {
            Measured measured = measured(archive, files, Integer.parseInt(times.strip()));
            all.add(measured);
            out.printf(Locale.ROOT, "%6d %9d %10.2f %10.2f %7.2f %9.2f", measured.copies, measured.files, measured.text,
                    measured.state, measured.state / measured.text, measured.seconds);
            measured.times.forEach(each -> out.printf(Locale.ROOT, " %11.0f %10.0f", each.p50, each.p99));
            out.println();
        }
        String plot = System.getProperty("plot", "");
        if (!plot.isEmpty()) {
            Files.writeString(Path.of(plot), drawing(all));
            out.println("drawn: " + plot);
        }
    }

    private static Measured measured(Path archive, List<Path> files, int times) throws IOException {
        Path copies = Folders.scratch();
        Path state = Folders.scratch();
        try {
            for (int copy = 0; copy < times; copy++) {
                copy(archive, files, copies.resolve("copy" + copy), copy);
            }
            long begun = System.nanoTime();
            Indexing.whole(copies, state);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Measured(times, files.size() * times, Folders.bytes(copies) / MEGA, Folders.bytes(state) / MEGA,
                    seconds, times(state));
        } finally {
            Folders.wipe(copies);
            Folders.wipe(state);
        }
    }

    private static List<Times> times(Path state) throws IOException {
        var times = new ArrayList<Times>();
        try (ArchiveIndex index = ArchiveIndex.open(state, Folders.aliases());
                BarePairs bare = BarePairs.open(state)) {
            Conversation conversation = Peers.conversation(index);
            for (String kind : Lines.KINDS) {
                times.add(times(kind, some(Lines.of(kind, "", index)),
                        line -> conversation.reply(Request.typed(line)).message().text().length()));
            }
            List<String> questions = some(Lines.of("question", "", index)).stream().map(Lines::text).toList();
            times.add(times("bare", questions, line -> {
                try {
                    return bare.top(line, Peer.TOP).length;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        return times;
    }

    /** At most so many, evenly from the whole list. */
    private static List<String> some(List<String> lines) {
        int step = Math.max(1, lines.size() / LINES);
        return Stream.iterate(0, i -> i < lines.size(), i -> i + step).limit(LINES).map(lines::get).toList();
    }

    private static Times times(String kind, List<String> lines, ToDoubleFunction<String> reply) {
        int warmUp = lines.size() * ROUNDS * 3;
        var micros = new double[lines.size() * ROUNDS];
        double said = 0;
        for (int i = 0; i < warmUp + micros.length; i++) {
            String line = lines.get(i % lines.size());
            long begun = System.nanoTime();
            said += reply.applyAsDouble(line);
            if (i >= warmUp) {
                micros[i - warmUp] = (System.nanoTime() - begun) / MICROS;
            }
        }
        if (said == 0) {
            throw new IllegalStateException("nothing was found");
        }
        Arrays.sort(micros);
        return new Times(kind, micros[micros.length / 2], micros[(int) (micros.length * 0.99)]);
    }

    private static String drawing(List<Measured> all) {
        List<Double> x = values(all, Measured::copies);
        Measured once = all.getFirst();
        String copies = String.format(Locale.ROOT, "times %,d files, %,.1f MB", once.files / once.copies,
                once.text / once.copies);
        var size = new Plot("Size on disk", copies, "MB", x,
                List.of(new Plot.Line("state", COLOURS.getFirst(), false, values(all, Measured::state)),
                        new Plot.Line("text", COLOURS.getLast(), true, values(all, Measured::text))));
        var lines = new ArrayList<Plot.Line>();
        for (int i = 0; i < COLOURS.size(); i++) {
            int at = i;
            String kind = all.getFirst().times.get(i).kind;
            String name = kind.equals("bare") ? "bare Lucene" : kind;
            lines.add(new Plot.Line(name + " p50", COLOURS.get(i), false,
                    values(all, each -> each.times.get(at).p50 / 1000)));
            lines.add(new Plot.Line(name + " p99", COLOURS.get(i), true,
                    values(all, each -> each.times.get(at).p99 / 1000)));
        }
        return Plot.beside("Growth with the archive", List.of(size,
                new Plot("Time of a reply", copies, "ms", x, lines)));
    }

    private static List<Double> values(List<Measured> all, ToDoubleFunction<Measured> value) {
        return all.stream().mapToDouble(value).boxed().toList();
    }

    private static boolean isEntry(Path file) {
        String name = file.toString();
        return !name.contains("/.") && Stream.of(".md", ".markdown", ".txt", ".html").anyMatch(name::endsWith);
    }

    private static void copy(Path archive, List<Path> files, Path to, int copy) throws IOException {
        for (Path file : files) {
            Path target = to.resolve(archive.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Files.writeString(target, copy == 0 ? text : altered(text, new Random(copy * 31L + text.hashCode())));
        }
    }

    /** A tenth of the Chinese characters exchanged for others of the same text; dates stay. */
    private static String altered(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int i = 0; i < changed.length(); i++) {
            char other = text.charAt(random.nextInt(text.length()));
            if (isWord(changed.charAt(i)) && isWord(other) && random.nextInt(CHANGED) == 0) {
                changed.setCharAt(i, other);
            }
        }
        return changed.toString();
    }

    private static boolean isWord(char c) {
        return c >= 0x4E00 && c < 0x9FA0 && "年月日".indexOf(c) < 0;
    }
}
