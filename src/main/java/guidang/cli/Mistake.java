package guidang.cli;

import java.util.List;

/**
 * Something wrong in the configuration.
 *
 * @param where the file, the flag or the variable of the environment
 * @param line 1-based; 0 where there is none
 * @param key of its words in the bundle
 * @param details what to put into the words
 */
record Mistake(String where, int line, String key, List<String> details) {
    Mistake {
        details = List.copyOf(details);
    }

    static Mistake of(String where, int line, String key, String... details) {
        return new Mistake(where, line, key, List.of(details));
    }

    /** In words: where, what, and how to mend it. */
    String in(Texts texts) {
        return (line > 0 ? where + ":" + line : where) + ": " + texts.get(key, details.toArray());
    }
}
