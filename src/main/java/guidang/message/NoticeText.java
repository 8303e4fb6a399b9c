package guidang.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import guidang.archive.EntryPath;
import guidang.change.Brief;
import guidang.change.Change;
import guidang.change.WordDiff;
import guidang.link.Archived;
import guidang.message.Message.Button;
import guidang.subscription.Subscription.Wanted;

/** What changed in the archive, told to those who wanted to know. */
final class NoticeText {
    /** Turns a digest's pages. */
    static final String DIGEST = "/digest";
    private static final int STATEMENT = 600;
    private static final int ONE_OF_MANY = 160;
    private static final int ONE_OF_A_DIGEST = 70;
    private static final int TITLE = 32;
    private static final int HEADING = 40;
    private static final int SOURCE = 60;
    private static final int AROUND = 40;
    private static final int MOST_EDITS = 12;
    private static final int PROOFS = 3;
    private static final int MOST_SHOWN = 3;
    private static final int PAGE_ENTRIES = 8;
    private static final int PAGE_UNITS = 3_000;
    private static final int PAGE_SPANS = 90;

    private final Parts parts;
    private final Texts texts;

    NoticeText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    /** Changes of one entry, told together. */
    Message notice(List<Brief> ofOneEntry, String subscription) {
        Brief first = ofOneEntry.getFirst();
        var draft = new Draft();
        if (ofOneEntry.size() == 1) {
            draft.add(alone(first));
        } else {
            draft.bold(title(first)).plain(" · " + texts.of("notice.changes", ofOneEntry.size())).line();
            parts.fill(draft, ofOneEntry.stream().map(this::amongOthers).toList());
        }
        List<List<Button>> buttons = new ArrayList<>();
        isThere(ofOneEntry).ifPresent(brief -> buttons.add(List.of(Buttons.ask(
                texts.of("button.whole", PlainText.cut(brief.title(), TITLE)), entry(brief, ofOneEntry.size() == 1)))));
        if (!subscription.isEmpty()) {
            buttons.add(List.of(Buttons.ask(texts.of("notice.unsubscribe"),
                    Buttons.command("unsubscribe", "#" + subscription))));
        }
        return draft.message(buttons);
    }

    /** The last of them, if the entry can still be opened after it. */
    private static Optional<Brief> isThere(List<Brief> briefs) {
        return briefs.getLast().kind() == Change.Kind.ENTRY_REMOVED
                ? Optional.empty()
                : Optional.of(briefs.getLast());
    }

    private static String entry(Brief brief, boolean atTheEvent) {
        return Buttons.command("entry", atTheEvent && !brief.event().isEmpty() ? brief.event() : brief.path());
    }

    private Draft alone(Brief brief) {
        var draft = new Draft().plain(icon(brief) + " ").bold(what(brief)).plain(" · ").plain(place(brief)).line();
        if (brief.kind() == Change.Kind.ENTRY_RENAMED) {
            draft.add(renamed(brief));
        } else if (isReworded(brief)) {
            draft.add(reworded(brief, STATEMENT)).line();
        } else if (!statement(brief).isBlank()) {
            draft.quote(List.of(PlainText.cut(statement(brief), STATEMENT)));
        }
        if (brief.when() != null) {
            draft.plain("📅 " + parts.dates.of(brief.when())).line();
        }
        return draft.add(proofs(brief));
    }

    private Draft amongOthers(Brief brief) {
        var draft = new Draft().line().plain(icon(brief) + " ").bold(what(brief));
        String heading = PlainText.cut(brief.heading(), HEADING);
        if (!heading.isBlank()) {
            draft.plain(" · ").plain(heading);
        }
        draft.line();
        if (brief.kind() == Change.Kind.ENTRY_RENAMED) {
            draft.add(renamed(brief));
        } else if (isReworded(brief)) {
            draft.add(dated(brief)).add(reworded(brief, ONE_OF_MANY)).line();
        } else if (!statement(brief).isBlank()) {
            draft.add(dated(brief)).plain(PlainText.isolated(PlainText.cut(statement(brief), ONE_OF_MANY))).line();
        }
        return draft.add(proofs(brief));
    }

