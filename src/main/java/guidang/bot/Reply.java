package guidang.bot;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.message.Message;

/**
 * What the bot says.
 *
 * @param message as a person sees it
 * @param answer what it was made of; null where nothing was looked up (help, an unknown command)
 */
public record Reply(Message message, @Nullable Answer answer) {
    /** The answer, if anything was looked up. */
    public Optional<Answer> found() {
        return Optional.ofNullable(answer);
    }
}
