package guidang.bot;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.message.Language;
import guidang.message.Message;

/**
 * What the bot says.
 *
 * @param message as a person sees it
 * @param answer what it was made of; null where nothing was looked up (help, an unknown command)
 * @param language that it is said in
 * @param failed whether something broke, and the message says only that
 * @param again the request as it can be sent again to see this; empty where nothing was looked up
 */
public record Reply(Message message, @Nullable Answer answer, Language language, boolean failed, String again) {
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
        return new Reply(other, answer, language, failed, again);
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
