package guidang.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.link.WebAddress;

/**
 * A search, ready for the index. Texts are as typed, width-folded (NFKC) and trimmed, never blank; the index folds
 * script and case.
 *
 * @param typed the whole input as typed
 * @param words what is searched for, a run of text each: question words, particles and dates taken out
 * @param phrases must occur as written
 * @param without must not occur: words or phrases
 * @param tags every one must be among the entry's tags
 * @param folders the entry stands under one of them; no slash at either end
 * @param sites publisher or host of a citation, one of them
 * @param authors author of a citation or of the post, one of them
 * @param period null for any time
 * @param addresses web addresses found in the text
 * @param wanted what kind of answer a question expects
 * @param ignored what was typed but could not be used, and why
 */
public record Query(String typed, List<String> words, List<String> phrases, List<String> without, List<String> tags,
        List<String> folders, List<String> sites, List<String> authors, @Nullable Period period,
        List<WebAddress> addresses, Wanted wanted, List<Ignored> ignored) {
    public Query {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        without = List.copyOf(without);
        tags = List.copyOf(tags);
        folders = List.copyOf(folders);
        sites = List.copyOf(sites);
        authors = List.copyOf(authors);
        addresses = List.copyOf(addresses);
        ignored = List.copyOf(ignored);
    }

    /** The period as an optional. */
    public Optional<Period> inPeriod() {
        return Optional.ofNullable(period);
    }

    /** Whether anything at all is asked for. */
    public boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && tags.isEmpty() && folders.isEmpty() && sites.isEmpty()
                && authors.isEmpty() && period == null && addresses.isEmpty();
    }

    /**
     * A span of days, both ends included.
     *
     * @param from null if open
     * @param to null if open
     * @param written as typed
     * @param strict whether only events of the period are wanted (an operator, or a date that stands alone), or the
     *        period is a hint in a sentence
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to, String written, boolean strict) {}

    /** What kind of answer is expected. */
    public enum Wanted {
        /** Keywords: nothing in particular. */
        ANYTHING, WHEN, WHO, WHERE, WHY, HOW, HOW_MANY, HOW_LONG, WHICH, WHETHER, WHAT
    }

    /** Something typed that has no effect. */
    public record Ignored(String text, Reason reason) {
        /** Why. */
        public enum Reason {
            UNCLOSED_QUOTE, EMPTY_OPERATOR, MALFORMED_DATE, CANNOT_EXCLUDE, TOO_LONG, TOO_MANY, CONTROL_CHARACTERS
        }
    }
}
