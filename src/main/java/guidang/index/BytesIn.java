package guidang.index;

import java.nio.charset.StandardCharsets;

/** Reads what {@link BytesOut} wrote; throws IndexOutOfBoundsException where it ends too soon. */
final class BytesIn {
    private final byte[] bytes;
    private final int end;
    private int at;

    BytesIn(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int left() {
        return end - at;
    }

    String text(int length) {
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    int one() {
        if (at >= end) {
            throw new IndexOutOfBoundsException(at);
        }
        return bytes[at++];
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = one();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException(at);
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }
}
