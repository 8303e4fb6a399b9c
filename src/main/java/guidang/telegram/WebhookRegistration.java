package guidang.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;

import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;
import guidang.store.Facts;

/** Tells Telegram where to bring updates, or that they will be fetched; only where it does not know it yet. */
final class WebhookRegistration {
    private static final System.Logger LOG = System.getLogger(WebhookRegistration.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "webhook secret";
    private static final String TOLD = "webhook told";
    private static final int SECRET_BYTES = 32;

    private final BotApi api;
    private final Delivery delivery;
    private final Facts facts;
    private String lastError = "";

    WebhookRegistration(BotApi api, Delivery delivery, Facts facts) {
        this.api = api;
        this.delivery = delivery;
        this.facts = facts;
    }

    /** The secret that the configuration names, or else one that was made up once: 64 hexadecimal digits. */
    String secret(Receiving.Webhook webhook) {
        if (webhook.secret() != null) {
            return webhook.secret();
        }
        return facts.get(SECRET).orElseGet(() -> {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            String made = HexFormat.of().formatHex(bytes);
            facts.set(SECRET, made);
            return made;
        });
    }

    /** Sets the webhook, unless it is set already. What Telegram keeps for the bot stays kept. */
    Outcome<JsonNode> set(Receiving.Webhook webhook, String secret) throws InterruptedException {
        Outcome<JsonNode> info = delivery.tried(PATIENCE, () -> api.call(new GetWebhookInfo()));
        if (!(info instanceof Outcome.Done<JsonNode> done)) {
            return info;
        }
        tellError(done.value());
        String told = hash(webhook.url() + " " + secret);
        if (isSet(done.value(), webhook) && facts.get(TOLD).orElse("").equals(told)) {
            return info;
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("url", webhook.url().toString());
        parameters.put("secret_token", secret);
        parameters.put("max_connections", webhook.connections());
        parameters.put("allowed_updates", new ArrayList<>(TelegramBot.KINDS));
        Outcome<JsonNode> set = delivery.tried(PATIENCE, () -> api.call("setWebhook", parameters));
        if (set instanceof Outcome.Done) {
            facts.set(TOLD, told);
            LOG.log(System.Logger.Level.INFO, "the webhook is set");
        }
        return set;
    }

    private static boolean isSet(JsonNode info, Receiving.Webhook webhook) {
        Set<String> kinds = new TreeSet<>();
        info.path("allowed_updates").forEach(kind -> kinds.add(kind.asText("")));
        return info.path("url").asText("").equals(webhook.url().toString())
                && info.path("max_connections").asInt(0) == webhook.connections()
                && kinds.equals(Set.copyOf(TelegramBot.KINDS));
    }

    /** Says once what Telegram last met with at the webhook. */
    private void tellError(JsonNode info) {
        String error = info.path("last_error_message").asText("");
        String at = error + info.path("last_error_date").asText("");
        if (!error.isEmpty() && !at.equals(lastError)) {
            LOG.log(System.Logger.Level.WARNING, "Telegram could not bring an update: {0}", error);
        }
        lastError = at;
    }

    /** Deletes a webhook that somebody set, so that the bot can fetch. */
    Outcome<JsonNode> remove() throws InterruptedException {
        Outcome<JsonNode> info = delivery.tried(PATIENCE, () -> api.call(new GetWebhookInfo()));
        boolean there = info instanceof Outcome.Done<JsonNode> done && !done.value().path("url").asText("").isEmpty();
        if (!there) {
            return info;
        }
        Outcome<JsonNode> deleted = delivery.tried(PATIENCE, () -> api.call(new DeleteWebhook()));
        if (deleted instanceof Outcome.Done) {
            LOG.log(System.Logger.Level.WARNING,
                    "a webhook was set; it is deleted, for the configuration names none and the bot polls");
        }
        return deleted;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
