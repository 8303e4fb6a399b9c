package guidang.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.picture.Pictures;
import guidang.query.Query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<Request> asked = new ArrayList<>();

    @Test
    void a_hit_has_exactly_the_keys_of_the_contract() throws IOException {
        var day = LocalDate.of(2021, 7, 21);
        var when = new When(day, LocalDate.of(2021, 7, 31), When.Precision.MONTH, When.Relation.ON, false, "2021年7月",
                When.Basis.STATED);
        var archived = citation("https://a.example/1", snapshot("https://web.archive.org/web/1/x"),
                snapshot("https://archive.is/x"));
        var item = new Item(new EventId("ab12"), new EntryPath("c/页.md"), "页", "小节", "小节", when, "发生了“某事”。",
                List.of(citation("https://b.example/2"), archived, archived, citation("")));
        json("问题\n", request -> reply(new Answer.Random(List.of(item))));

        JsonNode line = JSON.readTree(lines().getFirst());
        assertEquals(List.of("input", "answered", "text", "hits", "millis"), keys(line));
        assertTrue(line.get("millis").isNumber());
        assertTrue(line.get("answered").asBoolean());
        JsonNode hit = line.get("hits").get(0);
        assertEquals(JSON.readTree("""
                {"id":"ab12","path":"c/页.md","title":"页","heading":"小节","date":"2021-07","when":"2021年7月",
                 "basis":"stated","text":"发生了“某事”。","links":["https://web.archive.org/web/1/x","https://archive.is/x",
                 "https://b.example/2"]}"""), hit);
        assertEquals(List.of("id", "path", "title", "heading", "date", "when", "basis", "text", "links"), keys(hit));
    }

    @Test
    void an_undated_hit_has_null_dates() throws IOException {
        var item = new Item(new EventId("x"), new EntryPath("p.md"), "t", "", "", null, "s", List.of());
        json("a\n", request -> reply(new Answer.Random(List.of(item))));
        JsonNode hit = JSON.readTree(lines().getFirst()).get("hits").get(0);
        assertTrue(hit.get("date").isNull() && hit.get("when").isNull() && hit.get("basis").isNull());
        assertTrue(hit.get("links").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\nc\n", "a\n\n\n", "a\r\nb\r\nc", "\u2028x\n\u0085\r\u0000\n\t\n", "\n\nlast"})
    void each_line_in_gives_one_line_out(String input) throws IOException {
        json(input, request -> new Reply(new Message("said\nin\u2028two\u0085lines " + request.text(), List.of(),
                List.of()), null, Language.ENGLISH));
        assertEquals(3, lines().size());
        for (String line : lines()) {
            assertEquals(1, line.lines().count());
            assertFalse(line.contains("\u2028") || line.contains("\u0085"));
            assertTrue(JSON.readTree(line).get("text").asText().startsWith("said\nin\u2028two\u0085lines"));
        }
    }

    @Test
    void a_failure_inside_still_gives_its_line_and_the_next_line_is_answered() throws IOException {
        json("bad\ngood\n", request -> {
            if (request.text().equals("bad")) {
                throw new IllegalStateException("inside");
            }
            return reply(new Answer.Random(List.of()));
        });
        JsonNode failed = JSON.readTree(lines().getFirst());
        assertEquals("bad", failed.get("input").asText());
        assertFalse(failed.get("answered").asBoolean());
        assertFalse(failed.get("text").asText().isBlank());
        assertEquals("good", JSON.readTree(lines().get(1)).get("input").asText());
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("inside"));
    }

    @Test
    void bytes_that_are_not_utf8_and_endless_lines_are_taken() throws IOException {
        byte[] bytes = new byte[Lines.LIMIT * 3];
        java.util.Arrays.fill(bytes, (byte) 0xff);
        bytes[bytes.length - 2] = '\n';
        bytes[bytes.length - 1] = 'x';
        chat(request -> reply(new Answer.Random(List.of()))).json(new ByteArrayInputStream(bytes), print(out));
        assertEquals(2, lines().size());
        assertEquals("x", JSON.readTree(lines().get(1)).get("input").asText());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_line() throws IOException {
        json("\uFEFF/help\n", request -> reply(new Answer.Random(List.of())));
        assertEquals("/help", asked.getFirst().text());
    }

    @Test
    void through_a_pipe_links_are_written_out_and_blank_lines_say_nothing() throws IOException {
        var message = new Message("看这里 and bold",
                List.of(new Message.Span(1, 2, new Message.Style.Link("https://a.example")),
                        new Message.Span(8, 4, new Message.Style.Bold())),
                List.of());
        chat(request -> new Reply(message, null, Language.ENGLISH)).piped(stream("a\n  \n"), print(out));
        assertEquals("看这里 <https://a.example> and bold\n\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_number_presses_a_button_and_a_larger_one_is_a_question() {
        var next = new Message.Button("next", new Message.Action.Run("/search x", 1));
        var open = new Message.Button("open", new Message.Action.Open("https://a.example"));
        var message = new Message("m", List.of(), List.of(List.of(open, next)));
        Chat chat = chat(request -> new Reply(message, null, Language.ENGLISH));
        String shown = chat.reply("x", MessageText.PLAIN);
        assertEquals("m\nopen <https://a.example>   [1] next", shown);
        chat.reply(" 1 ", MessageText.PLAIN);
        chat.reply("2", MessageText.PLAIN);
        chat.reply("2021", MessageText.PLAIN);
        assertEquals(List.of(new Request("x", 0, Language.ENGLISH), new Request("/search x", 1, Language.ENGLISH),
                new Request("2", 0, Language.ENGLISH), new Request("2021", 0, Language.ENGLISH)), asked);
    }

    @Test
    void an_address_that_stands_in_the_text_has_no_button_besides() {
        var link = new Message.Span(0, 1, new Message.Style.Link("https://a.example"));
        var buttons = List.of(List.of(new Message.Button("open", new Message.Action.Open("https://a.example")),
                new Message.Button("copy", new Message.Action.Copy("https://a.example"))),
                List.of(new Message.Button("copy", new Message.Action.Copy("https://b.example"))));
        assertEquals("m <https://a.example>\ncopy https://b.example",
                MessageText.PLAIN.of(new Message("m", List.of(link), buttons)));
    }

    @Test
    void a_button_that_is_called_by_a_number_is_pressed_by_it() {
        List<Message.Button> row = List.of("all", "2", "1", "more").stream()
                .map(label -> new Message.Button(label, new Message.Action.Run("/" + label, 0))).toList();
        Chat chat = chat(request -> new Reply(new Message("m", List.of(), List.of(row)), null, Language.ENGLISH));
        assertEquals("m\n[3] all   [2]   [1]   [4] more", chat.reply("x", MessageText.PLAIN));
        for (String number : List.of("1", "2", "3", "4")) {
            chat.reply(number, MessageText.PLAIN);
        }
        assertEquals(List.of("x", "/1", "/2", "/all", "/more"), asked.stream().map(Request::text).toList());
    }

    @Test
    void pictures_are_saved_only_where_a_folder_is_named(@TempDir Path folder) throws IOException {
        var day = LocalDate.of(2021, 7, 21);
        var when = new When(day, day, When.Precision.DAY, When.Relation.ON, false, "2021-07-21", When.Basis.STATED);
        var item = new Item(new EventId("ab12"), new EntryPath("c/页.md"), "页", "", "", when, "发生了。", List.of());
        var query = new Query("页", List.of("页"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), Query.Wanted.ANYTHING, List.of());
        var answer = new Answer.Timeline(query, "页", List.of("页"), List.of(item), 0);
        Message words = new Message("words", List.of(),
                List.of(List.of(new Message.Button("Picture", new Message.Action.Show("/picture 页")))));
        var drawn = new Reply(words, answer, Language.ENGLISH, false, "/picture 页",
                Pictures.of(answer, Language.ENGLISH).orElseThrow());
        Function<Request, Reply> conversation = request -> request.text().startsWith("/picture")
                ? drawn
                : new Reply(words, answer, Language.ENGLISH);
        assertEquals("words", chat(conversation).reply("/picture 页", MessageText.PLAIN));
        assertEquals("words", chat(conversation).reply("/timeline 页", MessageText.PLAIN));

        Path pictures = folder.resolve("new");
        Chat chat = new Chat(conversation, Language.ENGLISH, Language.ENGLISH, print(log), new PictureFolder(pictures));
        assertEquals("words\n[1] Picture", chat.reply("/timeline 页", MessageText.PLAIN));
        assertTrue(chat.reply("1", MessageText.PLAIN).endsWith("Picture: " + pictures.resolve("picture-1.png")));
        assertTrue(chat.reply("/picture 页", MessageText.PLAIN).endsWith("picture-2.png"));
        assertEquals((byte) 0x89, Files.readAllBytes(pictures.resolve("picture-2.png"))[0]);
    }

    @Test
    void control_characters_of_an_entry_never_reach_the_terminal() {
        var message = new Message("a\u001B]0;title\u0007b\u009B31mc\nd", List.of(new Message.Span(0, 1,
                new Message.Style.Link("https://x.example/\u001B\\\u0007路"))), List.of());
        assertEquals("a <https://x.example/\\路>]0;titleb31mc\nd", MessageText.PLAIN.of(message));
        assertEquals("\u001B]8;;https://x.example/%1B\\%07%E8%B7%AF\u001B\\\u001B[4ma\u001B[0m\u001B]8;;\u001B\\"
                + "]0;titleb31mc\nd", MessageText.STYLED.of(message));
    }

    @Test
    void quotations_are_marked_on_every_line() {
        var message = new Message("q1\nq2", List.of(new Message.Span(0, 5, new Message.Style.Quote(true))), List.of());
        assertEquals("> q1\n> q2", MessageText.PLAIN.of(message));
    }

    private void json(String input, Function<Request, Reply> conversation) throws IOException {
        chat(conversation).json(stream(input), print(out));
    }

    private Chat chat(Function<Request, Reply> conversation) {
        return new Chat(request -> {
            asked.add(request);
            return conversation.apply(request);
        }, Language.ENGLISH, Language.ENGLISH, print(log));
    }

    private List<String> lines() {
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Reply reply(Answer answer) {
        return new Reply(new Message("text", List.of(), List.of()), answer, Language.ENGLISH);
    }

    private static Citation citation(String original, Snapshot... snapshots) {
        return new Citation(Citation.Form.LINK, Citation.Place.LIST, "", "", "t", "", null, null, original,
                List.of(snapshots), "t", 1);
    }

    private static Snapshot snapshot(String url) {
        return new Snapshot(Snapshot.Service.WAYBACK, url, LocalDateTime.of(2021, 7, 27, 0, 0));
    }
}
