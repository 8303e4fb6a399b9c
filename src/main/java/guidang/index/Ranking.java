package guidang.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The second look: goes through the text of a candidate once and judges how well it holds what is asked. */
final class Ranking {
    private static final String SENTENCE_ENDS = "。！？!?；;\n";
    /** Beyond this many units a run tells no more. */
    private static final int LONGEST_RUN = 8;

    private final Asked asked;
    private final boolean bySound;
    private final double total;
    /** The share of the total that anything in the archive can reach: what it does not know tells no candidates apart. */
    private final double attainable;
    /** The first units of pairs of signs, and units by their own sign, as bits. */
    private final Places pairs = new Places(Asked.MOST_UNITS);
    private final Places singles = new Places(Asked.MOST_UNITS);
    private final List<Asked.Other> words = new ArrayList<>();
    /** Characters that a pass must stop at, as bits; all others only end a run. */
    private final long[] telling = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    Ranking(Asked asked) {
        this.asked = asked;
        this.bySound = asked.bySound;
        double sum = 0;
        double known = 0;
        for (int i = 0; i < asked.units.size(); i++) {
            Unit unit = asked.units.get(i);
            sum += asked.weights[i];
            known += asked.isKnown(i) ? asked.weights[i] : 0;
            if (unit.cjk() || unit.sound()) {
                singles.add(sign(unit), 1L << i);
                telling(sign(unit));
            }
            if (unit.pairs() && i + 1 < asked.units.size()) {
                pairs.add(key(sign(unit), sign(asked.units.get(i + 1))), 1L << i);
                telling(sign(unit));
            } else if (i == 0 || !asked.units.get(i - 1).pairs()) {
                String text = unit.cjk() || unit.sound() ? String.valueOf(sign(unit)) : unit.text();
                words.add(new Asked.Other(text, 1L << i, bySound));
            }
        }
        SENTENCE_ENDS.chars().forEach(end -> telling((char) end));
        words.addAll(asked.others);
        this.total = sum == 0 ? 1 : sum;
        this.attainable = known == 0 ? 1 : known / total;
    }

    private char sign(Unit unit) {
        return bySound && unit.cjk() ? Pinyin.sign(unit.text().charAt(0)) : unit.sign();
    }

    private void telling(char c) {
        telling[c >> 6] |= 1L << c;
    }

    private static int key(char first, char second) {
        return (first << 16) | second;
    }

    /**
     * What a look at a candidate gave.
     *
     * @param held units that it holds, as bits
     */
    record Look(double score, long held) {}

