package guidang.index;

/** Numbers and the bits that stand for them, found without boxing: most numbers looked up are not there. */
final class Places {
    private final int[] keys;
    private final long[] bits;
    /** A second set of bits of each number. */
    private final long[] others;
    private final int mask;

    /** For at most {@code size} different numbers. */
    Places(int size) {
        int capacity = Integer.highestOneBit(Math.max(16, size * 4)) * 2;
        keys = new int[capacity];
        bits = new long[capacity];
        others = new long[capacity];
        mask = capacity - 1;
    }

    void add(int key, long more) {
        int at = slot(key);
        keys[at] = key;
        bits[at] |= more;
    }

    void addOther(int key, long more) {
        int at = slot(key);
        keys[at] = key;
        others[at] |= more;
    }

    /** The bits of a number; 0 if it was not added. */
    long of(int key) {
        return bits[slot(key)];
    }

    /** Where the bits of a number are kept: for {@link #bits} and {@link #others}. */
    int slot(int key) {
        int at = ((key * 0x9E3779B1) >>> 15) & mask;
        while ((bits[at] | others[at]) != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    long bits(int slot) {
        return bits[slot];
    }

    long others(int slot) {
        return others[slot];
    }
}
