package guidang.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Writes a query as a section writes what it holds of it by sound, or with a letter changed. */
final class Hearing {
    /** A syllable alone is too common to be heard. */
    private static final int LEAST = 2;

    private final Asked asked;

    Hearing(Asked asked) {
        this.asked = asked;
    }

    /** The query's words, folded, what is heard in place of what was typed; empty if nothing is heard. */
    String heard(SectionText written) {
        SectionText read = written.bySound();
        List<Unit> units = asked.units;
        var heard = new String[units.size()];
        boolean any = false;
        for (int i = 0; i < heard.length;) {
            int from = i;
            while (i + 1 < heard.length && units.get(i).sound() && units.get(i).pairs()) {
                i++;
            }
            i++;
            any |= units.get(from).sound()
                    ? syllables(from, i, written, read, heard)
                    : word(from, written, read, heard);
        }
        return any ? text(heard) : "";
    }

    /** The longest runs of syllables that the section holds, from left to right. */
    private boolean syllables(int from, int end, SectionText written, SectionText read, String[] heard) {
        boolean any = false;
        for (int at = from; at < end;) {
            String found = null;
            int to = end;
            while (found == null && to - at >= LEAST) {
                found = commonest(at, to, written, read);
                to = found == null ? to - 1 : to;
            }
            if (found == null) {
                at++;
                continue;
            }
            for (int i = at; i < to; i++) {
                heard[i] = found.substring(i - at, i - at + 1);
                any |= !heard[i].equals(typed(i));
            }
            at = to;
        }
        return any;
    }

    /** How the section writes some syllables: as typed if it does, else as it does most often; null if it does not. */
    private @Nullable String commonest(int from, int to, SectionText written, SectionText read) {
        var signs = new StringBuilder();
        var typed = new StringBuilder();
        for (int i = from; i < to; i++) {
            signs.append(asked.units.get(i).sign());
            typed.append(typed(i));
        }
        Map<String, Integer> counts = new HashMap<>();
        String best = null;
        for (int part = 0; part < SectionText.PARTS; part++) {
            int at = read.find(signs.toString(), read.start(part), read.end(part));
            while (at >= 0) {
                String one = written.between(at, at + signs.length());
                int count = one.contentEquals(typed) ? Integer.MAX_VALUE : counts.merge(one, 1, Integer::sum);
                if (best == null || count > counts.getOrDefault(best, Integer.MAX_VALUE)) {
                    best = one;
                }
                at = count == Integer.MAX_VALUE
                        ? -1
                        : read.find(signs.toString(), at + 1, read.end(part));
            }
        }
        return best;
    }

    /** A word that stands in the section only in another form: one like it, or the characters that it is pinyin of. */
    private boolean word(int index, SectionText written, SectionText read, String[] heard) {
        Unit unit = asked.units.get(index);
        if (unit.cjk() || written.holds(unit.text())) {
            return false;
        }
        for (Asked.Other other : asked.others) {
            SectionText text = other.sound() ? read : written;
            for (int part = 0; other.units() == 1L << index && part < SectionText.PARTS; part++) {
                int at = text.find(other.text(), text.start(part), text.end(part));
                if (at >= 0) {
                    heard[index] = written.between(at, at + other.text().length());
                    return true;
                }
            }
        }
        return false;
    }

    /** One character of the query, or nothing for a syllable, of which the query holds letters. */
    private String typed(int index) {
        Unit unit = asked.units.get(index);
        return unit.end() - unit.start() == 1 ? asked.text.substring(unit.start(), unit.end()) : " ";
    }

    private String text(String[] heard) {
        var text = new StringBuilder();
        int last = 0;
        for (int i = 0; i < heard.length;) {
            Unit unit = asked.units.get(i);
            int end = i + 1;
            while (end < heard.length && asked.units.get(end).start() == unit.start()) {
                end++;
            }
            var all = new StringBuilder();
            boolean whole = true;
            for (int j = i; j < end; j++) {
                whole &= heard[j] != null;
                all.append(heard[j]);
            }
            boolean joined = i > 0 && heard[i] != null && heard[i - 1] != null && asked.units.get(i - 1).pairs();
            if (!joined) {
                text.append(asked.text, last, unit.start());
            }
            text.append(whole ? all : asked.text.substring(unit.start(), unit.end()));
            last = unit.end();
            i = end;
        }
        return text.append(asked.text.substring(last)).toString();
    }
}
