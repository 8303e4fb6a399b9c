package guidang.message;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was put in the place of what: the words that a statement has at its beginning and end before and after are kept,
 * those between are taken and put.
 */
final class Rewording {
    /** How much of what is kept is shown before and after what changed. */
    private static final int AROUND = 60;

    private final String head;
    private final String taken;
    private final String put;
    private final String tail;

    Rewording(String before, String after) {
        String old = PlainText.clean(before).strip();
        String now = PlainText.clean(after).strip();
        List<String> first = words(old);
        List<String> second = words(now);
        int same = 0;
        int most = Math.min(first.size(), second.size());
        while (same < most && first.get(same).equals(second.get(same))) {
            same++;
        }
        int end = 0;
        while (end < most - same
                && first.get(first.size() - 1 - end).equals(second.get(second.size() - 1 - end))) {
            end++;
        }
        head = String.join("", first.subList(0, same));
        taken = String.join("", first.subList(same, first.size() - end));
        put = String.join("", second.subList(same, second.size() - end));
        tail = String.join("", first.subList(first.size() - end, first.size()));
    }

    /** Chinese by the character, so that a changed digit of a date stands alone with its unit; others by the word. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String word = text.substring(start, end);
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                word.codePoints().mapToObj(Character::toString).forEach(words::add);
            } else {
                words.add(word);
            }
            start = end;
        }
        return words;
    }

    /** What was taken struck through, what was put underlined, and a little of what stands around them. */
    Draft shown(int max) {
        int half = max / 2;
        var draft = new Draft();
        String before = head.length() <= AROUND ? head : PlainText.ELLIPSIS + end(head, AROUND);
        draft.plain(before);
        draft.struck(PlainText.cut(taken, half)).underlined(PlainText.cut(put, half));
        return draft.plain(tail.length() <= AROUND ? tail : PlainText.cut(tail, AROUND));
    }

    private static String end(String text, int most) {
        int from = text.length() - most;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }
}