    /**
     * Many changes of many entries, those of an entry together, in the order in which they come.
     *
     * @param page 0-based; the nearest there is
     */
    Message digest(List<Brief> briefs, int page) {
        Map<String, List<Brief>> entries = briefs.stream()
                .collect(Collectors.groupingBy(Brief::path, LinkedHashMap::new, Collectors.toList()));
        List<Pages.Block> blocks = new ArrayList<>();
        List<List<Brief>> ofBlocks = List.copyOf(entries.values());
        for (int i = 0; i < ofBlocks.size(); i++) {
            blocks.add(new Pages.Block(new Draft(), ofEntry(i + 1, ofBlocks.get(i))));
        }
        var pages = new Pages(blocks, PAGE_UNITS, PAGE_SPANS, PAGE_ENTRIES);
        int shown = pages.clamp(page);
        var draft = new Draft().bold(texts.of("digest.header", briefs.size(), entries.size()));
        if (pages.count() > 1) {
            draft.plain(" · ").plain(texts.of("page.of", shown + 1, pages.count()));
        }
        draft.line();
        pages.write(shown, draft);
        int before = 0;
        for (int i = 0; i < shown; i++) {
            before += pages.page(i).size();
        }
        List<Button> numbers = new ArrayList<>();
        for (int i = before; i < before + pages.page(shown).size(); i++) {
            int number = i + 1;
            isThere(ofBlocks.get(i)).ifPresent(
                    brief -> numbers.add(Buttons.ask(Integer.toString(number), entry(brief, false))));
        }
        List<List<Button>> buttons = new ArrayList<>(Buttons.rows(numbers, PAGE_ENTRIES / 2));
        buttons.add(Buttons.paging(texts, DIGEST, shown, shown + 1 < pages.count()));
        buttons.add(List.of(Buttons.ask(texts.of("digest.subscriptions"), "/subscriptions")));
        return draft.message(buttons);
    }

    /** {@code 新记载 · 微信 › 恢复新用户注册：2021年8月5日…} */
    Draft line(Brief brief) {
        var draft = new Draft().plain(what(brief)).plain(" · ").plain(place(brief));
        String said = PlainText.cut(statement(brief), ONE_OF_A_DIGEST);
        return said.isBlank() ? draft : draft.plain(" — ").plain(said);
    }

    private Draft ofEntry(int number, List<Brief> briefs) {
        var draft = new Draft().line().plain(number + ". ").bold(title(briefs.getLast())).plain(" · " + counts(briefs))
                .line();
        briefs.stream().limit(MOST_SHOWN).forEach(brief -> {
            draft.plain(icon(brief) + " ");
            String said = brief.kind() == Change.Kind.ENTRY_RENAMED ? "" : statement(brief);
            if (said.isBlank()) {
                draft.plain(what(brief));
            } else {
                draft.add(dated(brief)).plain(PlainText.isolated(PlainText.cut(said, ONE_OF_A_DIGEST)));
            }
            draft.add(mark(brief)).line();
        });
        return briefs.size() <= MOST_SHOWN
                ? draft
                : draft.plain(texts.of("more.notShown", briefs.size() - MOST_SHOWN)).line();
    }

