package guidang.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.When;
import guidang.index.Hits;
import guidang.message.Message.Button;
import guidang.query.Query;

/** Events by date: of a topic, of a day, or one by chance. */
final class TimelineText {
    private static final int STATEMENT = 100;
    private static final int QUOTE = 300;
    private static final int PROOFS = 3;
    private static final int PAGE_EVENTS = 12;
    private static final int PAGE_UNITS = 3_000;
    private static final int PAGE_SPANS = 90;
    private static final int MOST_ENTRIES = 4;
    private static final int MOST_PLACES = 12;
    private static final int MOST_JUMPS = 9;
    private static final int JUMPS_IN_A_ROW = 3;

    private final Parts parts;
    private final Texts texts;

    TimelineText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    /** A page of the events, under a line for each year. */
    Message timeline(Answer.Timeline answer, String asked) {
        boolean several = answer.entries().size() > 1;
        boolean byMonth = isOfOneYear(answer.query().period(), answer.topic());
        List<Pages.Block> blocks = new ArrayList<>();
        Map<String, Draft> headings = new LinkedHashMap<>();
        for (Item item : answer.items()) {
            Draft heading = headings.computeIfAbsent(group(item.when(), byMonth),
                    group -> new Draft().bold(group).line());
            blocks.add(new Pages.Block(heading, event(item, several && !item.title().equals(answer.topic()))));
        }
        var pages = new Pages(blocks, PAGE_UNITS, PAGE_SPANS, PAGE_EVENTS);
        int page = pages.clamp(answer.page());
        var draft = header(answer, page, pages.count());
        pages.write(page, draft);
        draft.gap().add(parts.remarks(answer.query(), Hits.Tier.EXACT, false));
        List<List<Button>> buttons = new ArrayList<>();
        buttons.add(Buttons.paging(texts, asked, page, page + 1 < pages.count()));
        buttons.addAll(jumps(answer.items(), pages, page, asked, byMonth));
        if (isDrawn(answer)) {
            buttons.add(List.of(Buttons.picture(texts, asked)));
        }
        return draft.message(buttons);
    }

    /** Whether a picture tells more than the words: of two dated events on. */
    static boolean isDrawn(Answer.Timeline answer) {
        return answer.items().stream().filter(item -> item.when() != null).limit(2).count() == 2;
    }

    /** Whether a period is all that was asked for, and lies in one year: what happened then is told by months. */
    private static boolean isOfOneYear(Query.@Nullable Period period, String topic) {
        return topic.isEmpty() && period != null && period.from() != null && period.to() != null
                && period.from().getYear() == period.to().getYear();
    }

    private String group(@Nullable When when, boolean byMonth) {
        return byMonth ? parts.dates.month(when) : parts.dates.group(when);
    }

    /** What a timeline is of: its topic, or the period where that is all that was asked. */
    static String title(Parts parts, Answer.Timeline answer) {
        Query.Period period = answer.query().period();
        String topic = answer.topic().isEmpty() && period != null
                ? parts.dates.period(period)
                : parts.typed(answer.topic());
        return parts.texts.of("timeline.title", topic);
    }

    private Draft header(Answer.Timeline answer, int page, int pages) {
        var draft = new Draft().bold(title(parts, answer)).line();
        List<When> dated = new ArrayList<>();
        answer.items().forEach(item -> {
            if (item.when() != null) {
                dated.add(item.when());
            }
        });
        draft.plain(texts.of("timeline.total", answer.items().size()));
        if (dated.size() > 1 && !answer.topic().isEmpty()) {
            String first = parts.dates.group(dated.getFirst());
            String last = parts.dates.group(dated.getLast());
            draft.plain(" · ").plain(first.equals(last) ? first : texts.of("timeline.from", first, last));
        }
        if (pages > 1) {
            draft.plain(" · ").plain(texts.of("page.of", page + 1, pages));
        }
        draft.line();
        if (answer.entries().size() > 1) {
            draft.plain(texts.of("timeline.entries", parts.names(answer.entries(), MOST_ENTRIES))).line();
        }
        return draft;
    }

    private Draft event(Item item, boolean nameEntry) {
        var draft = new Draft().plain("• ").add(parts.statement(item, STATEMENT, true));
        if (nameEntry) {
            draft.plain(" — ").plain(parts.title(item));
        }
        return draft.add(parts.proofs.marks(item, PROOFS)).line();
    }

