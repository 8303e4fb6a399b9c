package guidang.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Folded text as terms of one of the text fields. A term counts as often as its place in the entry weighs. */
abstract sealed class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int weight;
    final String text;
    Terms terms;

    private TermStream(String text, int weight) {
        this.text = text;
        this.weight = weight;
        this.terms = new Terms(text);
    }

    @Override
    public final void reset() {
        terms = new Terms(text);
    }

    final boolean emit(CharSequence word, int from, int to) {
        clearAttributes();
        term.setEmpty().append(word, from, to);
        frequency.setTermFrequency(weight);
        return true;
    }

    final boolean emit(String word) {
        return emit(word, 0, word.length());
    }

    /** Words, their parts, and single CJK characters. */
    static final class Units extends TermStream {
        private final Deque<String> pending = new ArrayDeque<>();

        Units(String text, int weight) {
            super(text, weight);
        }

        @Override
        public boolean incrementToken() {
            String part = pending.poll();
            if (part != null) {
                return emit(part);
            }
            if (!terms.next()) {
                return false;
            }
            if (!terms.cjk()) {
                queueParts(text.substring(terms.start(), terms.end()));
            }
            return emit(text, terms.start(), terms.end());
        }

        private void queueParts(String word) {
            List<String> parts = Terms.parts(word);
            if (parts.size() == 1 && parts.getFirst().length() == word.length()) {
                return;
            }
            if (parts.size() > 1) {
                String joined = String.join("", parts);
                if (!joined.equals(word)) {
                    pending.add(joined);
                }
            }
            pending.addAll(parts);
        }
    }

    /** Pairs of neighbouring CJK characters; one that has no neighbour alone. */
    static final class Pairs extends TermStream {
        private int last = -1;
        private int lastEnd = -1;
        private boolean paired;

        Pairs(String text, int weight) {
            super(text, weight);
        }

        @Override
        public boolean incrementToken() {
            while (terms.next()) {
                int before = last;
                int beforeEnd = lastEnd;
                boolean beforePaired = paired;
                if (!terms.cjk()) {
                    last = -1;
                    if (before >= 0 && !beforePaired) {
                        return emit(text, before, beforeEnd);
                    }
                    continue;
                }
                last = terms.start();
                lastEnd = terms.end();
                paired = before >= 0 && beforeEnd == last;
                if (paired) {
                    return emit(text, before, lastEnd);
                }
                if (before >= 0 && !beforePaired) {
                    return emit(text, before, beforeEnd);
                }
            }
            if (last >= 0 && !paired) {
                int alone = last;
                last = -1;
                return emit(text, alone, lastEnd);
            }
            last = -1;
            return false;
        }
    }

    /** Pairs of syllables of neighbouring characters, in each reading. */
    static final class Sounds extends TermStream {
        private final Deque<String> pending = new ArrayDeque<>();
        private List<String> before = List.of();
        private int beforeEnd = -1;

        Sounds(String text, int weight) {
            super(text, weight);
        }

        @Override
        public boolean incrementToken() {
            String pair = pending.poll();
            while (pair == null) {
                if (!terms.next()) {
                    return false;
                }
                List<String> readings = terms.cjk() ? Pinyin.readings(text.charAt(terms.start())) : List.of();
                if (beforeEnd == terms.start()) {
                    for (String first : before) {
                        for (String second : readings) {
                            pending.add(pair(first, second));
                        }
                    }
                }
                before = readings;
                beforeEnd = terms.end();
                pair = pending.poll();
            }
            return emit(pair);
        }

        static String pair(String first, String second) {
            return first + ' ' + second;
        }
    }
}
