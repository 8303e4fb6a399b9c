package guidang.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * Makes texts comparable: Traditional → Simplified, full width → half width, upper → lower case, accents and forms of
 * quotes dropped. Every character stays one character, so that places in a folded text are places in the text itself.
 */
final class Folding {
    /** Variants that ICU leaves as they are, each before the character it stands for. */
    private static final String VARIANTS = "峯峰衞卫牠它祂他妳你吿告嶽岳擡抬敍叙鑛矿舘馆麪面劄札勦剿姉姐迳径佈布氷冰亜亚悪恶囲围気气図图戦战転转発发対对"
            + "団团壊坏変变歓欢観观帰归拡扩応应価价経经軽轻検检権权験验険险広广実实従从縦纵証证乗乘浄净斎斋済济雑杂続续歩步辺边弁辩"
            + "豊丰毎每訳译駅驿竜龙両两労劳録录黒黑徳德鉄铁関关顔颜剣剑圏圈県县呉吴効效恵惠鶏鸡芸艺撃击倹俭桜樱収收獣兽奨奖焼烧嬢娘児儿歯齿";

    private static final char[] TABLE = table();

    private Folding() {}

    /** The folded character. */
    static char fold(char c) {
        return TABLE[c];
    }

    /** The folded text, of the same length. */
    static String fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[text.charAt(i)];
            if (folded[i] == '么' && i > 0 && folded[i - 1] == '甚') {
                folded[i - 1] = '什';
            }
        }
        return new String(folded);
    }

    /**
     * The folded text without what typists add or leave out: a run of white space is one space between letters or
     * digits, nothing elsewhere, and a line break where it holds one.
     */
    static String squeeze(CharSequence text) {
        String folded = fold(text);
        var out = new StringBuilder(folded.length());
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            if (!isSpace(c)) {
                out.append(c);
                at++;
                continue;
            }
            boolean line = false;
            while (at < folded.length() && isSpace(folded.charAt(at))) {
                line |= folded.charAt(at) == '\n';
                at++;
            }
            if (out.isEmpty() || at == folded.length()) {
                continue;
            }
            if (line) {
                out.append('\n');
            } else if (Terms.isWordChar(out.charAt(out.length() - 1)) && Terms.isWordChar(folded.charAt(at))) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** The form under which names are compared: folded, without spaces, quotes and middle dots. */
    static String key(CharSequence name) {
        String folded = fold(name);
        var out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (isInKey(folded.charAt(i))) {
                out.append(folded.charAt(i));
            }
        }
        return out.isEmpty() ? folded.strip() : out.toString();
    }

    /** Whether a folded character is part of a name's key. */
    static boolean isInKey(char c) {
        return !isSpace(c) && c != '·' && c != '"' && c != '\'' && c != '《' && c != '》' && c != '_';
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u200b' || c == '\ufeff' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        compatible(table, 0xA0, 0x24F);
        compatible(table, 0x1E00, 0x1EFF);
        compatible(table, 0x2000, 0x33FF);
        compatible(table, 0xF900, 0xFAFF);
        compatible(table, 0xFE30, 0xFFEF);
        char[] script = table.clone();
        pairs(script, resource("simplified.txt"));
        pairs(script, VARIANTS);
        for (int c = 0; c < table.length; c++) {
            char folded = script[script[table[c]]];
            if (!Character.isSurrogate((char) c)) {
                String lower = String.valueOf(folded).toLowerCase(Locale.ROOT);
                table[c] = lower.length() == 1 ? lower.charAt(0) : Character.toLowerCase(folded);
            }
        }
        same(table, "\"“”„‟「」『』〝〞«»");
        same(table, "'‘’‚‛`´");
        same(table, "-‐‑‒–—―−");
        same(table, "·・•‧∙");
        for (int c = 0; c < table.length; c++) {
            table[c] = table[table[c]];
        }
        return table;
    }

    private static void compatible(char[] table, int from, int to) {
        for (int c = from; c <= to; c++) {
            String text = String.valueOf((char) c);
            String same = Normalizer.normalize(text, Normalizer.Form.NFKC);
            String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
            if (apart.charAt(0) < 0x80 && Character.isLetter(apart.charAt(0)) && onlyMarks(apart)) {
                table[c] = apart.charAt(0);
            } else if (same.length() == 1) {
                table[c] = same.charAt(0);
            }
        }
    }

    private static boolean onlyMarks(String apart) {
        return apart.chars().skip(1).allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static void pairs(char[] table, String pairs) {
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }

    private static void same(char[] table, String forms) {
        for (int i = 1; i < forms.length(); i++) {
            table[forms.charAt(i)] = forms.charAt(0);
        }
    }

    /** The lines of a table beside this class, joined; those that begin with {@code #} are left out. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Folding.class.getResourceAsStream(name), name)) {
            var out = new StringBuilder();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(out::append);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
