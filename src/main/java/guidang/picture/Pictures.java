package guidang.picture;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import guidang.answer.Answer;
import guidang.message.Language;
import guidang.message.PictureText;

/** Draws answers. Safe for several threads, which wait for each other: a picture takes some twenty megabytes of memory. */
public final class Pictures {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Pictures() {}

    /**
     * The answer as a picture: 1,080 pixels wide, at most 2,400 high. Empty if it is of a kind that is told in words
     * alone, or nothing in it is dated.
     */
    public static Optional<Picture> of(Answer answer, Language language) {
        PictureText words = PictureText.in(language);
        return switch (answer) {
            case Answer.Timeline timeline when !words.lines(timeline).isEmpty() ->
                Optional.of(alone(() -> new TimelinePicture(Lettering.own(), words, timeline).draw()));
            case Answer.About about when !about.facts().months().isEmpty() ->
                Optional.of(alone(() -> new ActivityPicture(Lettering.own(), words, about).draw()));
            default -> Optional.empty();
        };
    }

    private static Picture alone(Supplier<Picture> drawing) {
        ONE_AT_A_TIME.lock();
        try {
            return drawing.get();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
