package guidang.telegram;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Outcome;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What Telegram says of the bot. Receives nothing and changes nothing, so that a bot with the same token is not disturbed.
 *
 * @param reach whether Telegram was reached and takes the token
 * @param name of the bot, without {@code @}; empty if it is not known
 * @param ahead how far this machine's clock is ahead of Telegram's; negative: behind; null if not known
 * @param webhook where Telegram brings updates; empty: nowhere, or not known
 * @param waiting updates that Telegram keeps for the bot
 * @param trouble what Telegram last met with at the webhook; empty: nothing
 */
public record Checkup(Reach reach, String name, @Nullable Duration ahead, String webhook, int waiting,
        String trouble) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How far one gets. */
    public enum Reach {
        WELL, UNAUTHORIZED, UNREACHABLE
    }

    public static Checkup of(TelegramBot.Settings settings, Clock clock) throws InterruptedException {
        Duration ahead = ahead(settings, clock);
        try (var api = new BotApi(settings.token(), settings.address(), settings.proxy())) {
            Outcome<JsonNode> me = api.call(new GetMe());
            if (!(me instanceof Outcome.Done<JsonNode> done)) {
                Reach reach = me instanceof Outcome.Unauthorized ? Reach.UNAUTHORIZED : Reach.UNREACHABLE;
                return new Checkup(reach, "", ahead, "", 0, "");
            }
            String name = done.value().path("username").asText("");
            if (!(api.call(new GetWebhookInfo()) instanceof Outcome.Done<JsonNode> info)) {
                return new Checkup(Reach.WELL, name, ahead, "", 0, "");
            }
            return new Checkup(Reach.WELL, name, ahead, info.value().path("url").asText(""),
                    info.value().path("pending_update_count").asInt(0),
                    info.value().path("last_error_message").asText(""));
        }
    }

    /** Asks for the server's first page, without a token: any answer carries the time (RFC 9110, Date). */
    private static @Nullable Duration ahead(TelegramBot.Settings settings, Clock clock) {
        var builder = new OkHttpClient.Builder().callTimeout(PATIENCE).followRedirects(false);
        if (settings.proxy() != null) {
            settings.proxy().use(builder);
        }
        OkHttpClient http = builder.build();
        try (Response response = http.newCall(new Request.Builder().url(settings.address().toString()).head().build())
                .execute()) {
            Instant now = clock.instant();
            Date theirs = response.headers().getDate("Date");
            return theirs == null ? null : Duration.between(theirs.toInstant(), now);
        } catch (IOException unreachable) {
            return null;
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
