package guidang.link;

import java.util.List;
import java.util.Optional;

/**
 * A web address in canonical form, for comparing: two spellings of one page have one {@code key}.
 *
 * @param key scheme and {@code www.} dropped, host in lower case and mirrors of one service made one, percent-encoding
 *        decoded, tracking parameters, fragment and trailing slash dropped; never empty
 * @param url as written, with a scheme
 */
public record WebAddress(String key, String url) {
    /** Reads one address, with or without a scheme; empty if the text is none. */
    public static Optional<WebAddress> of(String text) {
        return Optional.empty();
    }

    /** Every address inside a text that a person typed, in order: full ones, and bare ones such as archive.ph/XZn19. */
    public static List<WebAddress> in(String text) {
        return List.of();
    }
}
