package guidang.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.reading.ArchiveReader;
import guidang.store.Store;
import guidang.store.ToldFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bot as a process, with its port, its log in JSON, and its configuration changing under it. */
@Timeout(120)
class OperatedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_bot_tells_how_it_is_and_takes_its_configuration_anew_without_a_restart() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path log = folder.resolve("log");
        Path file = Files.createDirectory(data.resolve("bot-config")).resolve("guidang.yaml");
        int port = freePort();
        String common = "log: json\noperation:\n  port: " + port + "\ntelegram:\n  limits: off\n  protection:\n";
        Files.writeString(file, common + "    owners: []\n");
        Files.writeString(archive.resolve("a.md"), "---\ntitle: 甲公司\n---\n\n## 经过\n\n2021年3月1日，甲公司发布新的规定。\n");
        try (var server = new BotApiServer()) {
            World.Person ann = server.world().person(70_707, "安", "zh-hans");
            World.Chat chat = server.world().privately(ann);
            Process process = ServedProcess.start(archive, data, server.address(), log);
            try {
                URI operation = URI.create("http://127.0.0.1:" + port);
                await(() -> get(operation, "/readyz").statusCode() == 200);
                assertTrue(said(server, ann, chat, "甲公司什么时候发布规定？").contains("2021年3月1日"));
                assertFalse(said(server, ann, chat, "/status").contains("内存"));
                await(() -> get(operation, "/metrics").body().contains("guidang_index_entries 1.0"));
                String metrics = get(operation, "/metrics").body();
                assertTrue(metrics.contains("guidang_updates_total{entry=\"taken\",kind=\"message\"} 2.0"), metrics);
                assertTrue(metrics.contains("guidang_reply_seconds_count{command=\"ask\",outcome=\"answered\"} 1"),
                        metrics);
                assertTrue(metrics.contains("guidang_call_seconds_count{method=\"sendMessage\",outcome=\"done\"} 2"),
                        metrics);
                assertFalse(metrics.contains("70707") || metrics.contains("规定") || metrics.contains("stand-in_token"),
                        metrics);

                Files.writeString(file, common + "    owners: [70707]\n");
                await(() -> Files.readString(log).contains("has changed: telegram.protection.owners"));
                assertTrue(said(server, ann, chat, "/status").contains("内存"));

                Files.writeString(file, common + "    owners: [somebody]\n");
                await(() -> Files.readString(log).contains("guidang.yaml:7: "));
                assertTrue(said(server, ann, chat, "/status").contains("内存"));

                // The watch cannot see this change: only the signal brings it in.
                Files.writeString(file, common + "    owners: [70707]\n");
                Thread.sleep(2_500);
                FileTime then = Files.getLastModifiedTime(file);
                Files.writeString(file, common + "    owners: [70708]\n", StandardOpenOption.WRITE);
                Files.setLastModifiedTime(file, then);
                Thread.sleep(2_500);
                assertTrue(said(server, ann, chat, "/status").contains("内存"));
                new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
                await(() -> Files.readString(log).split("has changed: telegram", -1).length == 3);
                assertFalse(said(server, ann, chat, "/status").contains("内存"));
                process.destroy();
                assertTrue(process.waitFor(3, TimeUnit.SECONDS));
                assertEquals(0, process.exitValue());
            } finally {
                process.destroyForcibly();
            }
        }
        List<String> lines = Files.readAllLines(log);
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line);
            assertTrue(entry.hasNonNull("time") && entry.hasNonNull("level") && entry.hasNonNull("message"), line);
        }
        assertTrue(lines.size() > 3, lines::toString);
        assertFalse(lines.toString().contains("什么时候") || lines.toString().contains("stand-in_token"), lines::toString);
    }

    /** The watchdog looks every ten seconds and believes the second look. */
    @Test
    @Tag("long")
    void an_owner_hears_that_nobody_edits_the_archive_and_that_somebody_does_again() throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path log = folder.resolve("log");
        Files.writeString(Files.createDirectory(data.resolve("bot-config")).resolve("guidang.yaml"),
                "reread_seconds: 1\noperation:\n  unchanged_days: 2\ntelegram:\n  protection:\n    owners: [70707]\n");
        String page = "---\ntitle: 甲公司\n---\n\n2021年3月1日，甲公司发布新的规定。\n";
        Files.writeString(archive.resolve("a.md"), page);
        try (Store store = Store.open(data.resolve("guidang.db"))) {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            store.toldFiles().keep(List.of(new ToldFiles.File("a.md", ArchiveReader.hash(bytes), bytes)));
            store.toldFiles().begin(Instant.now().minus(Duration.ofDays(3)));
        }
        try (var server = new BotApiServer()) {
            World.Person ann = server.world().person(70_707, "安", "zh-hans");
            World.Chat chat = server.world().privately(ann);
            Process process = ServedProcess.start(archive, data, server.address(), log);
            try {
                await(() -> server.world().messages(chat).size() == 1);
                assertTrue(last(server, chat).contains("3 天"), last(server, chat));
                Files.writeString(archive.resolve("a.md"), page + "\n2021年4月1日，甲公司改了规定。\n");
                await(() -> server.world().messages(chat).size() == 2);
                assertTrue(last(server, chat).contains("又有改动"), last(server, chat));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static String last(BotApiServer server, World.Chat chat) {
        return server.world().messages(chat).getLast().path("text").asText();
    }

    private static String said(BotApiServer server, World.Person who, World.Chat chat, String text) throws Exception {
        int before = server.world().messages(chat).size();
        server.world().say(who, chat, text);
        await(() -> server.world().messages(chat).size() >= before + 2);
        return last(server, chat);
    }

    private HttpResponse<String> get(URI place, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(place.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing happened");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
