package guidang.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What each piece of evidence is worth, as log odds, and how likely an answer must be to be given. They stand in
 * {@code refusal-weights.properties}, with the way they were learned.
 */
final class EvidenceWeights {
    static final String LEAST_LIKELY = "least_likely";
    private static final EvidenceWeights USUAL = read("refusal-weights.properties");

    private final Map<Evidence, Double> weights = new EnumMap<>(Evidence.class);
    private final double leastLikely;

    private EvidenceWeights(Properties properties) {
        for (Evidence evidence : Evidence.values()) {
            weights.put(evidence, number(properties, evidence.name().toLowerCase(Locale.ROOT)));
        }
        leastLikely = number(properties, LEAST_LIKELY);
    }

    static EvidenceWeights usual() {
        return USUAL;
    }

    /** Whether what was found is likely enough to be the answer. */
    boolean suffices(Map<Evidence, Double> evidence) {
        return likelihood(evidence) >= leastLikely;
    }

    /** How likely the section found answers the question, 0 to 1, where half of all questions have an answer. */
    double likelihood(Map<Evidence, Double> evidence) {
        double odds = 0;
        for (Map.Entry<Evidence, Double> each : evidence.entrySet()) {
            odds += weights.getOrDefault(each.getKey(), 0.0) * each.getValue();
        }
        return 1 / (1 + Math.exp(-odds));
    }

    /** As in the file; log odds. */
    double of(Evidence evidence) {
        return weights.getOrDefault(evidence, 0.0);
    }

    private static EvidenceWeights read(String resource) {
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(EvidenceWeights.class.getResourceAsStream(resource), resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EvidenceWeights(properties);
    }

    private static double number(Properties properties, String name) {
        return Double.parseDouble(Objects.requireNonNull(properties.getProperty(name), name));
    }
}
