package guidang.message;

import java.util.List;

/**
 * What is sent: plain text with spans, and buttons below it. No markup of any kind is in the text.
 *
 * @param text at most 4,096 UTF-16 units (Bot API, sendMessage)
 * @param spans inside the text, not overlapping, ordered by start; at most 100 (Bot API, MessageEntity)
 * @param buttons rows of buttons
 */
public record Message(String text, List<Span> spans, List<List<Button>> buttons) {
    public Message {
        spans = List.copyOf(spans);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** Formatting of a part of the text; {@code start} and {@code length} in UTF-16 units. */
    public record Span(int start, int length, Style style) {}

    /** How a part of the text looks. */
    public sealed interface Style {
        record Bold() implements Style {}

        record Italic() implements Style {}

        record Quote(boolean expandable) implements Style {}

        record Link(String url) implements Style {}

        record Code() implements Style {}
    }

    /** A button. */
    public record Button(String label, Action action) {}

    /** What a button does. */
    public sealed interface Action {
        /** Opens an address. */
        record Open(String url) implements Action {}

        /**
         * Sends a command as if it were typed.
         *
         * @param page 0-based page of its answer
         */
        record Run(String command, int page) implements Action {}
    }
}
