package guidang.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import guidang.bot.Reply;
import guidang.message.Language;
import guidang.message.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class PromptTest {
    private static final String CTRL_D = "\u0004";

    @TempDir
    private Path folder;
    private final List<String> asked = new ArrayList<>();

    @Test
    void what_is_typed_is_answered_until_the_end_of_input() throws IOException {
        String shown = typed("first\r!second \\x \"open\r" + CTRL_D, Map.of("TERM", "xterm"));
        assertEquals(List.of("first", "!second \\x \"open"), asked);
        assertTrue(shown.contains("hello") && shown.contains("\u001B[1msaid\u001B[0m") && shown.contains("Good-bye."));
    }

    @Test
    void a_title_is_completed() throws IOException {
        typed("/timeline 微\t\r" + CTRL_D, Map.of("TERM", "xterm"));
        assertEquals(List.of("/timeline 微信"), asked.stream().map(String::strip).toList());
    }

    @Test
    void no_colour_is_respected() throws IOException {
        assertFalse(typed("a\r" + CTRL_D, Map.of("TERM", "xterm", "NO_COLOR", "1")).contains("\u001B[1msaid"));
    }

    @Test
    void the_history_is_kept_for_its_owner_alone() throws IOException {
        Path history = folder.resolve("history");
        Files.writeString(history, "");
        typed("kept\r" + CTRL_D, Map.of("TERM", "xterm"));
        assertTrue(Files.readString(history).contains("kept"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    }

    private String typed(String keys, Map<String, String> environment) throws IOException {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        var message = new Message("said", List.of(new Message.Span(0, 4, new Message.Style.Bold())), List.of());
        var chat = new Chat(request -> {
            asked.add(request.text());
            return new Reply(message, null, Language.ENGLISH);
        }, null, Language.ENGLISH, new PrintStream(out, true, StandardCharsets.UTF_8));
        try (Terminal terminal = new DumbTerminal("test", "xterm", in, out, StandardCharsets.UTF_8)) {
            new Prompt(chat, new Names(), folder.resolve("history"), environment).talk(terminal, "hello");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class Names implements Completions {
        @Override
        public List<String> commands() {
            return List.of("/search", "/timeline");
        }

        @Override
        public List<String> names(String typed, int limit) {
            return typed.equals("微") ? List.of("微信") : List.of();
        }
    }
}
