package guidang.reading;

import java.util.Set;

/** The callouts that Obsidian and Material for MkDocs know, and those that wikis add to them. */
final class Callouts {
    /** What stands for a content tab. */
    static final String TAB = "tab";

    private static final Set<String> KNOWN = Set.of("note", "abstract", "summary", "tldr", "info", "todo", "tip",
            "hint",
            "important", "success", "check", "done", "question", "help", "faq", "warning", "caution", "attention",
            "failure", "fail", "missing", "danger", "error", "bug", "example", "quote", "cite", "rule", TAB);

    private Callouts() {}

    static boolean isKnown(String kind) {
        return KNOWN.contains(kind);
    }
}
