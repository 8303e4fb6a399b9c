package guidang.operation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * One JSON object a line: {@code time} (ISO, UTC), {@code level}, {@code logger}, {@code message} and, where something was
 * thrown, {@code thrown} (its kind, without its message, which may hold what somebody wrote) and {@code at}.
 */
public final class JsonLog extends Formatter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_FRAMES = 20;

    private JsonLog() {}

    /** From now on all that is logged takes this form on a stream, and nothing is logged anywhere else. */
    public static void begin(PrintStream stream) {
        Logger root = Logger.getLogger("");
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(new Lines(stream));
    }

    /** A stream whose lines become messages of the log. */
    public static PrintStream messages(PrintStream stream, Clock clock) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line != null && !line.isBlank()) {
                    stream.println(object(clock.instant(), "INFO", "guidang", line, null));
                }
            }
        };
    }

    @Override
    public String format(LogRecord entry) {
        return object(entry.getInstant(), entry.getLevel().getName(), String.valueOf(entry.getLoggerName()),
                formatMessage(entry), entry.getThrown()) + "\n";
    }

    private static String object(Instant time, String level, String logger, String message,
            @org.jspecify.annotations.Nullable Throwable thrown) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", time.toString());
            json.writeStringField("level", level);
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            if (thrown != null) {
                json.writeStringField("thrown", thrown.getClass().getName());
                json.writeArrayFieldStart("at");
                StackTraceElement[] frames = thrown.getStackTrace();
                for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                    json.writeString(frames[i].toString());
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Writes each line whole. */
    private static final class Lines extends Handler {
        private final PrintStream stream;
        private final JsonLog form = new JsonLog();

        Lines(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            if (isLoggable(entry)) {
                stream.print(form.format(entry));
                stream.flush();
            }
        }

        @Override
        public void flush() {
            stream.flush();
        }

        @Override
        public void close() {}
    }
}
