package guidang.query;

import org.jspecify.annotations.Nullable;

import guidang.query.Clauses.Dated;
import guidang.query.PeriodReader.Found;
import guidang.query.PeriodReader.Kind;

/** Takes the dates out of a sentence: those that can be nothing else. */
final class ProseDates {
    private ProseDates() {}

    /** @param vague whether 最近 and the like are taken, too */
    static void take(MarkedText text, PeriodReader periods, boolean vague, Clauses clauses) {
        for (int i = 0; i < text.length();) {
            Found found = mayBegin(text, i) ? periods.at(text.folded(), i) : null;
            boolean sure = found != null && (found.kind() == Kind.SURE || (vague && found.kind() == Kind.VAGUE));
            if (found == null || !sure || !mayEnd(text, found.end())
                    || !text.isFree(i, found.end())) {
                i++;
                continue;
            }
            clauses.add(new Dated(found, text.text().substring(i, found.end()), null, false));
            text.take(i, found.end());
            i = found.end();
        }
    }

    private static boolean mayBegin(MarkedText text, int at) {
        if (!text.isFree(at, at + 1)) {
            return false;
        }
        char c = text.folded().charAt(at);
        if (at == 0) {
            return true;
        }
        char before = text.folded().charAt(at - 1);
        if (before < 128 && (Character.isLetterOrDigit(before) || ".-/_".indexOf(before) >= 0)) {
            return false;
        }
        if (isNumeral(before) && isNumeral(c)) {
            return false;
        }
        return switch (c) {
            case '本' -> before != '日';
            case '前' -> before != '以' && before != '之' && before != '目';
            case '今' -> before != '古' && before != '至';
            case '上' -> before != '以' && before != '天';
            default -> true;
        };
    }

    private static boolean isNumeral(char c) {
        return "零一二三四五六七八九十百千".indexOf(c) >= 0;
    }

    private static boolean mayEnd(MarkedText text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char last = text.text().charAt(end - 1);
        char next = text.text().charAt(end);
        boolean nextIsLatin = next < 128 && Character.isLetterOrDigit(next);
        boolean glued = last < 128 && Character.isLetterOrDigit(last) && (nextIsLatin || next == '-' || next == '_');
        return !glued;
    }

    /** Whether nothing but what is taken or no word follows up to the end of the text. */
    static boolean isLast(MarkedText text, @Nullable Found found) {
        if (found == null) {
            return false;
        }
        for (int i = found.end(); i < text.length(); i++) {
            if (!text.isTaken(i) && text.isWordPart(i)) {
                return false;
            }
        }
        return true;
    }
}
