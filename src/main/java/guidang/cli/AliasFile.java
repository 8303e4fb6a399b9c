package guidang.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import guidang.index.Aliases;

/** Reads names that mean the same: a group a line, {@code 微信 = WeChat = Weixin}; {@code #} begins a comment. */
final class AliasFile {
    private AliasFile() {}

    /** Reads the text of a file; a line that is wrong is left out and added to {@code mistakes}. */
    static Aliases read(String where, String text, List<Mistake> mistakes) {
        var groups = new ArrayList<Set<String>>();
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = withoutComment(raw).strip();
            if (!line.isEmpty()) {
                Set<String> group = group(where, number, line, lines, mistakes);
                if (group.size() > 1) {
                    groups.add(group);
                }
            }
        }
        return new Aliases(groups);
    }

    /** A {@code #} begins a comment at the start of a line or after a space: C# is a name. */
    private static String withoutComment(String line) {
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private static Set<String> group(String where, int number, String line, Map<String, Integer> lines,
            List<Mistake> mistakes) {
        var group = new LinkedHashSet<String>();
        String[] names = line.replace('＝', '=').replace("\uFEFF", "").split("=", -1);
        for (String written : names) {
            String name = written.strip();
            if (name.isEmpty()) {
                mistakes.add(Mistake.of(where, number, "alias.empty", line));
                continue;
            }
            Integer before = lines.putIfAbsent(name.toLowerCase(Locale.ROOT), number);
            if (before == null) {
                group.add(name);
            } else if (before != number) {
                mistakes.add(Mistake.of(where, number, "alias.twice", name, before.toString()));
            }
        }
        if (names.length == 1) {
            mistakes.add(Mistake.of(where, number, "alias.single", line));
        }
        return group;
    }
}
