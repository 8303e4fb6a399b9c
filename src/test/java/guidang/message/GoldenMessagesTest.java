package guidang.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import guidang.message.Message.Action;
import guidang.message.Message.Span;
import guidang.message.Message.Style;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every kind of message as a person sees it, formatting and buttons made visible. {@code -Dgolden.update=true} rewrites
 * the folder.
 */
class GoldenMessagesTest {
    private static final Path FOLDER = Path.of(System.getProperty("guidang.root", "."), "src/test/resources/message");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 6);

    @TestFactory
    Stream<DynamicTest> a_message_reads_as_it_is_kept() {
        return messages().entrySet().stream().map(message -> DynamicTest.dynamicTest(message.getKey(), () -> {
            Path file = FOLDER.resolve(message.getKey());
            String shown = visible(message.getValue());
            if (UPDATE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, shown);
            }
            assertEquals(Files.readString(file), shown);
        }));
    }

    @Test
    void the_folder_holds_no_strays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> strays = files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            strays.removeAll(messages().keySet());
            assertEquals(Set.of(), strays);
        }
    }

    static Map<String, Message> messages() {
        Map<String, Message> messages = new TreeMap<>();
        var composer = new Composer();
        for (Language language : Language.values()) {
            String end = "." + language.locale().toLanguageTag() + ".txt";
            Samples.all().forEach((name, answer) -> messages.put(name + end,
                    composer.compose(answer, Samples.asked(answer), language, TODAY)));
            Samples.all().forEach((name, answer) -> messages.put(name + "-in-two-lines" + end,
                    composer.compose(answer, Samples.asked(answer), language, TODAY, Length.SHORT)));
            NoticeSamples.all().forEach((name, briefs) -> messages.put("notice-" + name + end,
                    composer.notice(briefs, "s7Kd0_x-a1B2c3D4", language)));
            messages.put("notice-digest" + end, composer.digest(NoticeSamples.many(10), 0, language));
            messages.put("notice-digest-second-page" + end, composer.digest(NoticeSamples.many(10), 1, language));
            Guide guide = Guide.of(language, Samples.sample());
            messages.put("guide-start" + end, guide.start());
            messages.put("guide-help" + end, guide.help());
            messages.put("guide-start-of-nothing" + end, Guide.of(language).start());
            messages.put("guide-usage-timeline" + end, guide.usage("timeline"));
            messages.put("guide-in-a-group" + end, guide.inGroup());
            messages.put("guide-unknown" + end, guide.unknown("/serach", java.util.List.of("search")));
            messages.put("guide-unknown-wholly" + end, guide.unknown("/xyzzy", java.util.List.of()));
            messages.put("guide-failed" + end, guide.failed());
        }
        return messages;
    }

    private static String visible(Message message) {
        var out = new StringBuilder();
        int at = 0;
        for (Span span : message.spans()) {
            out.append(message.text(), at, span.start());
            at = span.start() + span.length();
            String text = message.text().substring(span.start(), at);
            out.append(switch (span.style()) {
                case Style.Bold() -> "**" + text + "**";
                case Style.Italic() -> "_" + text + "_";
                case Style.Code() -> "`" + text + "`";
                case Style.Struck() -> "~~" + text + "~~";
                case Style.Underlined() -> "__" + text + "__";
                case Style.Quote(boolean expandable) -> (expandable ? ">> " : "> ") + text.replace("\n", "\n> ");
                case Style.Link(String url) -> "[" + text + "](" + url + ")";
            });
        }
        out.append(message.text().substring(at)).append('\n');
        if (!message.buttons().isEmpty()) {
            out.append("----\n");
        }
        message.buttons().forEach(row -> out.append(row.stream().map(button -> "( " + button.label() + " )  "
                + switch (button.action()) {
                    case Action.Open(String url) -> url;
                    case Action.Copy(String text) -> "copies " + text;
                    case Action.Control(String word) -> word;
                    case Action.Show(String command) -> command + "  picture";
                    case Action.Ask(String command) -> command + "  anew";
                    case Action.Run(String command, int page) -> command + (page == 0 ? "" : "  page " + page);
                }).collect(Collectors.joining("    "))).append('\n'));
        return out.toString();
    }
}
