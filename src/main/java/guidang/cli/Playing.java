package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.playground.EntryFolder;
import guidang.playground.Playground;
import guidang.telegram.Protection;
import guidang.telegram.TelegramBot;
import guidang.telegram.Token;

/**
 * Runs the bot against a Telegram of its own, with a page to talk to it. What it keeps lies in a folder that goes when it
 * ends, so that it begins anew each time and touches nothing of a bot in earnest.
 */
final class Playing {
    /** How soon an edit is noticed: twice this. */
    private static final Duration REREAD = Duration.ofMillis(500);

    private final Configuration configuration;
    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    Playing(Configuration configuration, Texts texts, PrintStream out, PrintStream err) {
        this.configuration = configuration;
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Opens a house over a configuration. */
    @FunctionalInterface
    interface Opening {
        House open(Configuration configuration) throws IOException;
    }

    /**
     * @param copied whether the page plays with a copy of the archive, which it may change
     * @param port of the page; 0: any
     * @return the exit code
     */
    int run(boolean copied, int port, boolean opened, Opening opening) throws Exception {
        Path folder = Files.createTempDirectory("guidang-playground");
        try {
            Path archive = copied ? copy(configuration.archive(), folder.resolve("archive")) : configuration.archive();
            try (var playground = new Playground(port, new EntryFolder(archive.toAbsolutePath().normalize(), copied),
                    Clock.system(ZoneId.systemDefault()))) {
                Language language = configuration.chosenLanguage().orElse(texts.language());
                var settings = new TelegramBot.Settings(Token.of(playground.token()).orElseThrow(), playground.api(),
                        null, true, language);
                Configuration played = configuration.played(archive, folder.resolve("data"), REREAD, settings, owned());
                return new Serving(played, texts, err, null).run(settings, new Serving.Opening() {
                    @Override
                    public House open() throws IOException {
                        House house = opening.open(played);
                        tell(playground.page(), copied ? null : archive, opened);
                        return house;
                    }

                    @Override
                    public void closed() throws IOException {
                        delete(folder);
                    }
                });
            }
        } catch (BindException taken) {
            err.println(texts.get("playground.port", Integer.toString(port)));
            return GuidangCommand.WRONG;
        } finally {
            delete(folder);
        }
    }

    /** The usual limits; whom the page begins with may look after the bot. */
    private static Protection owned() {
        Protection usual = Protection.USUAL;
        return new Protection(usual.personAMinute(), usual.groupAMinute(), usual.inlineAMinute(), Set.of(), Set.of(),
                Set.of(Playground.OWNER), null);
    }

    private void tell(URI page, @Nullable Path edited, boolean opened) {
        out.println(texts.get("playground.ready", page.toString()));
        if (edited != null) {
            out.println(texts.get("playground.edit", edited.toString()));
        }
        if (opened && !open(page)) {
            err.println(texts.get("playground.nobrowser"));
        }
    }

    /** Asks the desktop to show the page; false if there is none. */
    private static boolean open(URI page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", page.toString());
        try {
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(from) && folder.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
                    throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
