package guidang.bot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** The names that commands are typed by. */
final class CommandNames {
    private static final int LONGEST = 32;
    /** Every name, in lower case, with the command's own name. */
    private static final Map<String, String> NAMES = new HashMap<>();
    /** The names in Chinese, longest first. */
    private static final List<String> CHINESE;
    private static final List<String> OWN;

    static {
        var others = ResourceBundle.getBundle("guidang.bot.commands", Locale.ROOT, CommandNames.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String own : others.keySet()) {
            NAMES.put(own, own);
            for (String other : List.of(others.getString(own).split(",", -1))) {
                NAMES.put(other, own);
            }
        }
        OWN = others.keySet().stream().sorted().toList();
        CHINESE = NAMES.keySet().stream().filter(name -> name.codePointAt(0) > 0x7F)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    private CommandNames() {}

    /** The command that goes by a name, upper or lower case. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }

    static List<String> own() {
        return OWN;
    }

    /** The longest Chinese name that a text begins with. */
    static Optional<String> chineseAtStart(String text) {
        return CHINESE.stream().filter(text::startsWith).findFirst();
    }

    /** Commands whose own name differs little from what was typed, nearest first. */
    static List<String> near(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            return List.of();
        }
        int most = name.length() < 5 ? 1 : 2;
        return OWN.stream().filter(own -> distance(name, own) <= most || (name.length() > 2 && own.startsWith(name)))
                .sorted(Comparator.comparingInt((String own) -> distance(name, own))).limit(3).toList();
    }

    /** Changed, added, dropped or swapped letters between two short words (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][other.length()];
    }
}
