package guidang.picture;

import java.util.Optional;

import guidang.answer.Answer;
import guidang.message.Language;
import guidang.message.PictureText;

/** Draws answers. Holds nothing; safe for several threads. */
public final class Pictures {
    private Pictures() {}

    /**
     * The answer as a picture: 1,080 pixels wide, at most 2,400 high. Empty if it is of a kind that is told in words
     * alone, or nothing in it is dated.
     */
    public static Optional<Picture> of(Answer answer, Language language) {
        PictureText words = PictureText.in(language);
        return switch (answer) {
            case Answer.Timeline timeline when !words.lines(timeline).isEmpty() ->
                Optional.of(new TimelinePicture(Lettering.own(), words, timeline).draw());
            case Answer.About about when !about.facts().months().isEmpty() ->
                Optional.of(new ActivityPicture(Lettering.own(), words, about).draw());
            default -> Optional.empty();
        };
    }
}
