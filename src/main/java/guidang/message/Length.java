package guidang.message;

/** How long a message is. */
public enum Length {
    /** One result in two lines, as where others talk. */
    SHORT,
    /** As where somebody asked alone. */
    USUAL
}
