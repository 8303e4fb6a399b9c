package guidang.message;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import guidang.change.Brief;
import guidang.subscription.Preview;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/** What is said about subscriptions; whoever shows it puts the buttons below. */
public final class SubscriptionText {
    private static final int NAME = 60;
    private static final int MOST_EXAMPLES = 3;

    private final Language language;
    private final Texts texts;

    private SubscriptionText(Language language) {
        this.language = language;
        texts = Texts.of(language);
    }

    public static SubscriptionText in(Language language) {
        return new SubscriptionText(language);
    }

    /**
     * A subject in words.
     *
     * @param title of the entry, where the subject is one or a part of one
     */
    public String name(Subject subject, String title) {
        return switch (subject) {
            case Subject.Search(String text) ->
                SubscriptionPhrase.SUBJECT_SEARCH.in(language, PlainText.cut(text, NAME));
            case Subject.Page page -> SubscriptionPhrase.SUBJECT_PAGE.in(language, PlainText.cut(title, NAME));
            case Subject.Section section -> SubscriptionPhrase.SUBJECT_SECTION.in(language,
                    PlainText.cut(title, NAME), PlainText.cut(section.heading(), NAME));
            case Subject.Tag(String tag) -> SubscriptionPhrase.SUBJECT_TAG.in(language, PlainText.cut(tag, NAME));
            case Subject.Folder(String folder) ->
                SubscriptionPhrase.SUBJECT_FOLDER.in(language, PlainText.cut(folder, NAME));
            case Subject.Everything everything -> SubscriptionPhrase.SUBJECT_EVERYTHING.in(language);
        };
    }

    /** A kind of change. */
    public String name(Wanted kind) {
        return texts.of(kind);
    }

    /** {@code 新增、更正} */
    public String names(Collection<Wanted> kinds) {
        return kinds.stream().sorted().map(this::name).collect(Collectors.joining(texts.of("list.comma")));
    }

    /** What is asked before somebody subscribes; {@code preview} is null where nothing can be said beforehand. */
    public Message confirm(String name, Collection<Wanted> kinds, @Nullable Preview preview) {
        var draft = new Draft().bold(SubscriptionPhrase.CONFIRM.in(language, name)).line()
                .plain(SubscriptionPhrase.WILL_TELL.in(language, names(kinds))).line();
        if (preview != null) {
            draft.plain(seen(preview)).line();
            List<Brief> examples = preview.examples();
            if (!examples.isEmpty()) {
                draft.plain(SubscriptionPhrase.EXAMPLES.in(language)).line();
                examples.stream().limit(MOST_EXAMPLES)
                        .forEach(brief -> draft.plain("• ").add(new NoticeText(new Parts(texts)).line(brief)).line());
            }
        }
        return draft.message();
    }

    private String seen(Preview preview) {
        return switch (preview.basis()) {
            case CHANGES -> preview.count() == 0
                    ? SubscriptionPhrase.SEEN_NONE.in(language)
                    : SubscriptionPhrase.SEEN.in(language, preview.count());
            case ENTRIES -> SubscriptionPhrase.SEEN_ENTRIES.in(language, preview.count(), preview.from().toString(),
                    preview.to().toString());
        };
    }

    /** One subscription. */
    public Message one(String name, Collection<Wanted> kinds) {
        return new Draft().bold(name).line().plain(SubscriptionPhrase.WILL_TELL.in(language, names(kinds))).message();
    }

    /**
     * A list.
     *
     * @param header above it
     * @param names of this page
     * @param first number of the first of them
     * @param below remarks
     */
    public Message list(String header, List<String> names, int first, List<String> below) {
        var draft = new Draft().bold(header).line();
        for (int i = 0; i < names.size(); i++) {
            draft.plain(first + i + ". " + names.get(i)).line();
        }
        below.forEach(line -> draft.plain(line).line());
        return draft.message();
    }

    /** Lines, the first in bold. */
    public static Message lines(List<String> lines) {
        var draft = new Draft().bold(lines.getFirst()).line();
        lines.stream().skip(1).forEach(line -> draft.plain(line).line());
        return draft.message();
    }

    /** A sentence or more. */
    public static Message said(String text) {
        var draft = new Draft();
        text.lines().forEach(line -> draft.plain(line).line());
        return draft.message();
    }
}
