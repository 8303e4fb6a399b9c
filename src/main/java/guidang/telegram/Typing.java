package guidang.telegram;

import java.time.Duration;

import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** Shows that the bot is writing, while a reply takes longer than a moment. */
final class Typing {
    private static final Duration MOMENT = Duration.ofMillis(300);
    /** Telegram shows it for five seconds or until the message comes (Bot API, sendChatAction). */
    private static final Duration AGAIN = Duration.ofMillis(4_500);

    private final Thread thread;

    private Typing(BotApi api, SendChatAction action) {
        thread = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(MOMENT);
                while (true) {
                    api.call(action);
                    Thread.sleep(AGAIN);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Begins; {@link #end} ends it. */
    static Typing in(Incoming.Chat chat, BotApi api) {
        var action = SendChatAction.builder().chatId(chat.id()).messageThreadId(chat.topic())
                .action(ActionType.TYPING.toString()).build();
        return new Typing(api, action);
    }

    void end() {
        thread.interrupt();
    }
}
