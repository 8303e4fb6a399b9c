package guidang.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The outlines of a TrueType font, read from its bytes (OpenType specification: cmap, loca, glyf, hmtx). The JDK's own
 * fonts are not used: they want native libraries and a configuration that a small server lacks. No kerning, no hinting,
 * no shaping: the script must be one that needs none.
 */
final class Typeface {
    private static final int DEEPEST = 6;
    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME = 16;
    private static final int Y_SAME = 32;
    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;

    private final ByteBuffer font;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int cmap;
    private final int glyphs;
    private final int metrics;
    private final boolean longOffsets;
    private final double unit;
    private final double ascent;

    /** @throws IllegalArgumentException if it is no TrueType font with a table of all Unicode characters */
    Typeface(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        try {
            for (int i = 0; i < u16(4); i++) {
                int at = 12 + 16 * i;
                tables.put(new String(bytes, at, 4, StandardCharsets.US_ASCII), font.getInt(at + 8));
            }
            unit = 1.0 / u16(table("head") + 18);
            longOffsets = u16(table("head") + 50) != 0;
            glyphs = u16(table("maxp") + 4);
            metrics = u16(table("hhea") + 34);
            ascent = font.getShort(table("hhea") + 4) * unit;
            cmap = ofAllCharacters();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a whole font", e);
        }
    }

    private int ofAllCharacters() {
        int start = table("cmap");
        for (int i = 0; i < u16(start + 2); i++) {
            int sub = start + font.getInt(start + 4 + 8 * i + 4);
            if (u16(sub) == 12) {
                return sub;
            }
        }
        throw new IllegalArgumentException("no table of all characters");
    }

