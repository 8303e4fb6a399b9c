package guidang.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known word was probably meant. */
final class Spelling {
    private static final int FURTHEST = 2;

    private Spelling() {}

    /** The known word that differs least from what was typed, if it differs by at most two letters. */
    static Optional<String> nearest(String typed, List<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return typed.length() > 40
                ? Optional.empty()
                : known.stream().filter(word -> distance(lower, word) <= FURTHEST)
                        .min(Comparator.comparingInt(word -> distance(lower, word)));
    }

    /** Letters to add, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
