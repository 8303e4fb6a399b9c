package guidang.picture;

import java.awt.Color;

/** The colours: ink on warm paper and one blue. Every text keeps a contrast of at least 4.5 to the paper (WCAG 2, AA). */
final class Palette {
    static final Color PAPER = new Color(0xFB, 0xFA, 0xF7);
    static final Color INK = new Color(0x22, 0x27, 0x2E);
    static final Color QUIET = new Color(0x63, 0x6B, 0x75);
    static final Color RULE = new Color(0xE4, 0xE1, 0xDA);
    static final Color MARK = new Color(0x1F, 0x63, 0x94);
    static final Color SPAN = new Color(0x5F, 0x97, 0xBE);
    static final Color FADED = new Color(0xC9, 0xDB, 0xE8);

    private Palette() {}
}
