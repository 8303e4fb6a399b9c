package guidang.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the second look sees in a candidate, each 0 to 1. What each counts stands in {@code ranking-weights.properties}. */
enum Feature {
    /** Its score among the candidates, as a share of the best. */
    CANDIDATE,
    /** Share of what is asked, by rarity, that its text, headings, title and citations hold. */
    COVERED,
    /** The same of its text alone. */
    COVERED_BODY,
    /** Whether it holds everything that is asked. */
    WHOLE,
    /** Share of the single characters and words asked, by rarity, that its text holds. */
    SINGLES,
    /** Share of what is asked that its best sentence holds. */
    SENTENCE,
    /** The same, by single characters and words. */
    SENTENCE_SINGLES,
    /** Share of what is asked that two neighbouring sentences hold. */
    TWO_SENTENCES,
    /** The longest run of what is asked that its text holds as it stands. */
    RUN,
    /** How much of what is asked its heading holds, and how little else. */
    HEADING,
    /** Whether what is asked names what its entry is about. */
    TITLE,
    /** Whether an event of it lies in the period that was mentioned. */
    PERIOD,
    /** Whether it says that it is still to be written. */
    STUB,
    /** Whether it holds only links that lead out of the archive. */
    LINKS,
    /** Whether its entry is a list of other entries. */
    LIST,
    /** Whether nothing stands under its heading. */
    EMPTY;

    private static final Map<Feature, Double> WEIGHTS = read("ranking-weights.properties");

    double weight() {
        return WEIGHTS.getOrDefault(this, 0.0);
    }

    private static Map<Feature, Double> read(String resource) {
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Feature.class.getResourceAsStream(resource), resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var weights = new EnumMap<Feature, Double>(Feature.class);
        for (Feature feature : values()) {
            String name = feature.name().toLowerCase(Locale.ROOT);
            weights.put(feature, Double.parseDouble(Objects.requireNonNull(properties.getProperty(name), name)));
        }
        return weights;
    }
}