    private int table(String name) {
        Integer at = tables.get(name);
        if (at == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return at;
    }

    private int u16(int at) {
        return font.getShort(at) & 0xFFFF;
    }

    /** Whether there is a glyph for a character. */
    boolean has(int character) {
        return glyph(character) != 0;
    }

    /** How far above the line its letters reach, as a share of the size. */
    double ascent() {
        return ascent;
    }

    /** The width of a character, as a share of the size. */
    double advance(int character) {
        return u16(table("hmtx") + 4 * Math.min(glyph(character), metrics - 1)) * unit;
    }

    /** The number of a character's glyph; 0 if it has none. Groups are sorted, so it is looked for by halving. */
    private int glyph(int character) {
        int low = 0;
        int high = font.getInt(cmap + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = cmap + 16 + 12 * middle;
            if (character < font.getInt(at)) {
                high = middle - 1;
            } else if (character > font.getInt(at + 4)) {
                low = middle + 1;
            } else {
                return font.getInt(at + 8) + character - font.getInt(at);
            }
        }
        return 0;
    }

    /** Adds a character's outline to a path, its origin on the line at {@code x}, {@code y}. */
    void draw(int character, double size, double x, double y, Path2D path) {
        outline(glyph(character), new AffineTransform(size * unit, 0, 0, -size * unit, x, y), path, 0);
    }

    private void outline(int glyph, AffineTransform place, Path2D path, int depth) {
        if (glyph >= glyphs || depth > DEEPEST) {
            return;
        }
        int loca = table("loca");
        int start = longOffsets ? font.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
        int end = longOffsets ? font.getInt(loca + 4 * glyph + 4) : 2 * u16(loca + 2 * glyph + 2);
        if (start == end) {
            return;
        }
        int at = table("glyf") + start;
        int contours = font.getShort(at);
        if (contours >= 0) {
            simple(at + 10, contours, place, path);
        } else {
            composed(at + 10, place, path, depth);
        }
    }

    private void composed(int start, AffineTransform place, Path2D path, int depth) {
        int at = start;
        int flags;
        do {
            flags = u16(at);
            int part = u16(at + 2);
            at += 4;
            boolean words = (flags & WORDS) != 0;
            double dx = words ? font.getShort(at) : font.get(at);
            double dy = words ? font.getShort(at + 2) : font.get(at + 1);
            at += words ? 4 : 2;
            double[] matrix = {1, 0, 0, 1};
            if ((flags & SCALE) != 0) {
                matrix[0] = matrix[3] = fraction(at);
                at += 2;
            } else if ((flags & TWO_SCALES) != 0) {
                matrix[0] = fraction(at);
                matrix[3] = fraction(at + 2);
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                for (int i = 0; i < 4; i++) {
                    matrix[i] = fraction(at + 2 * i);
                }
                at += 8;
            }
            boolean offsets = (flags & OFFSETS) != 0;
            var moved = new AffineTransform(place);
            moved.concatenate(new AffineTransform(matrix[0], matrix[1], matrix[2], matrix[3], offsets ? dx : 0,
                    offsets ? dy : 0));
            outline(part, moved, path, depth + 1);
        } while ((flags & MORE) != 0);
    }

    /** A number of two bits before the point and fourteen behind it. */
    private double fraction(int at) {
        return font.getShort(at) / 16_384.0;
    }

    private void simple(int start, int contours, AffineTransform place, Path2D path) {
        if (contours == 0) {
            return;
        }
        int points = u16(start + 2 * contours - 2) + 1;
        int at = start + 2 * contours;
        at += 2 + u16(at);
        var flags = new int[points];
        for (int i = 0; i < points; i++) {
            flags[i] = font.get(at++) & 0xFF;
            int again = (flags[i] & REPEAT) == 0 ? 0 : font.get(at++) & 0xFF;
            for (; again > 0 && i + 1 < points; again--, i++) {
                flags[i + 1] = flags[i];
            }
        }
        var xy = new double[2 * points];
        at = coordinates(at, flags, X_SHORT, X_SAME, xy, 0);
        coordinates(at, flags, Y_SHORT, Y_SAME, xy, 1);
        place.transform(xy, 0, xy, 0, points);
        int first = 0;
        for (int i = 0; i < contours; i++) {
            int last = u16(start + 2 * i);
            contour(xy, flags, first, last, path);
            first = last + 1;
        }
    }

    private int coordinates(int start, int[] flags, int shortFlag, int sameFlag, double[] xy, int offset) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & shortFlag) != 0) {
                int step = font.get(at++) & 0xFF;
                value += (flags[i] & sameFlag) != 0 ? step : -step;
            } else if ((flags[i] & sameFlag) == 0) {
                value += font.getShort(at);
                at += 2;
            }
            xy[2 * i + offset] = value;
        }
        return at;
    }

    /** Between two points off the curve lies one on it, in their middle. */
    private static void contour(double[] xy, int[] flags, int first, int last, Path2D path) {
        int count = last - first + 1;
        if (count < 2) {
            return;
        }
        int begin = first;
        while (begin <= last && (flags[begin] & ON_CURVE) == 0) {
            begin++;
        }
        boolean none = begin > last;
        if (none) {
            begin = first;
        }
        double startX = none ? (xy[2 * first] + xy[2 * last]) / 2 : xy[2 * begin];
        double startY = none ? (xy[2 * first + 1] + xy[2 * last + 1]) / 2 : xy[2 * begin + 1];
        path.moveTo(startX, startY);
        double controlX = 0;
        double controlY = 0;
        boolean pending = false;
        for (int step = none ? 0 : 1; step < count; step++) {
            int i = first + (begin - first + step) % count;
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            boolean on = (flags[i] & ON_CURVE) != 0;
            if (on && pending) {
                path.quadTo(controlX, controlY, x, y);
            } else if (on) {
                path.lineTo(x, y);
            } else if (pending) {
                path.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
            }
            pending = !on;
            controlX = x;
            controlY = y;
        }
        if (pending) {
            path.quadTo(controlX, controlY, startX, startY);
        }
        path.closePath();
    }
}