    /** Buttons to pages that are not the next, named by the years or months that they hold. */
    private List<List<Button>> jumps(List<Item> items, Pages pages, int current, String asked, boolean byMonth) {
        List<Button> all = new ArrayList<>();
        int at = 0;
        for (int page = 0; page < pages.count(); page++) {
            int end = at + pages.page(page).size();
            if (Math.abs(page - current) > 1) {
                all.add(Buttons.run(span(items.subList(at, end), byMonth), asked, page));
            }
            at = end;
        }
        int shown = Math.min(all.size(), MOST_JUMPS);
        List<Button> spread = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            spread.add(all.get(shown == 1 ? 0 : i * (all.size() - 1) / (shown - 1)));
        }
        return Buttons.rows(spread, JUMPS_IN_A_ROW);
    }

    /** {@code 2019年～2021年}: of the dated ones, if there are any. */
    private String span(List<Item> items, boolean byMonth) {
        List<String> groups = items.stream().map(item -> group(item.when(), byMonth)).distinct().toList();
        String undated = parts.dates.group(null);
        List<String> dated = groups.stream().filter(group -> !group.equals(undated)).toList();
        if (dated.isEmpty()) {
            return undated;
        }
        return dated.size() == 1
                ? dated.getFirst()
                : texts.of("date.range", dated.getFirst(), dated.getLast());
    }

    /** What happened on a day of earlier years, oldest first. */
    Message onThisDay(Answer.OnThisDay answer, LocalDate today) {
        String day = DateTimeFormatter.ofPattern(texts.of("date.day"), texts.locale()).format(answer.day());
        var draft = new Draft().bold(texts.of(answer.day().equals(today) ? "day.today" : "day.other", day)).line();
        List<Draft> blocks = new ArrayList<>();
        List<Item> items = answer.items();
        if (items.isEmpty()) {
            draft.plain(texts.of("day.none"));
            return draft
                    .message(List.of(List.of(Buttons.run("/random", "/random"), Buttons.run("/latest", "/latest"))));
        }
        List<List<Item>> places = List.copyOf(items.stream().collect(Collectors.groupingBy(
                item -> List.of(item.path(), item.heading(), parts.dates.of(item.when())), LinkedHashMap::new,
                Collectors.toList())).values());
        List<List<Item>> some = places.subList(0, Math.min(MOST_PLACES, places.size()));
        for (int i = 0; i < some.size(); i++) {
            blocks.add(ofDay(i + 1, some.get(i), today));
        }
        int shown = parts.fill(draft, blocks, places.size() - some.size());
        return draft.message(Buttons.numbers(some.subList(0, shown).stream().map(List::getFirst).toList(), 1));
    }

    /** What one section holds of a day: its first event, and how many more there are. */
    private Draft ofDay(int number, List<Item> items, LocalDate today) {
        Item item = items.getFirst();
        var draft = new Draft().line().plain(number + ". ").bold(parts.dates.of(item.when())).plain(ago(item, today))
                .plain(" · ").plain(parts.place(item)).line()
                .plain(PlainText.isolated(PlainText.cut(item.text(), STATEMENT)))
                .add(parts.proofs.marks(item, PROOFS)).line();
        return items.size() == 1 ? draft : draft.plain(texts.of("day.more", items.size() - 1)).line();
    }

    /** One event, quoted. */
    Message random(Answer.Random answer, LocalDate today) {
        var draft = new Draft();
        List<Button> buttons = new ArrayList<>();
        answer.items().stream().findFirst().ifPresent(item -> {
            draft.quote(List.of(PlainText.cut(item.text(), QUOTE))).add(parts.dateAndPlace(item, ago(item, today)))
                    .add(parts.proofs.lines(item, PROOFS, item.text()));
            buttons.add(Buttons.run(texts.of("button.whole", item.title()), Buttons.entry(item)));
        });
        buttons.addFirst(Buttons.run(texts.of("random.again"), "/random"));
        List<Button> proof = answer.items().stream().findFirst()
                .map(item -> Buttons.proof(texts, item.citations())).orElse(List.of());
        return draft.message(List.of(buttons, proof));
    }

    private String ago(Item item, LocalDate today) {
        if (item.when() == null) {
            return "";
        }
        int years = today.getYear() - item.when().earliest().getYear();
        return years < 1 || item.when().precision() == When.Precision.DECADE ? "" : texts.of("date.ago", years);
    }
}