    /** Judges one candidate; {@code first} is its score among the candidates, 0 to 1. */
    Look look(SectionText text, double first, boolean inPeriod) {
        var features = new EnumMap<Feature, Double>(Feature.class);
        long held = features(text, first, inPeriod, features);
        double score = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            score += feature.getKey().weight() * feature.getValue();
        }
        return new Look(score, held);
    }

    /** Fills in the features; returns the units held. */
    long features(SectionText written, double first, boolean inPeriod, Map<Feature, Double> features) {
        SectionText read = bySound ? written.bySound() : written;
        long all = 0;
        long heading = 0;
        for (int part = 0; part < SectionText.PARTS; part++) {
            var pass = new Pass(written, read);
            pass.through(part);
            all |= pass.held;
            if (part == SectionText.HEADING) {
                heading = pass.held;
            } else if (part == SectionText.BODY) {
                features.put(Feature.COVERED_BODY, relative(pass.held));
                features.put(Feature.SINGLES, share(pass.heldSingles));
                features.put(Feature.SENTENCE, pass.best);
                features.put(Feature.SENTENCE_SINGLES, pass.bestSingles);
                features.put(Feature.TWO_SENTENCES, pass.bestTwo);
                features.put(Feature.RUN,
                        Math.min(1, pass.longest / (double) Math.clamp(asked.units.size(), 2, LONGEST_RUN)));
            }
        }
        features.put(Feature.CANDIDATE, first);
        features.put(Feature.COVERED, relative(all));
        features.put(Feature.WHOLE, share(all) > 1 - 1e-9 ? 1.0 : 0.0);
        features.put(Feature.HEADING, heading(read, heading));
        features.put(Feature.TITLE, title(written));
        features.put(Feature.PERIOD, inPeriod ? 1.0 : 0.0);
        features.put(Feature.STUB, written.stub() ? 1.0 : 0.0);
        features.put(Feature.LINKS, written.links() ? 1.0 : 0.0);
        features.put(Feature.LIST, written.list() ? 1.0 : 0.0);
        features.put(Feature.EMPTY, written.empty() ? 1.0 : 0.0);
        return all;
    }

    private double share(long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += asked.weights[Long.numberOfTrailingZeros(rest)];
        }
        return sum / total;
    }

    /** A share of what can be reached. */
    private double relative(long mask) {
        return Math.min(1, share(mask) / attainable);
    }

    private double heading(SectionText text, long held) {
        if (held == 0) {
            return 0;
        }
        int length = text.end(SectionText.HEADING) - text.start(SectionText.HEADING);
        double letters = 0;
        for (long rest = held; rest != 0; rest &= rest - 1) {
            Unit unit = asked.units.get(Long.numberOfTrailingZeros(rest));
            letters += unit.sound() ? 1 : unit.text().length();
        }
        return 0.5 * relative(held) + 0.5 * Math.min(1, letters / Math.max(1, length));
    }

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
        return asked.stands(title)
                || asked.others.stream().anyMatch(other -> !other.sound() && other.text().equals(title));
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
        private final SectionText written;
        private final SectionText read;
        private long held;
        private long heldSingles;
        private double best;
        private double bestSingles;
        private double bestTwo;
        private int longest;
        private long before;

        Pass(SectionText written, SectionText read) {
            this.written = written;
            this.read = read;
        }

        void through(int part) {
            int from = read.start(part);
            int end = read.end(part);
            int sentence = from;
            long inPairs = 0;
            long inSingles = 0;
            long running = 0;
            int run = 0;
            for (int at = from; at < end; at++) {
                char c = read.at(at);
                if ((telling[c >> 6] & (1L << c)) == 0 && at + 1 < end) {
                    running = 0;
                    continue;
                }
                inSingles |= singles.of(c);
                long here = at + 1 < end ? pairs.of(key(c, read.at(at + 1))) : 0;
                if (here == 0) {
                    running = 0;
                } else {
                    inPairs |= here;
                    long goesOn = (running << 1) & here;
                    run = goesOn == 0 ? 2 : run + 1;
                    running = goesOn == 0 ? here : goesOn;
                    longest = Math.max(longest, run);
                }
                if (at + 1 == end || (isSentenceEnd(c) && at + 1 > sentence)) {
                    sentence(inPairs, inSingles, sentence, at + 1);
                    sentence = at + 1;
                    inPairs = 0;
                    inSingles = 0;
                    running = 0;
                }
            }
        }

        private void sentence(long inPairs, long inSingles, int from, int to) {
            long found = 0;
            for (Asked.Other word : words) {
                if ((found & word.units()) != word.units()
                        && (word.sound() ? read : written).find(word.text(), from, to) >= 0) {
                    found |= word.units();
                }
            }
            long whole = inPairs | (inPairs << 1) | found;
            if (whole != 0) {
                best = Math.max(best, relative(whole));
                bestTwo = Math.max(bestTwo, relative(whole | before));
            }
            long single = whole | inSingles;
            if (single != 0) {
                bestSingles = Math.max(bestSingles, share(single));
            }
            held |= whole;
            heldSingles |= single;
            before = whole;
        }
    }

    private static boolean isSentenceEnd(char c) {
        return switch (c) {
            case '\n', '!', ';', '?', '。', '！', '；', '？' -> true;
            default -> false;
        };
    }
}