    /** {@code 新增 2 · 更正 1} */
    private String counts(Collection<Brief> briefs) {
        Map<Wanted, Long> counts = briefs.stream().collect(Collectors.groupingBy(brief -> Wanted.of(brief.kind()),
                () -> new EnumMap<>(Wanted.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> texts.of("digest.count", texts.of(kind.getKey()), kind.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private Draft renamed(Brief brief) {
        String old = brief.before().isBlank() && !brief.from().isEmpty() ? name(brief.from()) : brief.before();
        String now = brief.after().isBlank() ? name(brief.path()) : brief.after();
        if (brief.from().isEmpty() || old.equals(now)) {
            return new Draft();
        }
        return new Draft().struck(PlainText.cut(old, HEADING)).plain(" → ").plain(PlainText.cut(now, HEADING)).line();
    }

    private static String name(String path) {
        return new EntryPath(path).name();
    }

    private String what(Brief brief) {
        boolean datedAnew = brief.kind() == Change.Kind.EVENT_CORRECTED && brief.before().equals(brief.after());
        return datedAnew ? texts.of("notice.datedAnew") : texts.of(brief.kind());
    }

    private static String icon(Brief brief) {
        return switch (Wanted.of(brief.kind())) {
            case ADDED -> "➕";
            case CORRECTED -> "✏️";
            case REMOVED -> "➖";
            case SOURCES -> "📎";
        };
    }

    private static boolean isReworded(Brief brief) {
        return brief.kind() == Change.Kind.EVENT_CORRECTED && !brief.before().isBlank() && !brief.after().isBlank()
                && !brief.before().equals(brief.after());
    }

    /** What was taken struck through, what was put underlined, and a little of what stands around them. */
    private static Draft reworded(Brief brief, int max) {
        var draft = new Draft();
        for (WordDiff.Run run : WordDiff.shortened(WordDiff.of(brief.before(), brief.after()), AROUND)) {
            if (draft.length() >= max || draft.spans() >= MOST_EDITS) {
                return draft.plain(PlainText.ELLIPSIS);
            }
            if (startsBlank(run.text())) {
                draft.space();
            }
            String text = PlainText.cut(run.text(), max);
            switch (run.kind()) {
                case KEPT -> draft.plain(text);
                case TAKEN -> draft.struck(text);
                case PUT -> draft.underlined(text);
            }
            if (endsBlank(run.text())) {
                draft.space();
            }
        }
        return draft;
    }

    private static boolean startsBlank(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }

    private static boolean endsBlank(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static String statement(Brief brief) {
        String after = PlainText.isolated(brief.after());
        return after.isEmpty() ? PlainText.isolated(brief.before()) : after;
    }

    private String title(Brief brief) {
        return PlainText.cut(brief.title(), TITLE);
    }

    /** {@code 微信 › 恢复新用户注册} */
    private String place(Brief brief) {
        String heading = PlainText.cut(brief.heading(), HEADING);
        return heading.isBlank() || heading.equals(title(brief))
                ? title(brief)
                : texts.of("place", title(brief), heading);
    }

    /** The date before a statement, unless its words stand near the statement's beginning. */
    private Draft dated(Brief brief) {
        var draft = new Draft();
        if (brief.when() == null) {
            return draft;
        }
        int at = statement(brief).indexOf(brief.when().written());
        return at >= 0 && at < TITLE
                ? draft
                : draft.plain(parts.dates.of(brief.when()) + " · ");
    }

    private Draft proofs(Brief brief) {
        var draft = new Draft();
        brief.sources().stream().limit(PROOFS).forEach(source -> draft.add(proof(source)));
        int more = brief.sources().size() - PROOFS;
        return more > 0 ? draft.plain(texts.of("proof.more", more)).line() : draft;
    }

    private Draft proof(Brief.Source source) {
        String text = PlainText.cut(source.text(), SOURCE);
        if (Draft.openable(source.url()).isEmpty()) {
            return text.isBlank() ? new Draft() : new Draft().plain("🔗 " + texts.of("proof.note")).plain(text).line();
        }
        var archived = Archived.of(source.url());
        var draft = new Draft().plain("🔗 " + texts.of(archived.isPresent() ? "proof.archived" : "proof.original"))
                .link(text.isBlank() ? source.url() : text, source.url()).plain(" — ");
        return draft.plain(archived.map(each -> Proofs.kept(each.snapshot())).orElse(texts.of("proof.notArchived")))
                .line();
    }

    private Draft mark(Brief brief) {
        return brief.sources().stream().map(Brief.Source::url).filter(url -> Draft.openable(url).isPresent())
                .findFirst()
                .map(url -> new Draft().plain(" ").link(
                        texts.of(Archived.of(url).isPresent() ? "mark.archived" : "mark.original"), url))
                .orElseGet(Draft::new);
    }
}
