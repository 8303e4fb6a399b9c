package guidang.change;

/** Long statements → short ones that keep what differs. */
final class Excerpt {
    private static final String CUT = "…";

    private Excerpt() {}

    /** A statement as it was and as it is. */
    record Pair(String before, String after) {}

    /**
     * Shortens two texts to at most {@code longest} UTF-16 units each. If both are there, both begin shortly before the
     * place at which they start to differ.
     */
    static Pair of(String before, String after, int longest) {
        if (before.length() <= longest && after.length() <= longest) {
            return new Pair(before, after);
        }
        int same = 0;
        int both = Math.min(before.length(), after.length());
        while (same < both && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int from = both == 0 || same < longest / 2 ? 0 : same - longest / 4;
        return new Pair(from(before, from, longest), from(after, from, longest));
    }

    private static String from(String text, int from, int longest) {
        int begin = Math.min(from, Math.max(0, text.length() - longest + 1));
        if (begin == 0) {
            return start(text, longest);
        }
        begin = Character.isLowSurrogate(text.charAt(begin)) ? begin + 1 : begin;
        return CUT + start(text.substring(begin), longest - CUT.length());
    }

    /** The text, or as much of its start as fits with a mark that it was cut. */
    static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
