package guidang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

import guidang.archive.Archive;
import guidang.bot.Command;
import guidang.bot.PlainReply;
import guidang.bot.Request;
import guidang.index.Facts;
import guidang.judged.JudgedRun;
import guidang.judged.QuestionFile;
import guidang.judged.Verdict;
import guidang.message.Language;
import guidang.operation.JsonLog;
import guidang.reachability.CheckedLinks;
import guidang.reading.ArchiveReader;
import guidang.telegram.TelegramBot;
import guidang.terminal.Chat;
import guidang.terminal.Completions;
import guidang.terminal.PictureFolder;
import guidang.terminal.Prompt;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands of the command line. Exit codes: 0 well, 1 problems found, 2 wrong usage or configuration, 3 failed. */
@CommandLine.Command(name = "guidang", versionProvider = GuidangCommand.Version.class, sortOptions = false, subcommands = {
        BackupCommand.class, RestoreCommand.class, ConfigCommand.class, InitCommand.class,
        DoctorCommand.class,
        FeedCommand.class,
        LinksCommand.class}, usageHelpAutoWidth = true, exitCodeOnExecutionException = GuidangCommand.FAILED, description = "Answers questions about an archive, each statement beside its archived source.", footer = {
                "",
                "Without a command: the chat. Exit codes: 0 well, 1 problems found, 2 wrong usage or configuration, 3 failed."})
public final class GuidangCommand implements Callable<Integer> {
    static final int WELL = 0;
    static final int PROBLEMS = 1;
    static final int WRONG = 2;
    static final int FAILED = 3;

    /** Kept, for a logger that nobody holds forgets its level. Lucene speaks of vectors and memory, to nobody's use. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");
    /** Kept for the same reason. Flyway tells each of its steps. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** One short line each; no traces, for exceptions may hold what somebody wrote. */
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Surroundings surroundings;
    private boolean logsJson;
    private @Nullable Map<String, String> settled;

    @Option(names = "--archive", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Folder of entries.")
    private @Nullable String archive;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Folder for the index.")
    private @Nullable String data;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Configuration; usually bot-config/guidang.yaml.")
    private @Nullable String config;

    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT, description = "Language of replies: zh-Hans, zh-Hant, en, auto.")
    private @Nullable String lang;

    @Option(names = {"-h",
            "--help"}, scope = ScopeType.INHERIT, usageHelp = true, description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Print the version and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    private GuidangCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs one command.
     *
     * @param out takes what was asked for
     * @param err takes everything else
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err,
            Map<String, String> environment) {
        LUCENE.setLevel(Level.SEVERE);
        FLYWAY.setLevel(Level.WARNING);
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tF %1$tT %4$s %5$s%n");
        }
        var command = new GuidangCommand(new Surroundings(in, out, err, environment));
        return CommandTree.of(command).setCaseInsensitiveEnumValuesAllowed(true).setOut(writer(out))
                .setErr(writer(err)).setExecutionExceptionHandler(
                        (failure, line, parsed) -> new Failure(command.texts()).tell(failure, err))
                .execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public Integer call() throws Exception {
        return configuration().telegram() == null ? chat(false, null) : serve();
    }

    @CommandLine.Command(description = "Talk: one message a line, a reply for each.")
    int chat(@Option(names = "--json", description = "Reply with one line of JSON for each line.") boolean json,
            @Option(names = "--pictures", paramLabel = "DIR", description = "Folder that takes the pictures of replies; without it there are none.") @Nullable Path pictures)
            throws Exception {
        Configuration configuration = configuration();
        try (House house = open(configuration, House.Reading.CHANGED)) {
            tellReading(house);
            var chat = new Chat(house.conversation()::reply, configuration.language(), texts().language(),
                    surroundings.err(), pictures == null ? null : new PictureFolder(pictures));
            if (json) {
                chat.json(surroundings.in(), surroundings.out());
            } else if (surroundings.isTerminal()) {
                Path history = House.dataFolder(configuration).resolve("history");
                new Prompt(chat, completions(house), history, surroundings.environment()).talk(greeting(house));
            } else {
                chat.piped(surroundings.in(), surroundings.out());
            }
        }
        return WELL;
    }

    @CommandLine.Command(description = "Run the Telegram bot until it is stopped.")
    int serve() throws Exception {
        Configuration configuration = configuration();
        TelegramBot.Settings settings = configuration.telegram();
        if (settings == null) {
            throw new InvalidConfiguration(List.of(Mistake.of(TelegramSettings.TOKEN, 0, "token.missing")));
        }
        return new Serving(configuration, texts(), surroundings.err(), this::reader).run(settings, () -> {
            House house = open(configuration, House.Reading.CHANGED);
            tellReading(house);
            return house;
        });
    }

    @CommandLine.Command(description = "Try the bot on a page of this machine, without a token: private chat, group, inline, and a Telegram that fails on request.")
    int playground(
            @Option(names = "--port", paramLabel = "N", defaultValue = "8484", description = "Port of the page; 0: any that is free.") int port,
            @Option(names = "--open", description = "Also open the page in the browser.") boolean open)
            throws Exception {
        boolean copied = archive == null && surroundings.environment().getOrDefault("GUIDANG_ARCHIVE", "").isEmpty();
        return new Playing(configuration(), texts(), surroundings.out(), surroundings.err()).run(copied, port, open,
                played -> {
                    House house = open(played, House.Reading.CHANGED);
                    tellReading(house);
                    return house;
                });
    }

