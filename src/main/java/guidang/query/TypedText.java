package guidang.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import guidang.link.WebAddress;
import guidang.query.Query.Ignored;
import guidang.query.Query.Ignored.Reason;

/**
 * What was typed, made safe to read: width-folded (NFKC), marks of direction, control characters and half characters
 * left out, web addresses lifted out, cut to a length.
 *
 * @param text single spaces between words, none at the ends; at most {@value #MOST} code points
 * @param addresses in order
 * @param ignored what was left out
 */
record TypedText(String text, List<WebAddress> addresses, List<Ignored> ignored) {
    /** Code points that are searched for; addresses not counted. */
    static final int MOST = 500;
    /** UTF-16 units that are looked at, enough for a full message; the rest is ignored. */
    static final int LOOKED_AT = 8_192;

    static TypedText of(String typed) {
        var ignored = new ArrayList<Ignored>();
        String head = typed;
        if (typed.length() > LOOKED_AT) {
            int end = Character.isHighSurrogate(typed.charAt(LOOKED_AT - 1)) ? LOOKED_AT - 1 : LOOKED_AT;
            head = typed.substring(0, end);
        }
        String clean = clean(head, ignored);
        List<WebAddress> addresses = new ArrayList<>();
        String rest = withoutAddresses(clean, addresses);
        String folded = clean(Normalizer.normalize(rest, Normalizer.Form.NFKC), new ArrayList<>()).strip()
                .replaceAll(" {2,}+", " ");
        String kept = folded;
        if (folded.codePointCount(0, folded.length()) > MOST) {
            kept = folded.substring(0, folded.offsetByCodePoints(0, MOST)).strip();
        }
        if (kept.length() < folded.length() || head.length() < typed.length()) {
            String left = kept.length() < folded.length() ? folded.substring(kept.length()) : "";
            ignored.add(new Ignored(shortened(left.isEmpty() ? clean(tail(typed), new ArrayList<>()) : left),
                    Reason.TOO_LONG));
        }
        return new TypedText(kept, List.copyOf(addresses), List.copyOf(ignored));
    }

    private static String tail(String typed) {
        int start = Math.max(0, typed.length() - 40);
        return typed.substring(Character.isLowSurrogate(typed.charAt(start)) ? start + 1 : start);
    }

    /** The first 40 code points. */
    static String shortened(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length()) <= 40
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, 40));
    }

    private static String withoutAddresses(String text, List<WebAddress> addresses) {
        var rest = new StringBuilder();
        int from = 0;
        for (WebAddress.Found found : WebAddress.find(text)) {
            if (!followsOperator(text, found.start())) {
                addresses.add(found.address());
                rest.append(text, from, found.start()).append(' ');
                from = found.end();
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** {@code site:https://v2ex.com/t/1} is about a site, not about that address. */
    private static boolean followsOperator(String text, int start) {
        int colon = start - 1;
        while (colon >= 0 && text.charAt(colon) == ' ') {
            colon--;
        }
        if (colon < 0 || (text.charAt(colon) != ':' && text.charAt(colon) != '：')) {
            return false;
        }
        int key = colon;
        while (key > 0 && colon - key < Operator.LONGEST && Character.isLetter(text.charAt(key - 1))) {
            key--;
        }
        return Operator.named(Folding.fold(Normalizer.normalize(text.substring(key, colon), Normalizer.Form.NFKC)))
                .isPresent();
    }

    private static String clean(String text, List<Ignored> ignored) {
        var clean = new StringBuilder(text.length());
        String dropped = null;
        int before = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.CONTROL -> {
                    clean.append(' ');
                    if (c != '\t' && c != '\n' && c != '\r') {
                        dropped = dropped == null ? name(c) : dropped;
                    }
                }
                case Character.SURROGATE -> dropped = dropped == null ? name(c) : dropped;
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(' ');
                case Character.FORMAT -> {
                    if (c == ZERO_WIDTH_JOINER && Character.getType(before) == Character.OTHER_SYMBOL) {
                        clean.appendCodePoint(c);
                    }
                }
                default -> {
                    if (c < VARIATION || c > VARIATION_LAST) {
                        clean.appendCodePoint(c);
                    }
                }
            }
            before = c == EMOJI_STYLE ? before : c;
        }
        if (dropped != null) {
            ignored.add(new Ignored(dropped, Reason.CONTROL_CHARACTERS));
        }
        return clean.toString();
    }

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int VARIATION = 0xE0100;
    private static final int VARIATION_LAST = 0xE01EF;

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
