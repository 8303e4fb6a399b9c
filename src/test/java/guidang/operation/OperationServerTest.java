package guidang.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.telegram.Meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OperationServerTest {
    private final Clock clock = Clock.systemUTC();
    private final Meters meters = new Meters("1.2.3", new Pulse(clock), clock);
    private final AtomicReference<Instant> archive = new AtomicReference<>(clock.instant());
    private final AtomicReference<Instant> edited = new AtomicReference<>(clock.instant());
    private final Watchdog dog = new Watchdog(
            List.of(new Watchdog.Watched("archive", archive::get, Duration.ofMinutes(5)),
                    new Watchdog.Watched("unchanged", edited::get, Duration.ofDays(30), false)),
            clock,
            new Watchdog.Hearer() {
                @Override
                public void stands(String name, Duration since) {}

                @Override
                public void goesOn(String name, Duration stood) {}
            });
    private OperationServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException {
        server = new OperationServer(0, meters, dog);
    }

    @AfterEach
    void close() {
        server.close();
        meters.close();
        client.close();
    }

    @Test
    void it_is_ready_when_telegram_was_heard_and_nothing_stands_still() throws Exception {
        assertEquals(200, get("/healthz").statusCode());
        assertEquals(503, get("/readyz").statusCode());
        meters.heard();
        assertEquals(200, get("/readyz").statusCode());
        archive.set(clock.instant().minus(Duration.ofMinutes(6)));
        dog.once();
        dog.once();
        HttpResponse<String> standing = get("/readyz");
        assertEquals(503, standing.statusCode());
        assertTrue(standing.body().contains("no archive: 360 s"), standing.body());
        assertTrue(get("/metrics").body().contains("guidang_watch_well{watch=\"archive\"} 0.0"));
        assertEquals(200, get("/healthz").statusCode());
    }

    @Test
    void an_archive_that_nobody_edits_is_told_but_the_bot_is_ready() throws Exception {
        meters.heard();
        edited.set(clock.instant().minus(Duration.ofDays(31)));
        dog.once();
        dog.once();
        HttpResponse<String> ready = get("/readyz");
        assertEquals(200, ready.statusCode());
        assertTrue(ready.body().contains("no unchanged: 2678400 s"), ready.body());
        assertFalse(get("/metrics").body().contains("watch=\"unchanged\""), "there is an alert on those");
        meters.take(new Reading(0, 0, 0, Duration.ZERO, 1, 1, 0, edited.get(), clock.instant()));
        assertTrue(get("/metrics").body().contains("guidang_archive_change_age_seconds 26784"));
    }

    @Test
    void what_the_bot_does_is_counted_by_kind_command_and_outcome() throws Exception {
        meters.arrived(Meter.Kind.MESSAGE, Meter.Entry.TAKEN);
        meters.arrived(Meter.Kind.MESSAGE, Meter.Entry.TAKEN);
        meters.dealtWith(Meter.Kind.MESSAGE, Duration.ofMillis(7));
        meters.late(Duration.ofSeconds(2));
        meters.called("sendMessage", "done", Duration.ofMillis(30));
        meters.called("getUpdates", "conflict", Duration.ofMillis(30));
        var said = new Message("x", List.of(), List.of());
        var replies = meters.measuring(request -> new Reply(said, null, Language.ENGLISH,
                request.text().contains("break")));
        assertTrue(replies.apply(Request.typed("/search something private")).answered());
        assertTrue(replies.apply(Request.typed("break")).failed());
        meters.take(new Reading(3, 1, 5, Duration.ofSeconds(40), 841, 9_000, 12, clock.instant(), clock.instant()));
        String text = get("/metrics").body();
        for (String line : List.of("guidang_updates_total{entry=\"taken\",kind=\"message\"} 2.0",
                "guidang_update_seconds_bucket{kind=\"message\",le=\"0.01\"} 1",
                "guidang_update_seconds_bucket{kind=\"message\",le=\"0.005\"} 0", "guidang_update_lag_seconds_sum 2.0",
                "guidang_call_seconds_count{method=\"sendMessage\",outcome=\"done\"} 1",
                "guidang_polls_total{outcome=\"conflict\"} 1.0",
                "guidang_reply_seconds_count{command=\"search\",outcome=\"answered\"} 1",
                "guidang_reply_seconds_count{command=\"ask\",outcome=\"failed\"} 1", "guidang_inbox_open 3.0",
                "guidang_inbox_aside 1.0", "guidang_outbox_depth 5.0", "guidang_outbox_oldest_age_seconds 40.0",
                "guidang_index_entries 841.0", "guidang_archive_problems 12.0",
                "guidang_version{version=\"1.2.3\"} 1.0",
                "jvm_memory_used_bytes{area=\"heap\"")) {
            assertTrue(text.contains(line), line + "\n" + text);
        }
        assertFalse(text.contains("private"), text);
    }

    @Test
    void nothing_else_is_there_and_nothing_is_taken() throws Exception {
        assertEquals(404, get("/").statusCode());
        assertEquals(404, get("/metrics/").statusCode());
        var post = HttpRequest.newBuilder(uri("/metrics")).POST(HttpRequest.BodyPublishers.ofString("x")).build();
        assertEquals(405, client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
