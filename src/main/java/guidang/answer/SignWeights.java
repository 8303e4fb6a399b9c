package guidang.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What each sign is worth. The usual ones stand in {@code sign-weights.properties}, with the way they were learned. */
final class SignWeights {
    private static final SignWeights USUAL = read("sign-weights.properties");

    private final Map<Sign, Double> weights;

    private SignWeights(Map<Sign, Double> weights) {
        this.weights = weights;
    }

    static SignWeights usual() {
        return USUAL;
    }

    /** The worth of a sentence: the sum of its signs, each by its weight. */
    double worth(Map<Sign, Double> signs) {
        double sum = 0;
        for (Map.Entry<Sign, Double> sign : signs.entrySet()) {
            sum += weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
        }
        return sum;
    }

    private static SignWeights read(String resource) {
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(SignWeights.class.getResourceAsStream(resource), resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var weights = new EnumMap<Sign, Double>(Sign.class);
        for (Sign sign : Sign.values()) {
            String name = sign.name().toLowerCase(Locale.ROOT);
            weights.put(sign, Double.parseDouble(Objects.requireNonNull(properties.getProperty(name), name)));
        }
        return new SignWeights(weights);
    }
}
