package guidang.index;

import java.util.Arrays;

/** Grows as bytes are written to it; numbers take as many as they need. */
final class BytesOut {
    private byte[] bytes = new byte[4096];
    private int length;

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    byte[] written() {
        return Arrays.copyOf(bytes, length);
    }

    void one(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void bytes(byte[] more) {
        number(more.length);
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }
}
