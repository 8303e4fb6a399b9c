package guidang.link;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every text. */
final class AddressChecks {
    private AddressChecks() {}

    static void hold(String text) {
        WebAddress.mended(text).ifPresent(mended -> assertEquals(Optional.of(mended), WebAddress.mended(mended), text));
        WebAddress.of(text).ifPresent(address -> hold(address, text));
        int end = 0;
        for (WebAddress.Found span : WebAddress.find(text)) {
            assertTrue(end <= span.start() && span.start() < span.end(), text);
            end = span.end();
            hold(span.address(), text);
        }
        Archived.of(text).ifPresent(archived -> {
            assertEquals(archived.key(), WebAddress.of(text).orElseThrow().key(), text);
            assertFalse(archived.snapshot().url().isBlank(), text);
        });
    }

    private static void hold(WebAddress address, String text) {
        assertFalse(address.key().isEmpty(), text);
        assertEquals(address.key(), address.lookups().getFirst(), text);
        assertEquals(address.key(), WebAddress.of(address.url()).orElseThrow().key(), text);
        if (address.url().startsWith("http://")) {
            assertEquals(address.key(), WebAddress.of("https" + address.url().substring(4)).orElseThrow().key(), text);
        }
    }
}
