package guidang.message;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.change.Brief;
import guidang.reachability.DeadLinks;

/** Puts an answer into words: the archive's own, in a frame of the reader's language. */
public final class Composer {
    /** What the buttons below a digest run: another page of the message that they stand below. */
    public static final String DIGEST = NoticeText.DIGEST;

    private final Supplier<DeadLinks> dead;

    public Composer() {
        this(DeadLinks::none);
    }

    /** @param dead links that are said to be dead, where there is room to say so */
    public Composer(Supplier<DeadLinks> dead) {
        this.dead = dead;
    }

    /**
     * The message for an answer. Any answer fits: what is too long is cut at a sentence or paged, and what does not fit
     * is counted.
     *
     * @param asked the request that was answered, as it can be sent again: the buttons to other pages do so
     * @param today the reader's day
     */
    public Message compose(Answer answer, String asked, Language language, LocalDate today) {
        return compose(answer, asked, language, today, Length.USUAL);
    }

    /** The same, as long as the place allows. */
    public Message compose(Answer answer, String asked, Language language, LocalDate today, Length length) {
        var texts = Texts.of(language);
        Message message = switch (length) {
            case SHORT -> new ShortText(new Parts(texts)).of(answer, asked, today);
            case USUAL -> usual(answer, asked, today, new Parts(texts, dead.get()));
        };
        return message.text().isEmpty() ? new Draft().plain(texts.of("empty")).message(message.buttons()) : message;
    }

    private static Message usual(Answer answer, String asked, LocalDate today, Parts parts) {
        return switch (answer) {
            case Answer.Quoted quoted -> new FoundText(parts).quoted(quoted);
            case Answer.Found found -> new FoundText(parts).found(found, asked);
            case Answer.Nothing nothing -> new NothingText(parts).nothing(nothing);
            case Answer.Ambiguous ambiguous -> new NothingText(parts).ambiguous(ambiguous);
            case Answer.Timeline timeline -> new TimelineText(parts).timeline(timeline, asked);
            case Answer.OnThisDay onThisDay -> new TimelineText(parts).onThisDay(onThisDay, today);
            case Answer.Random random -> new TimelineText(parts).random(random, today);
            case Answer.Whole whole -> new EntryText(parts).whole(whole, asked);
            case Answer.Citing citing -> new CitingText(parts).citing(citing);
            case Answer.Latest latest -> new ListText(parts).latest(latest);
            case Answer.Tags tags -> new ListText(parts).tags(tags);
            case Answer.About about -> new ListText(parts).about(about);
            case Answer.Mentioned mentioned -> new MentionedText(parts).mentioned(mentioned);
        };
    }

    /** One piece of evidence as a message of its own. */
    public Card card(Item item, Language language) {
        return new CardText(new Parts(Texts.of(language))).card(item);
    }

    /**
     * Changes of one entry, found together.
     *
     * @param ofOneEntry at least one
     * @param subscription that they concern, for the button that ends it; empty: no such button
     */
    public Message notice(List<Brief> ofOneEntry, String subscription, Language language) {
        return new NoticeText(new Parts(Texts.of(language))).notice(ofOneEntry, subscription);
    }

    /**
     * Many changes, a page at a time: those of an entry stand together. The buttons to other pages run
     * {@code /digest}.
     *
     * @param all at least one, in the same order for every page
     * @param page 0-based
     */
    public Message digest(List<Brief> all, int page, Language language) {
        return new NoticeText(new Parts(Texts.of(language))).digest(all, page);
    }

    /** A text of what surrounds the messages: a button or a remark. */
    public static String words(Surrounding words, Language language) {
        return Texts.of(language).of(words);
    }

    /** What is said around messages. */
    public enum Surrounding {
        /** On a button that opens the private chat with what was looked up. */
        OPEN_PRIVATELY,
        /** Where nothing was found and the private chat would say why. */
        NOTHING_HERE,
        /** A button that is too old. */
        EXPIRED,
        /** To somebody who asks more than is allowed. */
        TOO_MUCH,
        /** The same in a group. */
        TOO_MUCH_HERE,
        /** To somebody whom the bot is not for. */
        MEMBERS_ONLY
    }
}
