package guidang.bot;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** What a person wants, as far as the form of the text tells. Texts are trimmed and may be empty. */
public sealed interface Command {
    /** Sections that hold what was typed. */
    record Search(String text) implements Command {}

    /** All events of a topic. */
    record Timeline(String text) implements Command {}

    /** The events of a topic as a picture; of the whole archive, if there is no topic. */
    record Picture(String text) implements Command {}

    /** A question, keywords or an address, typed without a command. */
    record Ask(String text) implements Command {}

    /** One entry, by title, path or the id of an event. */
    record Entry(String name) implements Command {}

    /** Where an address is cited. */
    record Find(String text) implements Command {}

    /** A message that was not written to ask: its addresses, names, dates and rarest words. */
    record Lookup(String message) implements Command {}

    /** All tags, or the entries that have one. */
    record Tags(String tag) implements Command {}

    /** The newest entries. */
    record Latest() implements Command {}

    /** On this day, or on another that is named. */
    record Today(String day) implements Command {}

    /** One event by chance. */
    record Random() implements Command {}

    /** What the archive holds. */
    record About() implements Command {}

    /** How to ask. */
    record Help() implements Command {}

    /** The first words to someone new. */
    record Start() implements Command {}

    /** What only a messenger can do, for the place where it is said. */
    sealed interface OfPlace extends Command {}

    /** To be told when the archive changes about something: see {@link SubjectText}. */
    record Subscribe(String text) implements OfPlace {}

    /** What is subscribed to. */
    record Subscriptions() implements OfPlace {}

    /** To be told no longer: a subject, its number in the list, or {@code #} and its id. */
    record Unsubscribe(String text) implements OfPlace {}

    /** To erase whatever is kept of the chat. */
    record Forget() implements OfPlace {}

    /** To get subscriptions and settings as a file. */
    record Export() implements OfPlace {}

    /** To take them back from a file. */
    record Import() implements OfPlace {}

    /**
     * No command that there is.
     *
     * @param typed with its slash
     * @param near names of commands that it resembles
     */
    record Unknown(String typed, List<String> near) implements Command {
        public Unknown {
            near = List.copyOf(near);
        }
    }

    /**
     * Reads what was typed. A command begins with a slash, full-width or not; its name may be in upper case, Chinese
     * (then no space is needed behind it) or followed by {@code @} and a bot's name. A slash with a path behind it names
     * an entry. Anything else asks.
     */
    static Command of(String typed) {
        String text = typed.strip();
        if (!text.startsWith("/") && !text.startsWith("／")) {
            return new Ask(text);
        }
        String behind = text.substring(1).strip();
        if (behind.isEmpty()) {
            return new Help();
        }
        int end = 0;
        while (end < behind.length() && !isSpace(behind.charAt(end))) {
            end++;
        }
        String word = behind.substring(0, end);
        String rest = behind.substring(end).strip();
        int at = word.replace('＠', '@').indexOf('@');
        String name = Normalizer.normalize(at < 0 ? word : word.substring(0, at), Normalizer.Form.NFKC);
        Optional<String> own = CommandNames.named(name);
        if (own.isPresent()) {
            return named(own.get(), rest);
        }
        Optional<String> chinese = CommandNames.chineseAtStart(behind);
        if (chinese.isPresent()) {
            return named(CommandNames.named(chinese.get()).orElseThrow(),
                    behind.substring(chinese.get().length()).strip());
        }
        return word.indexOf('/') > 0 ? new Entry(behind) : new Unknown("/" + word, CommandNames.near(name));
    }

    /** What a messenger does for the place where it is said; also in plain words: 订阅 微信, subscribe to WeChat. */
    static Optional<OfPlace> ofPlace(String typed) {
        return of(typed) instanceof OfPlace ofPlace ? Optional.of(ofPlace) : PlainWords.ofPlace(typed);
    }

    /** Whether a text is a command that there is, by its name; a path or an unknown name is none. */
    static boolean isKnown(String typed) {
        String text = typed.strip();
        return (text.startsWith("/") || text.startsWith("／")) && (CommandNames.named(firstWord(text)).isPresent()
                || CommandNames.chineseAtStart(text.substring(1).strip()).isPresent());
    }

    /** Whether a text points at a message instead of saying what to look up: a search, a question and such without words. */
    static boolean lacksWords(String typed) {
        return switch (of(typed)) {
            case Search(String text) -> text.isEmpty();
            case Timeline(String text) -> text.isEmpty();
            case Picture(String text) -> text.isEmpty();
            case Ask(String text) -> text.isEmpty();
            case Find(String text) -> text.isEmpty();
            case Lookup(String message) -> message.isEmpty();
            case Entry entry -> false;
            case Tags tags -> false;
            case Latest latest -> false;
            case Today today -> false;
            case Random random -> false;
            case About about -> false;
            case Help help -> false;
            case Start start -> false;
            case OfPlace ofPlace -> false;
            case Unknown unknown -> false;
        };
    }

    private static String firstWord(String text) {
        String word = text.substring(1).strip().split("[\\s　]", 2)[0].replace('＠', '@');
        int at = word.indexOf('@');
        return Normalizer.normalize(at < 0 ? word : word.substring(0, at), Normalizer.Form.NFKC);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Command named(String name, String rest) {
        return switch (name) {
            case "ask" -> new Ask(rest);
            case "search" -> new Search(rest);
            case "timeline" -> new Timeline(rest);
            case "picture" -> new Picture(rest);
            case "entry" -> new Entry(rest);
            case "find" -> new Find(rest);
            case "lookup" -> new Lookup(rest);
            case "tags" -> new Tags(rest);
            case "latest" -> new Latest();
            case "today" -> new Today(rest);
            case "random" -> new Random();
            case "about" -> new About();
            case "start" -> new Start();
            case "subscribe" -> new Subscribe(rest);
            case "subscriptions" -> new Subscriptions();
            case "unsubscribe" -> new Unsubscribe(rest);
            case "forget" -> new Forget();
            case "export" -> new Export();
            case "import" -> new Import();
            case "help" -> new Help();
            default -> throw new IllegalStateException("commands.properties names a command that is not read: " + name);
        };
    }

    /** The command as it can be sent again, in its plain form: {@code ／搜 相册} is {@code /search 相册}. */
    default String line() {
        return switch (this) {
            case Ask ask -> ask.text().startsWith("/") ? line("ask", ask.text()) : ask.text();
            case Search search -> line("search", search.text());
            case Timeline timeline -> line("timeline", timeline.text());
            case Picture picture -> line("picture", picture.text());
            case Entry entry -> line("entry", entry.name());
            case Find find -> line("find", find.text());
            case Lookup lookup -> line("lookup", lookup.message());
            case Tags tags -> line("tags", tags.tag());
            case Latest latest -> "/latest";
            case Today today -> line("today", today.day());
            case Random random -> "/random";
            case About about -> "/about";
            case Help help -> "/help";
            case Start start -> "/start";
            case Subscribe subscribe -> line("subscribe", subscribe.text());
            case Subscriptions subscriptions -> "/subscriptions";
            case Unsubscribe unsubscribe -> line("unsubscribe", unsubscribe.text());
            case Forget forget -> "/forget";
            case Export export -> "/export";
            case Import imported -> "/import";
            case Unknown unknown -> unknown.typed();
        };
    }

    private static String line(String name, String rest) {
        return rest.isEmpty() ? "/" + name : "/" + name + " " + rest;
    }

    /** The commands' own names, without the slash, in alphabetical order. */
    static List<String> names() {
        return CommandNames.own();
    }
}
