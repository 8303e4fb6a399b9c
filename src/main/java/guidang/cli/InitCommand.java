package guidang.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.telegram.Token;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a configuration with comments, from five questions or from options. Overwrites nothing unasked. */
@CommandLine.Command(name = "init", description = "Write a configuration with comments, by asking five questions.")
final class InitCommand implements Callable<Integer> {
    private static final String NUMBERS = "[1-9][0-9]{0,17}( *[,，] *[1-9][0-9]{0,17})*";
    private static final String CHAT = "@[A-Za-z][A-Za-z0-9_]{3,31}|-[0-9]{1,18}";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Option(names = "--yes", description = "Ask nothing: take the options, and what is usual.")
    private boolean yes;

    @Option(names = "--force", description = "Write it anew where there is one; the old one is kept beside it.")
    private boolean force;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File of the bot's token. If it is not there, the token of GUIDANG_TELEGRAM_TOKEN is put into it.")
    private @Nullable Path tokenFile;

    @Option(names = "--owner", paramLabel = "NUMBER", split = ",", description = "Number of somebody who looks after the bot.")
    private List<Long> owners = List.of();

    @Option(names = "--members-of", paramLabel = "CHAT", description = "Answer only members of this group or channel: @name, or its number.")
    private @Nullable String membersOf;

