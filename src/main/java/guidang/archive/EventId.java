package guidang.archive;

import java.util.regex.Pattern;

/** The stable id of an event: 1 to 12 characters of {@code A-Za-z0-9_-}, unique in an archive. */
public record EventId(String value) implements Comparable<EventId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,12}");

    public EventId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an event id: " + value);
        }
    }

    /** Whether {@code text} has the form of an event id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
