package guidang.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.index.Facts;
import guidang.index.Hits;
import guidang.link.WebAddress;
import guidang.message.Message.Action;
import guidang.message.Message.Span;
import guidang.message.Message.Style;
import guidang.query.Query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever an archive holds, a message keeps its limits. The message itself refuses misplaced spans. */
class LimitsTest {
    private static final List<String> PIECES = List.of("渡船停了。", "微信", "the ferry stopped. ", "😀", "👩‍👩‍👧", "\uD83D",
            "\uDE00",
            "\n", "\r\n\n", "\u202E", "\u2067", "\u2069", "שלום", "مرحبا", "e\u0301\u0301", "\u0000", "\u200B",
            "[存档](http://x)",
            "**", "{0}", "'", "<b>", "/forget", "@someone", "2021年8月5日", "\uDB40\uDC41", "\uFFFF", "\u2028", "\t", "—",
            "“", "。”");
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 6);

    private final Composer composer = new Composer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void any_answer_fits_into_a_message(long seed) {
        var random = new Random(seed);
        for (Answer answer : answers(random)) {
            for (Language language : Language.values()) {
                for (Length length : Length.values()) {
                    check(composer.compose(answer, "/x " + text(random, 50), language, TODAY, length), answer);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void any_changes_fit_into_a_notice_and_a_digest(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var briefs = new ArrayList<Brief>();
            for (int i = 0; i <= random.nextInt(round < 3 ? 2_000 : 30); i++) {
                Change.Kind kind = pick(random, Change.Kind.values());
                var sources = new ArrayList<Brief.Source>();
                for (int j = 0; j < random.nextInt(6); j++) {
                    sources.add(new Brief.Source(text(random, 20), random.nextBoolean()
                            ? "https://web.archive.org/web/20210906120000/https://a.example/" + j
                            : text(random, 5)));
                }
                briefs.add(new Brief(kind, "a/" + random.nextInt(40) + ".md", random.nextBoolean() ? "" : "b/c.md",
                        "t" + text(random, 20), text(random, 10), "", null, text(random, 300), text(random, 300),
                        sources, "", "", Instant.EPOCH));
            }
            for (Language language : Language.values()) {
                check(composer.notice(briefs, "s", language));
                check(composer.digest(briefs, random.nextInt(5), language));
            }
        }
    }

    private static void check(Message message) {
        check(message, new Answer.Random(List.of()));
    }

    private static void check(Message message, Answer answer) {
        String text = message.text();
        assertFalse(text.isBlank(), answer::toString);
        assertEquals(text.strip(), text, "white space at an end moves the spans of some messengers");
        assertTrue(text.length() <= 4_096 && message.spans().size() <= 100);
        assertTrue(text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
        assertEquals(text, new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8));
        assertFalse(text.contains("\n\n\n"), text);
        for (String line : text.lines().toList()) {
            assertEquals(PlainText.clean(line), line);
        }
        for (Span span : message.spans()) {
            String spanned = text.substring(span.start(), span.start() + span.length());
            assertFalse(spanned.isBlank());
            assertTrue(span.style() instanceof Style.Quote || !spanned.contains("\n"), spanned);
            if (span.style() instanceof Style.Link(String url)) {
                assertTrue(url.startsWith("http") && url.length() <= 2_000, url);
            }
        }
        message.buttons().forEach(row -> {
            assertTrue(!row.isEmpty() && row.size() <= 8);
            row.forEach(button -> {
                assertFalse(button.label().isBlank());
                assertTrue(button.label().length() <= 32);
                if (button.action() instanceof Action.Copy(String copied)) {
                    assertTrue(!copied.isEmpty() && copied.length() <= 256 && copied.startsWith("http"), copied);
                }
                if (button.action() instanceof Action.Run(String command, int page)) {
                    assertTrue(page >= 0 && !command.isBlank() && command.indexOf('\n') < 0);
                }
            });
        });
        assertTrue(message.buttons().stream().mapToInt(List::size).sum() <= 100);
    }

    private static List<Answer> answers(Random random) {
        Query query = query(random);
        List<Item> many = items(random, random.nextInt(300));
        List<Item> few = items(random, 1 + random.nextInt(10));
        Map<String, Integer> tags = new LinkedHashMap<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            tags.put(text(random, 30) + i, random.nextInt(2_000));
        }
        Hits.Tier tier = pick(random, Hits.Tier.values());
        int page = random.nextInt(5);
        List<Answer> answers = new ArrayList<>(List.of(
                new Answer.Quoted(query,
                        few.stream().limit(2).map(item -> new Answer.Quote(text(random, 2_000) + "x", item)).toList(),
                        many, tier),
                new Answer.Quoted(query, List.of(), List.of(), tier),
                new Answer.Found(query, few, page, 10, 500, random.nextBoolean(), tier, random.nextBoolean()),
                new Answer.Found(query, many, 0, 300, 300, true, tier, true),
                new Answer.Timeline(query, text(random, 200), List.of(text(random, 90), "b", "c", "d", "e", "f"), many,
                        page),
                new Answer.Timeline(query, "", List.of(), List.of(), page), whole(random, page),
                new Answer.Citing(
                        pick(random, "https://example.com/" + "a".repeat(3_000), "https://example.com/x", "\u202E"),
                        many),
                new Answer.Latest(few, page, 10, 999), new Answer.Latest(List.of(), 0, 10, 0),
                new Answer.OnThisDay(TODAY.minusDays(random.nextInt(3)), many), new Answer.Random(few),
                new Answer.Random(List.of()), new Answer.Tags(tags, page), new Answer.Tags(Map.of(), page),
                new Answer.About(new Facts(0, 0, 0, 0, 0, 0, null, null, null, new TreeMap<>(), new TreeMap<>(), "")),
                new Answer.Ambiguous(text(random, 500), many)));
        for (Answer.Nothing.Reason reason : Answer.Nothing.Reason.values()) {
            answers.add(new Answer.Nothing(query, reason, random.nextBoolean() ? many : List.of(),
                    random.nextBoolean() ? text(random, 300) : null, List.of(text(random, 100) + "a", "b")));
        }
        return answers;
    }

    private static Query query(Random random) {
        List<Query.Ignored> ignored = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            ignored.add(new Query.Ignored(text(random, 800), pick(random, Query.Ignored.Reason.values())));
        }
        return new Query(text(random, 4_000), List.of(text(random, 99)), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), null, List.of(new WebAddress("k", "https://exa mple/" + text(random, 20))),
                Query.Wanted.ANYTHING, ignored);
    }

    private static Answer whole(Random random, int page) {
        List<Section> sections = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            List<Event> events = new ArrayList<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                events.add(new Event(new EventId("e" + i + "_" + j), text(random, 5_000) + "x",
                        List.of(text(random, 3_000)), when(random), citations(random), 1, random.nextBoolean()));
            }
            sections.add(new Section(text(random, 300), List.of(), 2, "a" + i, 1, random.nextBoolean(), events,
                    citations(random)));
        }
        return new Answer.Whole(new Entry(new EntryPath("a/b.md"), Entry.Kind.PAGE, text(random, 500) + "t",
                text(random, 2_000), List.of("x", text(random, 200) + "y"), text(random, 90), true, when(random), null,
                sections, List.of(), 1, ""), pick(random, "", "a1", "a3"), List.of(), page, List.of());
    }

    private static List<Item> items(Random random, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item(new EventId("e" + i), new EntryPath("a/" + i + ".md"), text(random, 200) + "t",
                    text(random, 200), "", when(random), text(random, 600) + "x", citations(random)));
        }
        return items;
    }

    private static When when(Random random) {
        LocalDate day = LocalDate.of(1900 + random.nextInt(130), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new When(day, day.plusDays(random.nextInt(40)), pick(random, When.Precision.values()),
                pick(random, When.Relation.values()), random.nextBoolean(), pick(random, "2021年8月5日", "次日", "7月",
                        text(random, 80) + "日"),
                pick(random, When.Basis.values()));
    }

    private static List<Citation> citations(Random random) {
        List<Citation> citations = new ArrayList<>();
        int most = random.nextInt(20) == 0 ? 300 : 4;
        for (int i = random.nextInt(most); i > 0; i--) {
            String url = pick(random, "https://web.archive.org/web/20210805110426/https://example.com/" + i,
                    "http://例子.example/路径/" + i, "javascript:alert(1)", "https://", "",
                    "https://x.example/" + "y".repeat(2_500),
                    "https://x.example/a b\n" + i, "https://x.example/\u202E" + i, "ttps://x.example/" + i);
            List<Snapshot> snapshots = random.nextBoolean() || url.isEmpty()
                    ? List.of()
                    : List.of(new Snapshot(pick(random, Snapshot.Service.values()), url,
                            random.nextBoolean() ? TODAY.atStartOfDay() : null));
            citations.add(new Citation(Citation.Form.LINK, Citation.Place.LIST, "", "", text(random, 400),
                    text(random, 40), null, null, url, snapshots, text(random, 700), 1));
        }
        return citations;
    }

    private static String text(Random random, int max) {
        var text = new StringBuilder();
        int length = random.nextInt(max + 1);
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... some) {
        return some[random.nextInt(some.length)];
    }
}
