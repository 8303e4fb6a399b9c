package guidang.bot;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.message.Language;
import guidang.message.Message;
import guidang.picture.Picture;

/**
 * What the bot says.
 *
 * @param message as a person sees it
 * @param answer what it was made of; null where nothing was looked up (help, an unknown command)
 * @param language that it is said in
 * @param failed whether something broke, and the message says only that
 * @param picture the same as a picture, which is sent in the place of the message where pictures can be shown; null if
 *        none was asked for
 * @param again the request as it can be sent again to see this; empty where nothing was looked up
 */
public record Reply(Message message, @Nullable Answer answer, Language language, boolean failed, String again,
        @Nullable Picture picture) {
    /** In words. */
    public Reply(Message message, @Nullable Answer answer, Language language, boolean failed, String again) {
        this(message, answer, language, failed, again, null);
    }

    /** One that cannot be asked for again. */
    public Reply(Message message, @Nullable Answer answer, Language language, boolean failed) {
        this(message, answer, language, failed, "");
    }

    /** One that did not fail. */
    public Reply(Message message, @Nullable Answer answer, Language language) {
        this(message, answer, language, false);
    }

    /** The same with another message. */
    public Reply with(Message other) {
        return new Reply(other, answer, language, failed, again, picture);
    }

    /** False if the message says that the archive does not hold what was asked, or that answering failed. */
    public boolean answered() {
        return !failed && found().map(Answer::answered).orElse(true);
    }

    /** The answer, if anything was looked up. */
    public Optional<Answer> found() {
        return Optional.ofNullable(answer);
    }
}
