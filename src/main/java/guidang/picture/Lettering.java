package guidang.picture;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Sets text in the font that the jar carries: measures, breaks into lines, makes outlines. Safe for several threads. */
final class Lettering {
    private static final String FILE = "NotoSansSC_400Regular.ttf";
    private static final String ELLIPSIS = "…";
    /** What printers set where a type was missing. */
    private static final int MISSING_IDEOGRAPH = '〓';
    /** What looks like the box of a missing glyph. */
    private static final String BOXES = "\u25A1\u25AF\u2610\u2B1C\u25FB\u25A2\uFFFD\uFFFC";
    private static final String OPENING = "（《〈「『【〔［“‘([{<";
    private static final String CLOSING = "，。、；：！？）》〉」』】〕］”’…—～·,.;:!?)]}>%％";
    private static final String COUNTED = "年月日号時时分秒个個万亿元%％";
    private static @Nullable SoftReference<Typeface> held;

    private final Typeface face;

    Lettering(Typeface face) {
        this.face = face;
    }

    /** In the jar's font. It is held as long as memory is plenty, for it takes ten megabytes. */
    static synchronized Lettering own() {
        Typeface face = held == null ? null : held.get();
        if (face == null) {
            try (InputStream in = Lettering.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IOException("the jar lacks its font");
                }
                face = new Typeface(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            held = new SoftReference<>(face);
        }
        return new Lettering(face);
    }

    boolean has(int character) {
        return face.has(character);
    }

    /**
     * The text as it can be set: what the font lacks is written in a plainer form where there is one, an ideograph as 〓,
     * other letters as an ellipsis; emoji and marks are left out.
     */
    String settable(String text) {
        var out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> settable(c, out));
        // The dot is as wide as an ideograph here and needs no spaces.
        return out.toString().replace(" · ", "·").strip();
    }

    private void settable(int c, StringBuilder out) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        } else if (isInk(c) && face.has(c)) {
            out.appendCodePoint(c);
        } else {
            String plainer = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (isLettering(c) && plainer.codePoints().allMatch(each -> isInk(each) && face.has(each))) {
                out.append(plainer);
            } else if (Character.isIdeographic(c)) {
                out.appendCodePoint(MISSING_IDEOGRAPH);
            } else if (Character.isLetterOrDigit(c) && !out.toString().endsWith(ELLIPSIS)) {
                out.append(ELLIPSIS);
            }
        }
    }

    private static boolean isLettering(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            default -> BOXES.indexOf(c) < 0;
        };
    }

    /** Whether it leaves something on paper, and is no picture: a font may have a glyph for what is not to be seen. */
    private static boolean isInk(int c) {
        return isLettering(c) && !Character.isEmojiPresentation(c);
    }

    /** The width of a settable text. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(face::advance).sum() * size;
    }

    /** How far above its line a text reaches. */
    double ascent(double size) {
        return face.ascent() * size;
    }

    /** The outline of a settable text, from {@code x} on, standing on the line at {@code y}. */
    Path2D outline(String text, double size, double x, double y) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int c : text.codePoints().toArray()) {
            face.draw(c, size, at, y, path);
            at += face.advance(c) * size;
        }
        return path;
    }

    /**
     * Breaks a settable text into lines: between ideographs and between words, no closing mark at the beginning of a
     * line and no opening one at its end. What does not fit ends in an ellipsis.
     */
    List<String> lines(String text, double size, double width, int most) {
        var lines = new ArrayList<String>();
        int[] all = text.codePoints().toArray();
        int start = 0;
        while (start < all.length) {
            int end = fitting(all, start, size, width);
            if (end < all.length && lines.size() == most - 1) {
                lines.add(cut(all, start, size, width));
                return lines;
            }
            end = end == all.length ? end : breakBefore(all, start, end);
            lines.add(new String(all, start, end - start).strip());
            start = end;
            while (start < all.length && all[start] == ' ') {
                start++;
            }
        }
        return lines;
    }

    /** How far a line may reach: at least one character. */
    private int fitting(int[] all, int start, double size, double width) {
        double used = 0;
        int end = start;
        while (end < all.length) {
            used += face.advance(all[end]) * size;
            if (used > width && end > start) {
                return end;
            }
            end++;
        }
        return end;
    }

    /** The last place not after {@code end} where a line may break; {@code end} if there is none. */
    private static int breakBefore(int[] all, int start, int end) {
        for (int at = end; at > start; at--) {
            if (mayBreak(all[at - 1], all[at])) {
                return at;
            }
        }
        return end;
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return true;
        }
        if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0
                || (Character.isDigit(before) && COUNTED.indexOf(after) >= 0)) {
            return false;
        }
        return isWide(before) || isWide(after);
    }

    private static boolean isWide(int c) {
        return (c >= 0x2E80 && c < 0xFB00) || c > 0xFE00;
    }

    private String cut(int[] all, int start, double size, double width) {
        int end = fitting(all, start, size, width - face.advance('…') * size);
        String kept = new String(all, start, end - start).strip();
        return kept.endsWith(ELLIPSIS) ? kept : kept + ELLIPSIS;
    }
}
