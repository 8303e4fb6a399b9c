package guidang.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Outcome;

import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls to the Bot API. No call throws for what the network or the other side does, and nothing that it returns or logs
 * holds the token.
 */
final class BotApi implements AutoCloseable {
    /** How long Telegram holds a poll that has nothing. */
    static final Duration POLL = Duration.ofSeconds(50);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Above the poll's own time. */
    private static final Duration READ = POLL.plusSeconds(15);
    private static final int CALLS_AT_ONCE = 256;

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Token token;
    private final Meter meter;
    private final URI methods;
    private final URI files;

    BotApi(Token token, URI address, @Nullable ProxyServer proxy) {
        this(token, address, proxy, Meter.NONE);
    }

    /**
     * @param address of the server: scheme, host and port
     * @param meter hears of each call
     */
    BotApi(Token token, URI address, @Nullable ProxyServer proxy, Meter meter) {
        this.token = token;
        this.meter = meter;
        methods = address.resolve("/bot" + token.secret() + "/");
        files = address.resolve("/file/bot" + token.secret() + "/");
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        // A try that the client made by itself would keep no pace, and might say something twice.
        var builder = new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(READ)
                .writeTimeout(Duration.ofSeconds(30))
                .callTimeout(READ.plusSeconds(30)).dispatcher(dispatcher).retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(16, 5, TimeUnit.MINUTES));
        if (proxy != null) {
            proxy.use(builder);
        }
        http = builder.build();
        client = new OkHttpTelegramClient(http, token.secret(), url(address));
    }

    private static TelegramUrl url(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return TelegramUrl.builder().schema(address.getScheme()).host(address.getHost()).port(port).build();
    }

    /** Calls, and says what came of it; what is done carries Telegram's result. */
    Outcome<JsonNode> call(BotApiMethod<?> method) throws InterruptedException {
        return sent(new Call(method), this::result);
    }

    /** The same for a method that the library only sends with files. */
    Outcome<JsonNode> call(String method, Map<String, ?> parameters) throws InterruptedException {
        return sent(new Call(method, parameters), this::result);
    }

    /** The same with a file. */
    Outcome<JsonNode> call(Upload upload) throws InterruptedException {
        var request = new okhttp3.Request.Builder().url(methods.resolve(upload.method()).toString())
                .post(upload.body()).build();
        var future = new CompletableFuture<Call.Answer>();
        okhttp3.Call call = http.newCall(request);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call failed, IOException e) {
                future.completeExceptionally(e);
            }

            @Override
            public void onResponse(okhttp3.Call done, Response response) {
                try (ResponseBody body = response.body()) {
                    future.complete(new Call.Answer(body == null ? "" : body.string()));
                } catch (IOException e) {
                    future.completeExceptionally(e);
                }
            }
        });
        long begun = System.nanoTime();
        Outcome<JsonNode> outcome = answer(future, this::result, call::cancel);
        told(upload.method(), outcome, begun);
        return outcome;
    }

    /**
     * The beginning of a file that somebody sent, as text in UTF-8.
     *
     * @param path as getFile gives it
     * @param most bytes that are read
     */
    Outcome<String> file(String path, int most) throws InterruptedException {
        var future = new CompletableFuture<Call.Answer>();
        HttpUrl address = HttpUrl.get(files.toString()).newBuilder().addPathSegments(path).build();
        okhttp3.Call call = http.newCall(new okhttp3.Request.Builder().url(address).build());
        call.enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call failed, IOException e) {
                future.completeExceptionally(e);
            }

            @Override
            public void onResponse(okhttp3.Call done, Response response) {
                try (ResponseBody body = response.body()) {
                    byte[] bytes = body == null || !response.isSuccessful()
                            ? new byte[0]
                            : body.byteStream().readNBytes(most);
                    future.complete(new Call.Answer(new String(bytes, StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    future.completeExceptionally(e);
                }
            }
        });
        return answer(future, answer -> answer.text().isEmpty()
                ? new Outcome.Failing<>("no file")
                : new Outcome.Done<>(answer.text()), call::cancel);
    }

    /** Fetches updates, unread: one that is broken spoils none beside it. */
    Outcome<RawUpdate.Batch> updates(GetUpdates method) throws InterruptedException {
        Outcome<RawUpdate.Batch> outcome = sent(new Call(method), answer -> {
            Map<String, String> fields = RawJson.fields(answer.text());
            String result = fields.getOrDefault("result", "");
            boolean ok = fields.getOrDefault("ok", "").equals("true") && result.startsWith("[");
            return ok ? new Outcome.Done<>(RawUpdate.batch(result)) : refusal(answer.json());
        });
        if (outcome instanceof Outcome.Done) {
            meter.heard();
        }
        return outcome;
    }

    private <T> Outcome<T> sent(Call call, Function<Call.Answer, Outcome<T>> read) throws InterruptedException {
        long begun = System.nanoTime();
        Outcome<T> outcome = made(call, read);
        told(call.getMethod(), outcome, begun);
        return outcome;
    }

    private void told(String method, Outcome<?> outcome, long begun) {
        meter.called(method, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private <T> Outcome<T> made(Call call, Function<Call.Answer, Outcome<T>> read) throws InterruptedException {
        CompletableFuture<Call.Answer> future;
        try {
            future = client.executeAsync(call);
        } catch (TelegramApiException | RuntimeException e) {
            return new Outcome.Refused<>(400, said(e));
        }
        return answer(future, read, () -> future.cancel(true));
    }

    private static <T> Outcome<T> answer(CompletableFuture<Call.Answer> future, Function<Call.Answer, Outcome<T>> read,
            Runnable cancel) throws InterruptedException {
        try {
            return read.apply(future.get());
        } catch (ExecutionException e) {
            return failed(e);
        } catch (InterruptedException e) {
            cancel.run();
            throw e;
        }
    }

    private static <T> Outcome<T> failed(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new Outcome.Failing<>(said(cause));
            }
        }
        return new Outcome.Unsure<>(said(failure.getCause() == null ? failure : failure.getCause()));
    }

    private Outcome<JsonNode> result(Call.Answer answer) {
        JsonNode json = answer.json();
        return json.path("ok").asBoolean() && json.has("result")
                ? new Outcome.Done<>(json.get("result"))
                : refusal(json);
    }

    private <T> Outcome<T> refusal(JsonNode answer) {
        int code = answer.path("error_code").asInt(0);
        String description = token.maskedIn(answer.path("description").asText(""));
        JsonNode parameters = answer.path("parameters");
        if (parameters.hasNonNull("migrate_to_chat_id")) {
            return new Outcome.Moved<>(parameters.get("migrate_to_chat_id").asLong());
        }
        return switch (code) {
            case 429 -> new Outcome.TooMany<>(Duration.ofSeconds(Math.max(1, parameters.path("retry_after").asInt(1))));
            case 401 -> new Outcome.Unauthorized<>();
            case 403 -> new Outcome.Gone<>(description);
            case 409 -> new Outcome.Conflict<>(description);
            case 404 -> description.equals("Not Found")
                    ? new Outcome.Unauthorized<>()
                    : new Outcome.Refused<>(code, description);
            case 400 ->
                isGone(description) ? new Outcome.Gone<>(description) : new Outcome.Refused<>(code, description);
            // No JSON of Telegram's, such as a gateway's page in HTML, or its own trouble.
            case 0 -> new Outcome.Failing<>("not an answer of the Bot API");
            default -> code >= 500 ? new Outcome.Failing<>(description) : new Outcome.Refused<>(code, description);
        };
    }

    private static boolean isGone(String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        return lower.contains("chat not found") || lower.contains("user is deactivated")
                || lower.contains("peer_id_invalid");
    }

    /** What went wrong, without addresses: the kind of the exception only. */
    private static String said(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdownNow();
        http.connectionPool().evictAll();
    }
}
