package guidang.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The second look: goes through the text of a candidate once and judges how well it holds what is asked. */
final class Ranking {
    private static final String SENTENCE_ENDS = "。！？!?；;\n\u0000";

    private final Asked asked;
    private final boolean bySound;
    private final double total;
    /** The share of the total that anything in the archive can reach: what it does not know tells no candidates apart. */
    private final double attainable;
    /** Where a pair of signs stands in the query: its first unit, by both signs. */
    private final Map<Integer, Integer> pairs = new HashMap<>();
    /** A quick test for pairs that are surely not asked. */
    private final long[] sieve = new long[64];
    private final List<Asked.Other> words = new ArrayList<>();
    private final boolean[] alone;

    Ranking(Asked asked) {
        this.asked = asked;
        this.bySound = asked.bySound;
        this.alone = new boolean[asked.units.size()];
        double sum = 0;
        for (int i = 0; i < asked.units.size(); i++) {
            sum += asked.weights[i];
            Asked.Unit unit = asked.units.get(i);
            if (unit.pairs() && i + 1 < asked.units.size()) {
                int key = key(sign(unit), sign(asked.units.get(i + 1)));
                pairs.putIfAbsent(key, i);
                sieve[hash(key) >>> 6] |= 1L << hash(key);
            } else if (i == 0 || !asked.units.get(i - 1).pairs()) {
                alone[i] = true;
                String text = unit.cjk() || unit.sound() ? String.valueOf(sign(unit)) : unit.text();
                words.add(new Asked.Other(text, 1L << i, bySound));
            }
        }
        words.addAll(asked.others);
        this.total = sum == 0 ? 1 : sum;
        double known = 0;
        for (int i = 0; i < asked.units.size(); i++) {
            known += asked.isKnown(i) ? asked.weights[i] : 0;
        }
        this.attainable = known == 0 ? 1 : known / total;
    }

    private char sign(Asked.Unit unit) {
        return bySound && unit.cjk() ? Pinyin.sign(unit.text().charAt(0)) : unit.sign();
    }

    private static int key(char first, char second) {
        return (first << 16) | second;
    }

    private static int hash(int key) {
        return (key * 0x9E3779B1) >>> 20;
    }

    /**
     * What a look at a candidate gave.
     *
     * @param held units that it holds, as bits
     */
    record Look(double score, long held) {}

    /** Judges one candidate; {@code first} is its score among the candidates, 0 to 1. */
    Look look(SectionText written, double first, boolean inPeriod) {
        SectionText read = bySound ? written.bySound() : written;
        long[] held = new long[SectionText.PARTS];
        var body = new Pass();
        for (int part = 0; part < SectionText.PARTS; part++) {
            Pass pass = part == SectionText.BODY ? body : new Pass();
            pass.through(written, read, part);
            held[part] = pass.held;
        }
        long all = 0;
        for (long mask : held) {
            all |= mask;
        }
        double score = Weights.CANDIDATE * first + Weights.COVERED * relative(all)
                + Weights.COVERED_BODY * relative(held[SectionText.BODY]) + Weights.SENTENCE * body.best
                + Weights.RUN * Math.min(1, body.longest / (double) Math.clamp(asked.units.size(), 2, 8))
                + Weights.HEADING * heading(read, held[SectionText.HEADING]) + Weights.TITLE * title(written)
                + (inPeriod ? Weights.PERIOD : 0) + (written.stub() ? Weights.STUB : 0)
                + (written.links() ? Weights.LINKS : 0) + (written.list() ? Weights.LIST : 0)
                + (written.empty() ? Weights.EMPTY : 0);
        return new Look(score, all);
    }

