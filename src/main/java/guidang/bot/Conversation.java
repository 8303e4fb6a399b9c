package guidang.bot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Answers;
import guidang.archive.When;
import guidang.link.WebAddress;
import guidang.message.Composer;
import guidang.message.Guide;
import guidang.message.Language;
import guidang.message.LanguageOf;
import guidang.message.Length;
import guidang.message.Message;
import guidang.picture.Picture;
import guidang.picture.Pictures;
import guidang.query.Query;
import guidang.query.QueryReader;
import guidang.when.DateReader;

/**
 * Replies to whatever is said. Holds nothing between two requests, and is safe for several threads.
 */
public final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    /** Characters of a text that are looked at; a Telegram message has at most 4,096. */
    private static final int MAX_TEXT = 10_000;
    private static final int MOST_ADDRESSES = 5;

    private final Answers answers;
    private final Clock clock;
    private final Language usual;
    private final LongSupplier chance;
    private final Composer composer;

    /**
     * @param clock tells the day that 今天 and 去年 are counted from, in its own zone
     * @param usual the language where neither the request nor its text tells one
     */
    public Conversation(Answers answers, Clock clock, Language usual) {
        this(answers, clock, usual, new Composer());
    }

    /** @param composer puts answers into words */
    public Conversation(Answers answers, Clock clock, Language usual, Composer composer) {
        this(answers, clock, usual, composer, () -> ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    }

    Conversation(Answers answers, Clock clock, Language usual, LongSupplier chance) {
        this(answers, clock, usual, new Composer(), chance);
    }

    private Conversation(Answers answers, Clock clock, Language usual, Composer composer, LongSupplier chance) {
        this.answers = answers;
        this.clock = clock;
        this.usual = usual;
        this.composer = composer;
        this.chance = chance;
    }

    /** Never throws: what goes wrong is logged, without what was asked, and the reply says that it did. */
    public Reply reply(Request request) {
        Language language = usual;
        try {
            String text = shortened(request.text());
            language = request.chosen()
                    .orElseGet(() -> LanguageOf.of(text, request.usual() == null ? usual : request.usual()));
            return reply(command(text, request.about()), Math.max(0, request.page()), language, request.length());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "a reply failed", withoutWords(e));
            return new Reply(Guide.of(language).failed(), null, language, true);
        }
    }

    /** A command that lacks words looks up the message that it points at. */
    private Command command(String text, Request.@Nullable About about) {
        Command command = Command.of(text);
        String message = about == null ? "" : shortened(about.whole());
        if (message.isBlank() || !Command.lacksWords(text)) {
            return command;
        }
        boolean ofTopic = command instanceof Command.Timeline || command instanceof Command.Picture;
        if (!ofTopic || !(answers.lookUp(message, LocalDate.now(clock)) instanceof Answer.Mentioned mentioned)) {
            return new Command.Lookup(message);
        }
        String topic = mentioned.items().getFirst().title();
        return command instanceof Command.Timeline ? new Command.Timeline(topic) : new Command.Picture(topic);
    }

    private Reply reply(Command command, int page, Language language, Length length) {
        LocalDate today = LocalDate.now(clock);
        return switch (command) {
            case Command.OfPlace ofPlace -> said(language, guide(language).onlyInAMessenger());
            case Command.Start start -> said(language,
                    length == Length.SHORT ? guide(language).inGroup() : guide(language).start());
            case Command.Help help -> said(language,
                    length == Length.SHORT ? guide(language).inGroup() : guide(language).help());
            case Command.Unknown unknown -> said(language, Guide.of(language).unknown(unknown.typed(), unknown.near()));
            case Command.Search search when search.text().isEmpty() -> said(language, guide(language).usage("search"));
            case Command.Timeline timeline when timeline.text().isEmpty() ->
                said(language, guide(language).usage("timeline"));
            case Command.Entry entry when entry.name().isEmpty() -> said(language, guide(language).usage("entry"));
            case Command.Find find when addresses(find.text()).isEmpty() ->
                said(language, guide(language).usage("find"));
            case Command.Lookup lookup when lookup.message().isEmpty() ->
                said(language, guide(language).usage("lookup"));
            case Command.Lookup lookup -> lookedUp(answers.lookUp(lookup.message(), today), language, today, length);
            case Command.Search search -> found(command,
                    answers.search(QueryReader.search(search.text(), today), page), language, today, length);
            case Command.Timeline timeline -> found(command,
                    answers.timeline(QueryReader.timeline(timeline.text(), today), page), language, today, length);
            case Command.Picture picture -> drawn(command.line(), picture.text(), language, today, length);
            case Command.Ask ask -> found(command, ask(ask.text(), page, today), language, today, length);
            case Command.Entry entry -> found(command, answers.entry(entry.name(), page), language, today, length);
            case Command.Find find -> found(command, find(addresses(find.text())), language, today, length);
            case Command.Tags tags -> found(command,
                    tags.tag().isEmpty() ? answers.tags(page) : answers.tag(tags.tag(), page), language, today, length);
            case Command.Latest latest -> found(command, answers.latest(page), language, today, length);
            case Command.Today day -> found(command, answers.today(day(day.day(), today)), language, today, length);
            case Command.Random random -> found(command, answers.random(chance.getAsLong()), language, today, length);
            case Command.About about -> found(command, answers.about(), language, today, length);
        };
    }

    private Guide guide(Language language) {
        return Guide.of(language, answers.sample());
    }

    private static Reply said(Language language, Message message) {
        return new Reply(message, null, language);
    }

    private Reply found(Command command, Answer answer, Language language, LocalDate today, Length length) {
        return found(command.line(), answer, language, today, length);
    }

    private Reply found(String asked, Answer answer, Language language, LocalDate today, Length length) {
        return new Reply(composer.compose(answer, asked, language, today, length), answer, language, false, asked);
    }

    /** A timeline, or the archive where none is named, as a picture; in words too, for where none can be shown. */
    private Reply drawn(String asked, String text, Language language, LocalDate today, Length length) {
        Answer answer = text.isEmpty()
                ? answers.about()
                : answers.timeline(QueryReader.onlyPeriod(text, today)
                        .orElseGet(() -> QueryReader.timeline(text, today)), 0);
        Optional<Picture> picture = Pictures.of(answer, language);
        String again = text.isEmpty() ? new Command.About().line() : new Command.Timeline(text).line();
        Message words = composer.compose(answer, again, language, today, length);
        return new Reply(words, answer, language, false, picture.isPresent() ? asked : again, picture.orElse(null));
    }

    /** What can be sent again to see it again is what was found in the message, not the message. */
    private Reply lookedUp(Answer answer, Language language, LocalDate today, Length length) {
        String again = switch (answer) {
            case Answer.Citing citing -> new Command.Find(citing.address()).line();
            case Answer.Found found -> new Command.Search(found.query().typed()).line();
            case Answer.Mentioned mentioned -> {
                var words = new ArrayList<String>(mentioned.names());
                words.addAll(mentioned.dates());
                yield new Command.Lookup(String.join(" ", words)).line();
            }
            default -> "";
        };
        return found(again, answer, language, today, length);
    }

    /** Looks up the addresses in the text first; only if none is cited and there are words beside them, asks these. */
    private Answer ask(String text, int page, LocalDate today) {
        Query question = QueryReader.question(text, today);
        if (!question.addresses().isEmpty()) {
            Answer cited = find(question.addresses());
            if (cited.answered() || (question.words().isEmpty() && question.phrases().isEmpty())) {
                return cited;
            }
        }
        Optional<Answer> happened = QueryReader.whatHappened(text, today)
                .flatMap(query -> answers.timelineOfNamed(query, page));
        if (happened.isPresent()) {
            return happened.get();
        }
        return QueryReader.asksForTimeline(text, today)
                ? answers.timeline(QueryReader.timeline(text, today), page)
                : answers.ask(question);
    }

    /** The answer for the first address that is cited; for the first of all if none is. */
    private Answer find(List<WebAddress> addresses) {
        Answer first = answers.find(addresses.getFirst());
        return first.answered()
                ? first
                : addresses.stream().skip(1).limit(MOST_ADDRESSES).map(answers::find).filter(Answer::answered)
                        .findFirst().orElse(first);
    }

    private static List<WebAddress> addresses(String text) {
        List<WebAddress> inText = WebAddress.in(text);
        return inText.isEmpty() ? WebAddress.of(text).stream().toList() : inText;
    }

    /** The day that is named (8月5日, 08-05); today if none is. */
    private static LocalDate day(String text, LocalDate today) {
        Optional<LocalDate> named = DateReader.read(text, today).stream().map(DateReader.Found::when)
                .filter(when -> when.precision() == When.Precision.DAY).map(When::earliest).findFirst();
        return named.orElse(today);
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    /** Where it went wrong and how, without messages, which may quote what was asked. */
    private static Throwable withoutWords(Throwable cause) {
        var plain = new IllegalStateException(cause.getClass().getName());
        plain.setStackTrace(cause.getStackTrace());
        Throwable deeper = cause.getCause();
        if (deeper != null) {
            var below = new IllegalStateException(deeper.getClass().getName());
            below.setStackTrace(deeper.getStackTrace());
            plain.initCause(below);
        }
        return plain;
    }
}
