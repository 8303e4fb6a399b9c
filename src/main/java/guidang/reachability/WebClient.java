package guidang.reachability;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one address at a time and reads no more than the beginning. Sends nothing but the address and who asks: no
 * cookies, no referrer. Follows no redirect by itself.
 */
final class WebClient implements AutoCloseable {
    private final HttpClient http;
    private final String agent;
    private final Duration whole;

    /**
     * @param connect how long a connection may take to come about
     * @param whole how long all of it may take
     */
    WebClient(String agent, ProxySelector proxies, Duration connect, Duration whole) {
        this.agent = agent;
        this.whole = whole;
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect).proxy(proxies)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** What came of it. */
    sealed interface Response {
        /** @param text the body's beginning, a character for each byte (ISO 8859-1); empty after HEAD */
        record Answered(int status, HttpHeaders headers, String text) implements Response {
            String header(String name) {
                return headers.firstValue(name).orElse("");
            }

            /** The same read as UTF-8. */
            String utf8() {
                return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }

        /**
         * @param why {@code timeout}, {@code connect}, {@code tls}, {@code broken}, {@code malformed}, or
         *        {@code not-public} if it was not asked at all
         */
        record Failed(String why) implements Response {}
    }

    /** Asks once: HEAD or GET. */
    Response ask(String method, URI address, int mostBytes) throws InterruptedException {
        var begun = new AtomicReference<HttpResponse.@Nullable ResponseInfo>();
        var beginning = new Beginning(mostBytes);
        CompletableFuture<HttpResponse<byte[]>> asked;
        try {
            HttpRequest.Builder begin = HttpRequest.newBuilder(address);
            HttpRequest request = (method.equals("HEAD") ? begin.HEAD() : begin.GET()).timeout(whole)
                    .header("User-Agent", agent).header("Accept", "*/*").build();
            asked = http.sendAsync(request, info -> {
                begun.set(info);
                return beginning;
            });
        } catch (IllegalArgumentException e) {
            return new Response.Failed("malformed");
        }
        try {
            HttpResponse<byte[]> response = asked.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return new Response.Answered(response.statusCode(), response.headers(), text(response.body()));
        } catch (TimeoutException e) {
            // What has been told is enough, however long the rest takes.
            HttpResponse.ResponseInfo told = begun.get();
            return told == null
                    ? new Response.Failed("timeout")
                    : new Response.Answered(told.statusCode(), told.headers(), text(beginning.soFar()));
        } catch (ExecutionException e) {
            return new Response.Failed(why(e.getCause()));
        } finally {
            asked.cancel(true);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static String why(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpTimeoutException timeout -> "timeout";
            case ConnectException connect -> "connect";
            case SSLException tls -> "tls";
            case IOException io when io.getCause() instanceof SSLException -> "tls";
            case null, default -> "broken";
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** The first bytes of a body; the rest is not received. */
    private static final class Beginning implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final byte[] bytes;
        private int filled;
        private Flow.@Nullable Subscription source;

        Beginning(int most) {
            bytes = new byte[most];
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public synchronized void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                int some = Math.min(buffer.remaining(), bytes.length - filled);
                buffer.get(bytes, filled, some);
                filled += some;
            }
            if (filled == bytes.length && source != null) {
                source.cancel();
                body.complete(soFar());
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.complete(soFar());
        }

        @Override
        public void onComplete() {
            body.complete(soFar());
        }

        synchronized byte[] soFar() {
            return Arrays.copyOf(bytes, filled);
        }
    }
}