    @CommandLine.Command(description = "Tell what is wrong in the archive, file by file; exit 1 if anything is.")
    int check(@Option(names = "--report", description = "Also count what the archive holds.") boolean report,
            @Option(names = "--json", description = "One JSON document, for programs.") boolean json) throws Exception {
        Configuration configuration = configuration();
        Archive archived = new ArchiveReader(configuration.archive()).read();
        LinkProblems links = LinkProblems.of(archived,
                CheckedLinks.read(configuration.data().resolve(CheckedLinks.FILE)));
        Archive read = links.in(archived);
        var check = new CheckReport(read, links, configuration.chosenLanguage().orElse(texts().language()));
        if (json) {
            check.json(surroundings.out(), report);
        } else {
            check.text(surroundings.out(), report, texts());
        }
        return read.problems().isEmpty() ? WELL : PROBLEMS;
    }

    @CommandLine.Command(description = "Build the index anew; print entries, sections, events, bytes and seconds.")
    int index() throws Exception {
        long begun = System.nanoTime();
        try (House house = open(configuration(), House.Reading.WHOLE)) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            Facts facts = house.index().facts();
            surroundings.out().printf(Locale.ROOT,
                    "entries  %d%nsections %d%nevents   %d%nbytes    %d%nseconds  %.2f%n",
                    facts.entries(), facts.sections(), facts.events(), house.report().bytes(), seconds);
            tellReading(house);
        }
        return WELL;
    }

    @CommandLine.Command(description = "Put questions whose answers are known, and tell how well they were answered; exit 1 if a line of them is wrong.")
    int judge(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Questions, one JSON object a line; usually questions.jsonl in the archive.") @Nullable Path file,
            @Option(names = "--misses", description = "Also list the replies that were not good.") boolean misses,
            @Option(names = "--json", description = "One JSON document, for programs.") boolean json) throws Exception {
        Configuration configuration = configuration();
        Path from = file != null ? file : configuration.archive().resolve("questions.jsonl");
        QuestionFile questions;
        try (InputStream in = Files.newInputStream(from)) {
            questions = QuestionFile.read(in);
        } catch (IOException e) {
            new Failure(texts()).tell(e, surroundings.err());
            return WRONG;
        }
        try (House house = open(configuration, House.Reading.CHANGED)) {
            tellReading(house);
            List<Verdict> verdicts = JudgedRun.of(questions.questions(),
                    message -> PlainReply
                            .of(house.conversation().reply(new Request(message, 0, configuration.language()))),
                    System::nanoTime);
            var report = new JudgeReport(from.toString(), questions.flaws(), verdicts, texts());
            if (json) {
                report.json(surroundings.out());
            } else {
                report.text(surroundings.out(), surroundings.err(), misses);
            }
        }
        return questions.flaws().isEmpty() ? WELL : PROBLEMS;
    }

    /** Where the store is, or will be. */
    Path store() throws Exception {
        return House.dataFolder(configuration()).resolve(House.STORE);
    }

    Configuration configuration() throws InvalidConfiguration {
        Configuration read = reader().read();
        if (read.operation().json() && !logsJson) {
            logsJson = true;
            JsonLog.begin(surroundings.err());
            surroundings = surroundings.telling(JsonLog.messages(surroundings.err(), Clock.systemUTC()));
        }
        return read;
    }

    /** Reads the flags, the environment and the file as they are now. */
    ConfigurationReader reader() {
        return new ConfigurationReader(new ConfigurationReader.Flags(archive, data, config, lang), settled());
    }

    /** The environment, once what the one-file jar ships has its place. */
    private Map<String, String> settled() {
        if (settled == null) {
            try {
                settled = ShippedFiles.settled(surroundings.environment());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settled;
    }

    /** The folder of entries, if a flag or the environment names it. */
    Optional<String> archive() {
        return given(archive, "GUIDANG_ARCHIVE");
    }

    /** The language of replies, if a flag or the environment names it. */
    Optional<String> language() {
        return given(lang, "GUIDANG_LANG");
    }

    private Optional<String> given(@Nullable String flag, String variable) {
        return Optional.ofNullable(flag != null ? flag : surroundings.environment().get(variable))
                .filter(text -> !text.isBlank());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private House open(Configuration configuration, House.Reading reading) throws IOException {
        try (var progress = new ReadingProgress(surroundings.err(), surroundings.showsProgress(),
                texts().get("reading"))) {
            Language usual = Texts.ofEnvironment(surroundings.environment()).orElse(Language.SIMPLIFIED);
            return House.open(configuration, reading, progress, Clock.system(ZoneId.systemDefault()), usual);
        }
    }

    private void tellReading(House house) {
        house.index().startedAnew()
                .ifPresent(reason -> surroundings.err().println(texts().get("index.anew", reason)));
        if (house.stale() != null) {
            surroundings.err().println(texts().get("index.stale." + house.stale()));
        }
        int problems = house.report().problems().size();
        if (problems > 0) {
            surroundings.err().println(texts().get("problems", problems));
        }
    }

    private String greeting(House house) {
        Facts facts = house.index().facts();
        return texts().get("greeting", facts.entries(), facts.events());
    }

    private static Completions completions(House house) {
        return new Completions() {
            @Override
            public List<String> commands() {
                return Command.names().stream().map(name -> "/" + name).toList();
            }

            @Override
            public List<String> names(String typed, int limit) {
                return house.index().completions(typed, limit);
            }
        };
    }

    /** What the command line itself says, in the language of the flag, the environment or the locale. */
    Texts texts() {
        String wanted = lang != null ? lang : surroundings.environment().getOrDefault("GUIDANG_LANG", "");
        for (Language language : Language.values()) {
            if (language.locale().toLanguageTag().equalsIgnoreCase(wanted)) {
                return Texts.in(language);
            }
        }
        return Texts.in(Texts.ofEnvironment(surroundings.environment()).orElse(Language.ENGLISH));
    }

    /** The version that the jar carries. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"guidang " + version()};
        }
    }

    static String version() {
        String version = GuidangCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
