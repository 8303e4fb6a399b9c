package guidang.terminal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A chat at a terminal: line editing, history, completion, colours where the terminal and the person want them. */
public final class Prompt {
    private static final int COMPLETIONS = 50;

    private final Chat chat;
    private final Completions completions;
    private final Path history;
    private final boolean plain;

    /**
     * For a chat.
     *
     * @param history file that keeps what was typed, readable by its owner alone; made where there is none
     * @param environment of the process: {@code NO_COLOR} and {@code TERM} are looked at
     */
    public Prompt(Chat chat, Completions completions, Path history, Map<String, String> environment) {
        this.chat = chat;
        this.completions = completions;
        this.history = history;
        this.plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Talks at the process's own terminal until the person leaves. */
    public void talk(String greeting) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            talk(terminal, greeting);
        }
    }

    void talk(Terminal terminal, String greeting) throws IOException {
        boolean styled = !plain && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
        MessageText form = styled ? MessageText.STYLED : MessageText.PLAIN;
        keepPrivate();
        LineReader reader = reader(terminal);
        String prompt = prompt(styled, terminal);
        say(terminal, greeting);
        while (true) {
            try {
                String line = reader.readLine(prompt);
                if (!line.isBlank()) {
                    say(terminal, chat.reply(line, form) + "\n");
                }
            } catch (UserInterruptException e) {
                if (e.getPartialLine().isEmpty()) {
                    break;
                }
            } catch (EndOfFileException e) {
                break;
            }
        }
        say(terminal, chat.text("bye"));
        keepPrivate();
    }

    private LineReader reader(Terminal terminal) {
        // No quotes, no escapes: what is typed is a message, not a shell command.
        var words = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
        return LineReaderBuilder.builder().terminal(terminal).parser(words)
                .completer((reader, line, candidates) -> complete(line, candidates))
                .variable(LineReader.HISTORY_FILE, history).option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false).option(LineReader.Option.INSERT_TAB, false)
                .build();
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        String word = line.word().substring(0, line.wordCursor());
        if (line.wordIndex() == 0 && word.startsWith("/")) {
            completions.commands().forEach(command -> candidates.add(new Candidate(command)));
        } else if (!word.isBlank()) {
            completions.names(word, COMPLETIONS).forEach(name -> candidates.add(new Candidate(name)));
        }
    }

    private static String prompt(boolean styled, Terminal terminal) {
        AttributedStyle style = styled
                ? AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.CYAN)
                : AttributedStyle.DEFAULT;
        return new AttributedStringBuilder().style(style).append("归档› ").style(AttributedStyle.DEFAULT)
                .toAnsi(terminal);
    }

    private static void say(Terminal terminal, String text) {
        terminal.writer().println(text);
        terminal.flush();
    }

    /** What a person asked is nobody else's business. */
    private void keepPrivate() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        if (Files.notExists(history)) {
            Files.createFile(history, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.setPosixFilePermissions(history, ownerOnly);
        }
    }
}
