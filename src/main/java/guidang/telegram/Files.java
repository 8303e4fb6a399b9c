package guidang.telegram;

import java.time.Duration;
import java.util.Optional;

import org.telegram.telegrambots.meta.api.methods.GetFile;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;

/** Files that people send. */
final class Files {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BotApi api;
    private final Delivery delivery;

    Files(BotApi api, Delivery delivery) {
        this.api = api;
        this.delivery = delivery;
    }

    /**
     * The text of a file; empty if it cannot be had. May wait for some seconds.
     *
     * @param most bytes that are read of it
     */
    Optional<String> text(Incoming.Document document, int most) throws InterruptedException {
        Outcome<JsonNode> told = delivery.tried(PATIENCE, () -> api.call(new GetFile(document.id())));
        if (!(told instanceof Outcome.Done<JsonNode> file)) {
            return Optional.empty();
        }
        String path = file.value().path("file_path").asText("");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return delivery.tried(PATIENCE, () -> api.file(path, most)) instanceof Outcome.Done<String> done
                ? Optional.of(done.value())
                : Optional.empty();
    }
}
