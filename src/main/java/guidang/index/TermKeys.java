package guidang.index;

import java.util.Arrays;

/**
 * The distinct terms of a text as numbers, for quick look-up without an index: each pair of neighbouring CJK characters,
 * each CJK character, each run of letters and digits. Pairs and characters have numbers of their own; runs and names may
 * share one by chance, so that what is found by these must be looked at again.
 */
final class TermKeys {
    /** Bits of a code point. */
    private static final int POINT = 21;
    private static final long HASHED = 1L << 63;

    private long[] slots;
    private long[] added;
    private int size;

    TermKeys(int expected) {
        slots = new long[Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2)];
        added = new long[slots.length / 2];
    }

    static long pair(int first, int second) {
        return ((long) first << POINT) | second;
    }

    static boolean isPair(long key) {
        return key > Character.MAX_CODE_POINT;
    }

    static long single(int point) {
        return point;
    }

    /** A run of letters and digits, or a name under a mark that no run begins with. */
    static long word(CharSequence text, int from, int to) {
        long hash = 1125899906842597L;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return HASHED | mixed(hash);
    }

    static long name(char mark, String name) {
        return word(mark + name, 0, name.length() + 1);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 31)) * 0x7fb5d329728ea185L;
        return mixed ^ (mixed >>> 27);
    }

    /** Takes the terms of a folded text, in order. */
    interface Sink {
        void term(long key);
    }

    /** Goes through a folded text. */
    static void each(CharSequence text, Sink sink) {
        int before = -1;
        int length = text.length();
        int at = 0;
        while (at < length) {
            int point = Character.codePointAt(text, at);
            int end = at + Character.charCount(point);
            if (isCharacter(point)) {
                sink.term(single(point));
                if (before >= 0) {
                    sink.term(pair(before, point));
                }
                before = point;
            } else {
                before = -1;
                if (point <= Character.MAX_VALUE && Terms.isWordChar((char) point)) {
                    while (end < length && Terms.isWordChar(text.charAt(end))) {
                        end++;
                    }
                    sink.term(word(text, at, end));
                }
            }
            at = end;
        }
    }

    private static boolean isCharacter(int point) {
        return point <= Character.MAX_VALUE ? Terms.isCjk((char) point) : Character.isIdeographic(point);
    }

    /**
     * A term that every text has in which a folded text stands: a pair, else a run, else a character; 0 if there is none.
     */
    static long anyOf(String folded) {
        long[] best = new long[3];
        each(folded, key -> {
            int kind = isPair(key) ? 0 : key < 0 ? 1 : 2;
            best[kind] = best[kind] == 0 ? key : best[kind];
        });
        return best[0] != 0 ? best[0] : best[1] != 0 ? best[1] : best[2];
    }

    void addAll(CharSequence text) {
        each(text, this::add);
    }

    void add(long key) {
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(slots, key);
        if (slots[slot] == 0) {
            slots[slot] = key;
            if (size == added.length) {
                added = Arrays.copyOf(added, 2 * size);
            }
            added[size++] = key;
        }
    }

    boolean has(long key) {
        return slots[slot(slots, key)] == key;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** One of them, in the order in which they were added. */
    long at(int index) {
        return added[index];
    }

    private void grow() {
        var larger = new long[2 * slots.length];
        for (int i = 0; i < size; i++) {
            larger[slot(larger, added[i])] = added[i];
        }
        slots = larger;
    }

    private static int slot(long[] slots, long key) {
        int mask = slots.length - 1;
        int slot = (int) mixed(key) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
