package guidang.terminal;

import java.util.List;

/** What can be completed at the prompt. */
public interface Completions {
    /** Every command, with its slash. */
    List<String> commands();

    /** Titles and headings that begin with what was typed, at most {@code limit}. */
    List<String> names(String typed, int limit);
}
