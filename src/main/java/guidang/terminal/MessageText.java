package guidang.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import guidang.message.Message;

/** A message as text: with colours and clickable links, or plain. Control characters of an entry never get through. */
enum MessageText {
    PLAIN, STYLED;

    private static final String BOLD = "\u001B[1m";
    private static final String ITALIC = "\u001B[3m";
    private static final String UNDERLINED = "\u001B[4m";
    private static final String STRUCK = "\u001B[9m";
    private static final String DIM = "\u001B[2m";
    private static final String OFF = "\u001B[0m";
    private static final String LINK_BEGIN = "\u001B]8;;";
    private static final String LINK_END = "\u001B\\";

    /** The text and below it the buttons, those that do something numbered from 1; ends without a line feed. */
    String of(Message message) {
        var text = new StringBuilder();
        int at = 0;
        for (Message.Span span : message.spans()) {
            text.append(safe(message.text().substring(at, span.start())));
            at = span.start() + span.length();
            text.append(styled(message.text().substring(span.start(), at), span.style()));
        }
        text.append(safe(message.text().substring(at)));
        Iterator<Integer> numbers = numbers(message).iterator();
        for (List<Message.Button> row : message.buttons()) {
            var shown = new ArrayList<String>();
            for (Message.Button button : row) {
                switch (button.action()) {
                    case Message.Action.Open open when stands(message, open.url()) -> {
                    }
                    case Message.Action.Open open -> shown.add(link(button.label(), open.url()));
                    case Message.Action.Copy copy when stands(message, copy.text()) -> {
                    }
                    case Message.Action.Copy copy -> shown.add(safe(button.label()) + " " + safe(copy.text()));
                    case Message.Action.Control control -> shown.add(button.label());
                    case Message.Action.Show show -> shown.add(numbered(numbers.next(), button.label()));
                    case Message.Action.Ask ask -> shown.add(numbered(numbers.next(), button.label()));
                    case Message.Action.Run run -> shown.add(numbered(numbers.next(), button.label()));
                }
            }
            if (!shown.isEmpty()) {
                text.append('\n').append(String.join("   ", shown));
            }
        }
        return text.toString();
    }

    /** Whether it stands above the buttons: there a person can open and copy it. */
    private static boolean stands(Message message, String text) {
        return message.text().contains(text) || message.spans().stream()
                .anyMatch(span -> span.style() instanceof Message.Style.Link link && link.url().equals(text));
    }

    /** What each number presses. */
    static Map<Integer, Message.Action.Run> pressed(Message message) {
        Iterator<Integer> numbers = numbers(message).iterator();
        var pressed = new HashMap<Integer, Message.Action.Run>();
        for (Message.Button button : buttons(message)) {
            ran(button).ifPresent(run -> pressed.put(numbers.next(), run));
        }
        return pressed;
    }

    /** What a button runs; empty if it runs nothing. */
    private static Optional<Message.Action.Run> ran(Message.Button button) {
        return switch (button.action()) {
            case Message.Action.Run run -> Optional.of(run);
            case Message.Action.Show show -> Optional.of(new Message.Action.Run(show.command(), 0));
            case Message.Action.Ask ask -> Optional.of(new Message.Action.Run(ask.command(), 0));
            case Message.Action.Open open -> Optional.empty();
            case Message.Action.Copy copy -> Optional.empty();
            case Message.Action.Control control -> Optional.empty();
        };
    }

    /** The number of each button that does something: that of its label if it is one, else the next that is free. */
    private static List<Integer> numbers(Message message) {
        List<String> labels = buttons(message).stream().filter(button -> ran(button).isPresent())
                .map(Message.Button::label).toList();
        var taken = new HashSet<Integer>();
        labels.stream().flatMap(label -> numberOf(label).stream()).forEach(taken::add);
        var given = new HashSet<Integer>();
        var numbers = new ArrayList<Integer>();
        int free = 1;
        for (String label : labels) {
            int number = numberOf(label).filter(own -> !given.contains(own)).orElse(0);
            while (number == 0) {
                number = taken.contains(free) || given.contains(free) ? 0 : free;
                free++;
            }
            given.add(number);
            numbers.add(number);
        }
        return numbers;
    }

    private static Optional<Integer> numberOf(String label) {
        return label.matches("[1-9][0-9]?") ? Optional.of(Integer.valueOf(label)) : Optional.empty();
    }

    private static List<Message.Button> buttons(Message message) {
        return message.buttons().stream().flatMap(List::stream).toList();
    }

    private String numbered(int number, String label) {
        String key = style(DIM, "[" + number + "]");
        return label.equals(Integer.toString(number)) ? key : key + " " + safe(label);
    }

    private String styled(String part, Message.Style style) {
        return switch (style) {
            case Message.Style.Bold bold -> style(BOLD, safe(part));
            case Message.Style.Italic italic -> style(ITALIC, safe(part));
            case Message.Style.Code code -> style(DIM, safe(part));
            case Message.Style.Struck struck -> this == PLAIN ? "[-" + safe(part) + "-]" : style(STRUCK, safe(part));
            case Message.Style.Underlined underlined ->
                this == PLAIN ? "{+" + safe(part) + "+}" : style(UNDERLINED, safe(part));
            case Message.Style.Quote quote -> quoted(part);
            case Message.Style.Link link -> link(part, link.url());
        };
    }

    private String quoted(String part) {
        String bar = this == PLAIN ? "> " : style(DIM, "▎") + " ";
        return bar + safe(part).replace("\n", "\n" + bar);
    }

    private String style(String code, String part) {
        return this == PLAIN ? part : code + part + OFF;
    }

    private String link(String label, String url) {
        String target = address(url);
        if (this == STYLED) {
            return LINK_BEGIN + target + LINK_END + style(UNDERLINED, safe(label)) + LINK_BEGIN + LINK_END;
        }
        return label.equals(url) ? safe(url) : safe(label) + " <" + safe(url) + ">";
    }

    /** Without control characters, but with line feeds and tabs. */
    static String safe(String text) {
        var kept = new StringBuilder(text.length());
        text.chars().filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** With everything but visible ASCII percent-encoded, as the OSC 8 convention asks. */
    private static String address(String url) {
        var encoded = new StringBuilder();
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            }
        }
        return encoded.toString();
    }
}
