package guidang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How state and time grow with the archive: it is copied 1, 10 and 100 times ({@code -Dtimes=1,10,100}) with a tenth of
 * its Chinese characters changed, so that no copy repeats the words of another.
 */
public final class Growth {
    private static final double MEGA = 1e6;
    private static final int CHANGED = 10;

    private Growth() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> files = new ArrayList<>();
        Path archive = Folders.archive();
        try (Stream<Path> paths = Files.walk(archive)) {
            paths.filter(Files::isRegularFile).filter(Growth::isEntry).forEach(files::add);
        }
        out.printf("%6s %9s %12s %12s %8s %10s%n", "times", "files", "text MB", "state MB", "ratio", "seconds");
        for (String times : System.getProperty("times", "1,10,100").split(",", -1)) {
            row(out, archive, files, Integer.parseInt(times));
        }
    }

    private static void row(PrintStream out, Path archive, List<Path> files, int times) throws IOException {
        Path copies = Folders.scratch();
        Path state = Folders.scratch();
        try {
            for (int copy = 0; copy < times; copy++) {
                copy(archive, files, copies.resolve("copy" + copy), copy);
            }
            long begun = System.nanoTime();
            Indexing.whole(copies, state);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double text = Folders.bytes(copies) / MEGA;
            double held = Folders.bytes(state) / MEGA;
            out.printf(Locale.ROOT, "%6d %9d %12.2f %12.2f %8.2f %10.2f%n", times, files.size() * times, text,
                    held, held / text, seconds);
        } finally {
            Folders.wipe(copies);
            Folders.wipe(state);
        }
    }

    private static boolean isEntry(Path file) {
        String name = file.toString();
        return !name.contains("/.") && Stream.of(".md", ".markdown", ".txt", ".html").anyMatch(name::endsWith);
    }

    private static void copy(Path archive, List<Path> files, Path to, int copy) throws IOException {
        for (Path file : files) {
            Path target = to.resolve(archive.relativize(file).toString());
            Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
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
