package guidang.reading;

import java.time.LocalDate;
import java.util.List;

import guidang.archive.When;
import guidang.when.DateReader;

/** What is known of the time that a text tells of, before it begins: what a date without a year takes it from. */
sealed interface Told {
    /** The dates of a text that is told so. */
    default List<DateReader.Found> read(String text) {
        return switch (this) {
            case After after -> DateReader.readAfter(text, after.stated());
            case Below below -> DateReader.readBelow(text, below.stated());
            case On on -> DateReader.readToldOn(text, on.day());
            case Unknown unknown -> DateReader.read(text, null);
        };
    }

    /** Right after a date of the same section, or below a heading that states it. */
    record After(When stated) implements Told {}

    /** After a date that another section states. */
    record Below(When stated) implements Told {}

    /** On the day of a source or of the entry. */
    record On(LocalDate day) implements Told {}

    /** Nothing is known. */
    record Unknown() implements Told {}
}