    private double share(long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += asked.weights[Long.numberOfTrailingZeros(rest)];
        }
        return sum / total;
    }

    /** The same, as a share of what can be reached. */
    private double relative(long mask) {
        return Math.min(1, share(mask) / attainable);
    }

    /** How much of the query the heading holds, and how little else. */
    private double heading(SectionText text, long held) {
        if (held == 0) {
            return 0;
        }
        int length = text.end(SectionText.HEADING) - text.start(SectionText.HEADING);
        double letters = 0;
        for (long rest = held; rest != 0; rest &= rest - 1) {
            Asked.Unit unit = asked.units.get(Long.numberOfTrailingZeros(rest));
            letters += unit.sound() ? 1 : unit.text().length();
        }
        return 0.5 * relative(held) + 0.5 * Math.min(1, letters / Math.max(1, length));
    }

    /** Whether the query names what the page is about. */
    private double title(SectionText text) {
        int from = text.start(SectionText.TITLE);
        int end = text.end(SectionText.TITLE);
        for (int at = from; at <= end; at++) {
            if (at == end || text.at(at) == '\n') {
                if (at - from > 1 && names(text.between(from, at))) {
                    return 1;
                }
                from = at + 1;
            }
        }
        return 0;
    }

    private boolean names(String title) {
        int at = asked.text.indexOf(title);
        if (at >= 0) {
            int end = at + title.length();
            boolean begins = at == 0 || !Terms.isWordChar(title.charAt(0))
                    || !Terms.isWordChar(asked.text.charAt(at - 1));
            boolean ends = end == asked.text.length() || !Terms.isWordChar(title.charAt(title.length() - 1))
                    || !Terms.isWordChar(asked.text.charAt(end));
            return begins && ends;
        }
        return asked.others.stream().anyMatch(other -> !other.sound() && other.text().equals(title));
    }

    /** The share of the query, weighted by rarity, that some units make. */
    double coverage(long held) {
        return Math.min(1, share(held));
    }

    /** What is asked and not held: runs of units, rarest first. */
    List<String> missing(long held) {
        record Missing(String text, double weight) {}
        var missing = new ArrayList<Missing>();
        int size = asked.units.size();
        for (int i = 0; i < size; i++) {
            if ((held & (1L << i)) != 0) {
                continue;
            }
            int last = i;
            while (asked.units.get(last).pairs() && last + 1 < size && (held & (1L << (last + 1))) == 0) {
                last++;
            }
            double weight = IntStream.rangeClosed(i, last).mapToDouble(at -> asked.weights[at]).max().orElse(0);
            missing.add(new Missing(asked.text.substring(asked.units.get(i).start(), asked.units.get(last).end()),
                    weight));
            i = last;
        }
        return missing.stream().sorted(Comparator.comparingDouble(Missing::weight).reversed()).map(Missing::text)
                .distinct().toList();
    }

    /** One way through one part of a text. */
    private final class Pass {
        private long held;
        private double best;
        private int longest;

        void through(SectionText written, SectionText read, int part) {
            int from = read.start(part);
            int end = read.end(part);
            int sentence = from;
            long inSentence = 0;
            int run = 0;
            int lastPair = -2;
            for (int at = from; at < end; at++) {
                char c = read.at(at);
                @Nullable
                Integer pair = null;
                if (at + 1 < end) {
                    int key = key(c, read.at(at + 1));
                    int hash = hash(key);
                    if ((sieve[hash >>> 6] & (1L << hash)) != 0) {
                        pair = pairs.get(key);
                    }
                }
                if (pair != null) {
                    inSentence |= 3L << pair;
                    run = lastPair + 1 == pair ? run + 1 : 2;
                    longest = Math.max(longest, run);
                    lastPair = pair;
                } else {
                    lastPair = -2;
                }
                if (SENTENCE_ENDS.indexOf(c) >= 0 || at + 1 == end) {
                    inSentence |= words(written, read, sentence, at + 1);
                    held |= inSentence;
                    best = inSentence == 0 ? best : Math.max(best, relative(inSentence));
                    sentence = at + 1;
                    inSentence = 0;
                    lastPair = -2;
                }
            }
        }

        private long words(SectionText written, SectionText read, int from, int to) {
            long found = 0;
            for (Asked.Other word : words) {
                if ((word.sound() ? read : written).find(word.text(), from, to) >= 0) {
                    found |= word.units();
                }
            }
            return found;
        }
    }
}
