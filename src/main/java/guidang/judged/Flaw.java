package guidang.judged;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a line of a file of questions.
 *
 * @param line 1-based; 0 if it concerns the whole file
 * @param details what to put into the words that tell it
 */
public record Flaw(int line, Code code, List<String> details) {
    public Flaw {
        details = List.copyOf(details);
    }

    static Flaw of(int line, Code code, String... details) {
        return new Flaw(line, code, List.of(details));
    }

    /** What can be wrong. Details: the field, where one is named. */
    public enum Code {
        /** No line of the file holds a question. */
        EMPTY,
        /** The bytes are not UTF-8. */
        NOT_UTF8,
        /** Longer than {@link QuestionFile#LONGEST_LINE} bytes. */
        TOO_LONG,
        /** Not JSON; details: the parser's words. */
        NOT_JSON,
        /** JSON, but not one object. */
        NOT_AN_OBJECT,
        /** A field that has to be there is not, or is blank. */
        MISSING,
        /** A field that should be text is not. */
        NOT_TEXT,
        /** A field that should be a list is not. */
        NOT_A_LIST,
        /** A place of gold, or an event, that is not an object. */
        NOT_A_GROUP,
        /** A timeline without events. */
        NO_EVENTS,
        /** Not a date; details: the field, what stands there. */
        NOT_A_DATE;

        /** The name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
