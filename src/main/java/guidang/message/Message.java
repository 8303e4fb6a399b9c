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
    /** Most UTF-16 units in a text (Bot API, sendMessage). */
    public static final int MAX_TEXT = 4_096;
    /** Most spans in a text (Bot API, MessageEntity). */
    public static final int MAX_SPANS = 100;

    /** @throws IllegalArgumentException if a limit is passed, or a span is outside the text or cuts a character in two */
    public Message {
        if (text.length() > MAX_TEXT || spans.size() > MAX_SPANS) {
            throw new IllegalArgumentException(text.length() + " units, " + spans.size() + " spans");
        }
        int end = 0;
        for (Span span : spans) {
            if (span.start < end || span.length < 1 || span.start + span.length > text.length()
                    || splits(text, span.start) || splits(text, span.start + span.length)) {
                throw new IllegalArgumentException("misplaced " + span);
            }
            end = span.start + span.length;
        }
        spans = List.copyOf(spans);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** Without the buttons that ask for pictures, for where none can be shown. */
    public Message withoutPictures() {
        return new Message(text, spans, buttons.stream().map(
                row -> row.stream().filter(button -> !(button.action() instanceof Action.Show)).toList())
                .filter(row -> !row.isEmpty()).toList());
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
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

        record Struck() implements Style {}

        record Underlined() implements Style {}
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

        /** Sends a command as if it were typed: the answer is a message of its own, and this one stays as it is. */
        record Ask(String command) implements Action {}

        /**
         * Puts a text on the clipboard.
         *
         * @param text 1 to 256 UTF-16 units (Bot API, CopyTextButton)
         */
        record Copy(String text) implements Action {
            /** Most UTF-16 units that can be copied. */
            public static final int MAX_TEXT = 256;

            /** @throws IllegalArgumentException if it is empty or too long */
            public Copy {
                if (text.isEmpty() || text.length() > MAX_TEXT) {
                    throw new IllegalArgumentException(text.length() + " units to copy");
                }
            }
        }

        /**
         * Sends a command whose reply is a picture, as if it were typed. Where no pictures can be shown, the button is
         * left out.
         */
        record Show(String command) implements Action {}

        /** Hands a word back to whoever put the button there; the conversation knows nothing of it. */
        record Control(String word) implements Action {}
    }
}
