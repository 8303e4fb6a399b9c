package guidang.judged;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import guidang.bot.PlainReply;

/**
 * A question and what a good reply to it holds. The fields are those of the file, see docs/judged-questions.md.
 *
 * @param kind questions of one kind are counted together; {@code timeline}, {@code keyword} and {@code url} are more
 *        than names
 * @param gold sections that hold the answer; none if the archive does not
 * @param also further sections that are as good
 * @param answerAny wordings, one of which the reply should hold
 * @param mustLink addresses, one of which should be among the links shown first
 * @param events what a timeline should hold
 */
public record Question(String id, String kind, String query, List<Gold> gold, List<Gold> also, List<String> answerAny,
        List<String> mustLink, List<GoldEvent> events) {
    static final String TIMELINE = "timeline";
    static final String URL = "url";
    private static final Map<String, String> COMMANDS = Map.of(TIMELINE, "/timeline ", "keyword", "/search ");

    public Question {
        gold = List.copyOf(gold);
        also = List.copyOf(also);
        answerAny = List.copyOf(answerAny);
        mustLink = List.copyOf(mustLink);
        events = List.copyOf(events);
    }

    /** A section, or an entry where {@code heading} is null. */
    public record Gold(String path, @Nullable String heading) {
        boolean holds(PlainReply.Hit hit) {
            return hit.path().equals(path)
                    && (heading == null || Wording.squeezed(hit.heading()).equals(Wording.squeezed(heading)));
        }

        /** {@code path#heading}, or the path alone. */
        String place() {
            return Optional.ofNullable(heading).map(name -> path + "#" + name).orElse(path);
        }
    }

    /**
     * An event that a timeline should hold.
     *
     * @param date ISO, as exact as it is known
     * @param any words, one of which tells that it is this event
     */
    public record GoldEvent(String date, List<String> any) {
        public GoldEvent {
            any = List.copyOf(any);
        }
    }

    /** What is sent: the query in one line, with the command of its kind unless it begins with one. */
    public String message() {
        String line = Wording.oneLine(query);
        return line.startsWith("/") ? line : COMMANDS.getOrDefault(kind, "") + line;
    }

    boolean answerable() {
        return !gold.isEmpty();
    }

    Stream<Gold> allGold() {
        return Stream.concat(gold.stream(), also.stream());
    }
}
