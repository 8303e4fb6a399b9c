package guidang.telegram;

import java.net.InetSocketAddress;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/** How updates reach the bot. */
public sealed interface Receiving {
    /** It asks for them. */
    record Polling() implements Receiving {}

    /**
     * Telegram brings them.
     *
     * @param url where Telegram finds the bot, as the world sees it
     * @param listen where the bot listens, behind whatever ends TLS
     * @param path that it listens on; begins with a slash
     * @param secret that proves that it is Telegram; null: one is made up and kept in the store
     * @param connections how many Telegram may use at once, 1 to 100
     */
    record Webhook(URI url, InetSocketAddress listen, String path, @Nullable String secret,
            int connections) implements Receiving {
        @Override
        public String toString() {
            return "Webhook[" + url + ", " + listen + "]";
        }
    }
}
