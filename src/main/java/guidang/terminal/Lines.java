package guidang.terminal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8, ended by a line feed alone, so that input and output lines can be counted against each other.
 * Malformed bytes become U+FFFD; what passes the limit of a line is dropped.
 */
final class Lines {
    /** Bytes of one line that are kept; far more than a query may hold. */
    static final int LIMIT = 1 << 20;

    private final InputStream in;
    private boolean first = true;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end; null when there are no more. */
    @Nullable
    String next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (bytes.size() < LIMIT) {
                bytes.write(read);
            }
            read = in.read();
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        if (first && line.startsWith("\uFEFF")) {
            line = line.substring(1);
        }
        first = false;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
