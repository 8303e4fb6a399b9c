package guidang.bench;

import java.net.URI;
import java.util.List;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

import guidang.playground.BotApiServer;

/** The least that a bot can do: fetch updates, send each text back, one after the other. */
final class BareEcho {
    private final Thread thread;
    private volatile boolean over;

    BareEcho(URI address) {
        var client = new OkHttpTelegramClient(BotApiServer.TOKEN, TelegramUrl.builder().schema(address.getScheme())
                .host(address.getHost()).port(address.getPort()).build());
        thread = Thread.ofPlatform().start(() -> {
            int offset = 0;
            while (!over) {
                try {
                    List<Update> updates = client.execute(GetUpdates.builder().offset(offset).timeout(1).build());
                    for (Update update : updates) {
                        offset = update.getUpdateId() + 1;
                        client.execute(SendMessage.builder().chatId(update.getMessage().getChatId())
                                .text(update.getMessage().getText()).build());
                    }
                } catch (TelegramApiException e) {
                    System.err.println("the echo failed: " + e.getClass().getName());
                }
            }
        });
    }

    void end() throws InterruptedException {
        over = true;
        thread.join();
    }
}
