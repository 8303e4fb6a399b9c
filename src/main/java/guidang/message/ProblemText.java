package guidang.message;

import guidang.archive.Archive.Skipped;
import guidang.archive.Problem;

/** Says what is wrong in a file, and how to mend it. One line each, without control characters. */
public final class ProblemText {
    private static final int MOST_DETAILS = 3;
    private static final int MAX_DETAIL = 160;

    private ProblemText() {}

    /** Place, what is wrong, how to mend it: {@code company/x.md:12: … …}. */
    public static String line(Problem problem, Language language) {
        String gap = language == Language.ENGLISH ? " " : "";
        String what = what(problem, language);
        boolean ended = what.endsWith("。") || what.endsWith(".");
        return place(problem) + ": " + what + (ended ? gap : " — ") + mend(problem, language);
    }

    /** {@code company/x.md:12}; without a number where it concerns the whole file. */
    public static String place(Problem problem) {
        String path = PlainText.clean(problem.path().value());
        return problem.line() > 0 ? path + ":" + problem.line() : path;
    }

    /** What is wrong. */
    public static String what(Problem problem, Language language) {
        return words("what", problem, language);
    }

    /** What to do about it. */
    public static String mend(Problem problem, Language language) {
        return words("mend", problem, language);
    }

    /** Why a file or folder is not read. */
    public static String skipped(Skipped skipped, Language language) {
        return PlainText.clean(skipped.path()) + ": " + Texts.of(language).of(skipped.reason());
    }

    private static String words(String part, Problem problem, Language language) {
        Texts texts = Texts.of(language);
        return PlainText.clean(texts.problem(part, problem.code(), details(problem, texts))).strip();
    }

    private static Object[] details(Problem problem, Texts texts) {
        Object[] details = new Object[MOST_DETAILS];
        for (int i = 0; i < MOST_DETAILS; i++) {
            details[i] = i < problem.details().size() ? PlainText.cut(problem.details().get(i), MAX_DETAIL) : "?";
        }
        if (problem.code() == Problem.Code.UNREADABLE) {
            details[0] = texts.unreadable(String.valueOf(details[0]));
        }
        return details;
    }
}