    /** Input ended before all questions were answered. */
    private static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What was wrong with an option, or stood in the way: nothing is written. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words);
        }
    }

    @Override
    public Integer call() throws Exception {
        Texts texts = guidang.texts();
        PrintStream err = guidang.surroundings().err();
        try {
            write(texts);
            return GuidangCommand.WELL;
        } catch (Unanswered e) {
            err.println();
            err.println(texts.get("init.unanswered"));
        } catch (Refused e) {
            err.println(e.getMessage());
        }
        return GuidangCommand.WRONG;
    }

    private void write(Texts texts) throws Unanswered, Refused, IOException {
        ConfigurationReader.Place place = guidang.reader().place();
        Path file = place.file();
        Path before = file.resolveSibling(file.getFileName() + ".old");
        if (Files.exists(file) && !force) {
            throw new Refused(texts.get("init.exists", file.toString(), before.toString()));
        }
        Questions questions = new Questions(texts, place.root(), new BufferedReader(
                new InputStreamReader(guidang.surroundings().in(), StandardCharsets.UTF_8)));
        if (!yes) {
            guidang.surroundings().out().println(texts.get("init.welcome", file.toString()));
        }
        String archive = questions.ask("archive", guidang.archive().orElse(place.root().resolve("seeds").toString()),
                questions::isFolder);
        String language = questions.ask("language", guidang.language().orElse("auto"), InitCommand::isLanguage);
        Path usual = tokenFile != null ? tokenFile : place.root().resolve("data/token");
        String given = yes ? guidang.surroundings().environment().getOrDefault(TelegramSettings.TOKEN, "") : "";
        String token = questions.ask("token",
                tokenFile != null && (Files.exists(tokenFile) || given.isBlank())
                        ? tokenFile.toString()
                        : given.strip(),
                InitCommand::isToken);
        String owner = questions.ask("owner", String.join(", ", owners.stream().map(String::valueOf).toList()),
                text -> text.isEmpty() || text.matches(NUMBERS));
        String members = questions.ask("members", membersOf == null ? "" : membersOf,
                text -> text.isEmpty() || text.matches(CHAT));

        Optional<Token> typed = Token.of(token);
        if (typed.isPresent()) {
            keep(token.strip(), usual, texts);
        }
        String holder = typed.isPresent() ? questions.fromRoot(usual.toString()) : questions.fromRoot(token);
        String text = template(texts.language()).replace("{archive}", quoted(questions.fromRoot(archive)))
                .replace("{language}", language).replace("{token_file}", quoted(holder))
                .replace("{owners}", "[" + owner.replace("，", ",") + "]").replace("{members_of}", quoted(members));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(file)) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(file, text.replaceAll("(?m): +$", ":"));
        PrintStream out = guidang.surroundings().out();
        typed.ifPresent(written -> out.println(texts.get("init.wrote.token", usual.toString())));
        out.println(texts.get("init.wrote", file.toString()));
        out.println(texts.get("init.next"));
    }

    private void keep(String token, Path file, Texts texts) throws Refused, IOException {
        if (Files.exists(file) && !force && !Files.readString(file).strip().equals(token)) {
            throw new Refused(texts.get("init.token.exists", file.toString()));
        }
        OwnersFile.write(file, token + "\n");
    }

    private static String template(Language language) throws IOException {
        String name = language == Language.ENGLISH ? "" : "_" + language.locale().toLanguageTag().replace('-', '_');
        URL own = InitCommand.class.getResource("guidang" + name + ".yaml");
        try (var in = Objects.requireNonNull(own == null ? InitCommand.class.getResource("guidang.yaml") : own)
                .openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isLanguage(String text) {
        return text.equals("auto")
                || Stream.of(Language.values()).anyMatch(each -> each.locale().toLanguageTag().equals(text));
    }

    private static boolean isToken(String text) {
        try {
            return text.isEmpty() || Token.of(text).isPresent()
                    || (Files.isRegularFile(Path.of(text)) && Token.of(Files.readString(Path.of(text))).isPresent());
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** As YAML takes it: in quotes, unless nothing in it could be taken for something else. */
    private static String quoted(String text) {
        return text.isEmpty() || text.matches("[\\p{L}\\p{N}/._][\\p{L}\\p{N}/._-]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Asks, and takes what stands ready where nothing is asked. */
    private final class Questions {
        private final Texts texts;
        private final Path root;
        private final BufferedReader in;

        Questions(Texts texts, Path root, BufferedReader in) {
            this.texts = texts;
            this.root = root;
            this.in = in;
        }

        /** @param ready what is taken for an empty line, and without questions */
        String ask(String key, String ready, Predicate<String> right) throws Unanswered, Refused, IOException {
            if (yes) {
                if (!right.test(ready)) {
                    throw new Refused("guidang: " + texts.get("init." + key + ".wrong"));
                }
                return ready;
            }
            PrintStream out = guidang.surroundings().out();
            while (true) {
                out.print(texts.get("init." + key, ready.isEmpty() ? "-" : ready));
                out.flush();
                String line = key.equals("token") ? hidden() : in.readLine();
                if (line == null) {
                    throw new Unanswered();
                }
                String answer = line.isBlank() ? ready : line.strip();
                if (right.test(answer)) {
                    return answer;
                }
                out.println(texts.get("init." + key + ".wrong"));
            }
        }

        /** A line that is not shown while it is typed, where there is a terminal; null at the end of the input. */
        @SuppressWarnings("SystemConsoleNull") // Main asks for the console of java.base
        private @Nullable String hidden() throws IOException {
            Console console = guidang.surroundings().isTerminal() ? System.console() : null;
            if (console == null || in.ready()) {
                return in.readLine();
            }
            char[] typed = console.readPassword();
            return typed == null ? null : new String(typed);
        }

        /** A folder as somebody names it who stands in the working folder; the usual one starts from the root. */
        boolean isFolder(String text) {
            try {
                return Files.isDirectory(Path.of(text)) || Files.isDirectory(root.resolve(text));
            } catch (InvalidPathException e) {
                return false;
            }
        }

        /** A path as the file has it: from the root if it is below it, else whole. */
        String fromRoot(String text) {
            if (text.isEmpty()) {
                return "";
            }
            Path start = root.toAbsolutePath().normalize();
            Path path = Path.of(text);
            Path whole = (Files.exists(path) ? path : root.resolve(text)).toAbsolutePath().normalize();
            return whole.startsWith(start) && !whole.equals(start)
                    ? start.relativize(whole).toString()
                    : whole.toString();
        }
    }
}
