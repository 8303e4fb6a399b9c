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
    private final Places pairs = new Places(2 * Asked.MOST_UNITS);
    private final Places singles = new Places(Asked.MOST_UNITS);
    private final List<Asked.Other> words = new ArrayList<>();
    /** Characters that a pass must stop at, as bits; all others only end a run. */
    private final long[] telling = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    Ranking(Asked asked) {
        this.asked = asked;
        this.bySound = asked.bySound;
        double sum = 0;
        double known = 0;
        long nearly = 0;
        for (int i = 0; i < asked.synonyms.size(); i++) {
            Asked.Other synonym = asked.synonyms.get(i);
            nearly |= synonym.units();
            if (synonym.text().length() > 1) {
                pairs.addOther(key(synonym.text().charAt(0), synonym.text().charAt(1)), 1L << i);
                telling(synonym.text().charAt(0));
            }
        }
        for (int i = 0; i < asked.units.size(); i++) {
            Unit unit = asked.units.get(i);
            sum += asked.weights[i];
            known += asked.weights[i]
                    * (asked.isKnown(i) ? 1 : (nearly & (1L << i)) != 0 ? Weights.NEARLY : 0);
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
     * @param held what it holds
     */
    record Look(double score, Held held) {}

    /**
     * Units that a text holds, as bits.
     *
     * @param nearly those of which it holds only a synonym
     */
    record Held(long whole, long nearly) {}

    /** Judges one candidate; {@code first} is its score among the candidates, 0 to 1. */
    Look look(SectionText text, double first, boolean inPeriod) {
        var features = new EnumMap<Feature, Double>(Feature.class);
        Held held = features(text, first, inPeriod, features);
        double score = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            score += feature.getKey().weight() * feature.getValue();
        }
        return new Look(score, held);
    }

    /** Fills in the features; returns the units held. */
    Held features(SectionText written, double first, boolean inPeriod, Map<Feature, Double> features) {
        SectionText read = bySound ? written.bySound() : written;
        long all = 0;
        long nearly = 0;
        long heading = 0;
        long nearHeading = 0;
        for (int part = 0; part < SectionText.PARTS; part++) {
            var pass = new Pass(written, read);
            pass.through(part);
            all |= pass.held;
            nearly |= pass.nearly;
            if (part == SectionText.HEADING) {
                heading = pass.held;
                nearHeading = pass.nearly & ~pass.held;
            } else if (part == SectionText.BODY) {
                features.put(Feature.COVERED_BODY, relative(pass.held, pass.nearly));
                features.put(Feature.SINGLES, share(pass.heldSingles, pass.nearly));
                features.put(Feature.SENTENCE, pass.best);
                features.put(Feature.SENTENCE_SINGLES, pass.bestSingles);
                features.put(Feature.TWO_SENTENCES, pass.bestTwo);
                features.put(Feature.RUN,
                        Math.min(1, pass.longest / (double) Math.clamp(asked.units.size(), 2, LONGEST_RUN)));
            }
        }
        features.put(Feature.CANDIDATE, first);
        features.put(Feature.COVERED, relative(all, nearly));
        features.put(Feature.WHOLE, share(all) > 1 - 1e-9 ? 1.0 : 0.0);
        features.put(Feature.HEADING, heading(read, heading, nearHeading));
        features.put(Feature.TITLE, title(written));
        features.put(Feature.PERIOD, inPeriod ? 1.0 : 0.0);
        features.put(Feature.STUB, written.stub() ? 1.0 : 0.0);
        features.put(Feature.LINKS, written.links() ? 1.0 : 0.0);
        features.put(Feature.LIST, written.list() ? 1.0 : 0.0);
        features.put(Feature.EMPTY, written.empty() ? 1.0 : 0.0);
        return new Held(all, nearly & ~all);
    }

    private double share(long whole, long nearly) {
        return nearly == 0 ? share(whole) : share(whole) + Weights.NEARLY * share(nearly & ~whole);
    }

    private double share(long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += asked.weights[Long.numberOfTrailingZeros(rest)];
        }
        return sum / total;
    }

    /** A share of what can be reached. */
    private double relative(long whole, long nearly) {
        return Math.min(1, share(whole, nearly) / attainable);
    }

    private double heading(SectionText text, long held, long nearly) {
        if ((held | nearly) == 0) {
            return 0;
        }
        int length = text.end(SectionText.HEADING) - text.start(SectionText.HEADING);
        double letters = 0;
        for (long rest = held; rest != 0; rest &= rest - 1) {
            Unit unit = asked.units.get(Long.numberOfTrailingZeros(rest));
            letters += unit.sound() ? 1 : unit.text().length();
        }
        letters += Weights.NEARLY * Long.bitCount(nearly);
        return 0.5 * relative(held, nearly) + 0.5 * Math.min(1, letters / Math.max(1, length));
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
    double coverage(Held held) {
        return Math.min(1, share(held.whole, held.nearly));
    }

    /** How rare the rarest unit is that is asked and of which nothing is held, as a share of the rarest of all. */
    double rarestMissing(Held held) {
        double rarest = 0;
        double missing = 0;
        for (int i = 0; i < asked.units.size(); i++) {
            rarest = Math.max(rarest, asked.weights[i]);
            if (((held.whole | held.nearly) & (1L << i)) == 0) {
                missing = Math.max(missing, asked.weights[i]);
            }
        }
        return rarest == 0 ? 0 : missing / rarest;
    }

    /** What is asked and not held: runs of units, rarest first. */
    List<String> missing(Held look) {
        long held = look.whole | look.nearly;
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
        private long nearly;
        private long heldSingles;
        private double best;
        private double bestSingles;
        private double bestTwo;
        private int longest;
        private long before;
        private long nearlyBefore;

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
            long near = 0;
            long running = 0;
            int run = 0;
            for (int at = from; at < end; at++) {
                char c = read.at(at);
                if ((telling[c >> 6] & (1L << c)) == 0 && at + 1 < end) {
                    running = 0;
                    continue;
                }
                inSingles |= singles.of(c);
                int slot = at + 1 < end ? pairs.slot(key(c, read.at(at + 1))) : -1;
                long here = slot < 0 ? 0 : pairs.bits(slot);
                long begun = slot < 0 ? 0 : pairs.others(slot);
                near |= begun == 0 ? 0 : synonyms(begun, at, from, end);
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
                    sentence(inPairs, inSingles, near, sentence, at + 1);
                    sentence = at + 1;
                    inPairs = 0;
                    inSingles = 0;
                    near = 0;
                    running = 0;
                }
            }
        }

        /** The units of those synonyms that stand at a place. */
        private long synonyms(long begun, int at, int from, int end) {
            long units = 0;
            for (long rest = begun; rest != 0; rest &= rest - 1) {
                Asked.Other synonym = asked.synonyms.get(Long.numberOfTrailingZeros(rest));
                if (written.stands(synonym.text(), at, from, end)) {
                    units |= synonym.units();
                }
            }
            return units;
        }

        private void sentence(long inPairs, long inSingles, long near, int from, int to) {
            long found = 0;
            for (Asked.Other word : words) {
                if ((found & word.units()) != word.units()
                        && (word.sound() ? read : written).find(word.text(), from, to) >= 0) {
                    found |= word.units();
                }
            }
            long whole = inPairs | (inPairs << 1) | found;
            if ((whole | near) != 0) {
                best = Math.max(best, relative(whole, near));
                bestTwo = Math.max(bestTwo, relative(whole | before, near | nearlyBefore));
            }
            long single = whole | inSingles;
            if ((single | near) != 0) {
                bestSingles = Math.max(bestSingles, share(single, near));
            }
            held |= whole;
            nearly |= near;
            heldSingles |= single;
            before = whole;
            nearlyBefore = near;
        }
    }

    private static boolean isSentenceEnd(char c) {
        return switch (c) {
            case '\n', '!', ';', '?', '。', '！', '；', '？' -> true;
            default -> false;
        };
    }
}
