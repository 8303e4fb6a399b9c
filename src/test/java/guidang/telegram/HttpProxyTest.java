package guidang.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.methods.GetMe;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Outcome;
import guidang.message.Language;
import guidang.playground.BotApiServer;
import guidang.playground.World;
import guidang.store.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The way to Telegram through a real proxy that asks who is there. */
@Timeout(60)
class HttpProxyTest {
    private static final String WORD = "pass:wörd";

    @TempDir
    private Path folder;

    @Test
    void the_whole_bot_works_through_a_proxy_that_asks_for_a_login() throws Exception {
        try (var server = new BotApiServer();
                var proxy = new TinyProxy();
                var store = Store.open(folder.resolve("a"))) {
            var bot = new TelegramBot(new TelegramBot.Settings(Token.of(BotApiServer.TOKEN).orElseThrow(),
                    server.address(), proxy.with(new ProxyServer.Login("user", WORD)), false, Language.SIMPLIFIED),
                    store, BotRun::echo, Clock.systemUTC());
            Thread running = Thread.ofPlatform().start(() -> run(bot));
            World.Person ann = server.world().person(7, "安", "zh-hans");
            World.Chat chat = server.world().privately(ann);
            server.world().say(ann, chat, "through");
            BotRun.await(() -> server.world().messages(chat).size() == 2);
            bot.stop();
            running.join();
            assertTrue(proxy.passed.stream().anyMatch(line -> line.contains("/sendMessage ")), proxy.passed::toString);
            assertTrue(server.calls().size() <= proxy.passed.size(), "every call went this way");
        }
    }

    @Test
    void a_login_that_is_wrong_or_missing_gets_nowhere_and_is_not_repeated_for_ever() throws Exception {
        try (var server = new BotApiServer(); var proxy = new TinyProxy()) {
            for (ProxyServer.Login login : new ProxyServer.Login[]{null, new ProxyServer.Login("user", "other")}) {
                assertInstanceOf(Outcome.Failing.class, called(server.address(), proxy.with(login)));
            }
            assertEquals(List.of(), proxy.passed);
            assertEquals(List.of(), server.calls());
            assertTrue(proxy.refused.size() <= 3, proxy.refused::toString);
        }
    }

    @Test
    void telegrams_own_address_is_reached_by_a_tunnel_and_looked_up_by_the_proxy() throws Exception {
        try (var proxy = new TinyProxy()) {
            Outcome<JsonNode> outcome = called(URI.create("https://api.telegram.invalid"),
                    proxy.with(new ProxyServer.Login("user", WORD)));
            assertFalse(outcome instanceof Outcome.Done, outcome::toString);
            assertFalse(outcome.toString().contains(BotApiServer.TOKEN), outcome::toString);
            assertEquals(List.of("CONNECT api.telegram.invalid:443 HTTP/1.1"), proxy.passed);
            assertFalse((proxy.passed + " " + proxy.refused).contains(BotApiServer.TOKEN), "the proxy never sees it");
        }
    }

    private static Outcome<JsonNode> called(URI address, ProxyServer proxy) throws InterruptedException {
        try (var api = new BotApi(Token.of(BotApiServer.TOKEN).orElseThrow(), address, proxy)) {
            return api.call(new GetMe());
        }
    }

    private static void run(TelegramBot bot) {
        try {
            bot.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes on one request a connection, of those who log in; opens no tunnel, but says that it does. */
    private static final class TinyProxy implements AutoCloseable {
        private static final String WANTED = "Basic "
                + Base64.getEncoder().encodeToString(("user:" + WORD).getBytes(StandardCharsets.ISO_8859_1));
        private final ServerSocket door;
        private final List<String> passed = new CopyOnWriteArrayList<>();
        private final List<String> refused = new CopyOnWriteArrayList<>();

        TinyProxy() throws IOException {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::open);
        }

        ProxyServer with(ProxyServer.@Nullable Login login) {
            return new ProxyServer(Proxy.Type.HTTP, "127.0.0.1", door.getLocalPort(), login);
        }

        private void open() {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    Thread.ofVirtual().start(() -> pass(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void pass(Socket socket) {
            try (socket) {
                InputStream in = socket.getInputStream();
                String[] head = head(in).split("\r\n", -1);
                if (head[0].isEmpty()) {
                    return;
                }
                byte[] body = in.readNBytes(Integer.parseInt(field(head, "content-length", "0")));
                OutputStream out = socket.getOutputStream();
                if (!field(head, "proxy-authorization", "").equals(WANTED)) {
                    refused.add(head[0]);
                    write(out, String.join("\r\n", "HTTP/1.1 407 Proxy Authentication Required",
                            "Proxy-Authenticate: Basic realm=x", "Content-Length: 0", "Connection: close", "", ""));
                    return;
                }
                passed.add(head[0]);
                if (head[0].startsWith("CONNECT ")) {
                    write(out, "HTTP/1.1 200 Connection established\r\n\r\n");
                    return;
                }
                String[] line = head[0].split(" ", -1);
                URI target = URI.create(line[1]);
                try (Socket there = new Socket(target.getHost(), target.getPort())) {
                    OutputStream to = there.getOutputStream();
                    var request = new StringBuilder(line[0] + " " + target.getRawPath() + " HTTP/1.1\r\n");
                    for (String field : List.of(head).subList(1, head.length)) {
                        String name = field.toLowerCase(Locale.ROOT);
                        if (!field.isEmpty() && !name.startsWith("proxy-") && !name.startsWith("connection:")) {
                            request.append(field).append("\r\n");
                        }
                    }
                    write(to, request + "Connection: close\r\n\r\n");
                    to.write(body);
                    to.flush();
                    there.getInputStream().transferTo(out);
                }
            } catch (IOException cut) {
                // As a proxy does.
            }
        }

        private static String head(InputStream in) throws IOException {
            var head = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                head.write(c);
                String text = head.toString(StandardCharsets.ISO_8859_1);
                if (text.endsWith("\r\n\r\n")) {
                    return text.strip();
                }
            }
            return "";
        }

        private static String field(String[] head, String name, String absent) {
            for (String field : head) {
                if (field.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    return field.substring(name.length() + 1).strip();
                }
            }
            return absent;
        }

        private static void write(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
