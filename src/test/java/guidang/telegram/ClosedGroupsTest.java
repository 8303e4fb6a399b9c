package guidang.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.delivery.TurnedTime;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Phrase;
import guidang.store.Store;
import guidang.telegram.Incoming.Chat;
import guidang.telegram.Incoming.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClosedGroupsTest {
    @TempDir
    private Path folder;
    private final TurnedTime time = new TurnedTime(Instant.parse("2022-08-05T04:00:00Z"));
    private Store store;
    private ClosedGroups closed;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder.resolve("guidang.db"));
        closed = new ClosedGroups(store.chats(), time);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void who_asked_is_told_in_private_and_in_the_language_of_the_reply() {
        Act.Say instead = closed.instead(inGroup(-100, 7)).orElseThrow();
        assertEquals(new Chat(7, Kind.PRIVATE, null), instead.chat());
        assertEquals(Phrase.CANNOT_WRITE.in(Language.ENGLISH), instead.message().text());
        assertEquals(0, instead.answers(), "the message is of another chat");
    }

    @Test
    void each_is_told_once_an_hour_for_each_group() {
        assertTrue(closed.instead(inGroup(-100, 7)).isPresent());
        time.turnTo(Duration.ofMinutes(59));
        assertTrue(closed.instead(inGroup(-100, 7)).isEmpty());
        assertTrue(closed.instead(inGroup(-200, 7)).isPresent(), "another group");
        assertTrue(closed.instead(inGroup(-100, 8)).isPresent(), "another person");
        time.turnTo(Duration.ofMinutes(61));
        assertTrue(closed.instead(inGroup(-100, 7)).isPresent());
    }

    @Test
    void nobody_is_told_what_a_private_chat_refused_nor_who_speaks_as_a_chat() {
        assertTrue(closed.instead(new Act.Say(new Chat(7, Kind.PRIVATE, null), 3, 7, message(), Language.ENGLISH))
                .isEmpty());
        assertTrue(closed.instead(inGroup(-100, -100)).isEmpty());
        assertTrue(closed.instead(inGroup(-100, 0)).isEmpty());
    }

    private static Act.Say inGroup(long group, long asker) {
        return new Act.Say(new Chat(group, Kind.GROUP, null), 3, asker, message(), Language.ENGLISH);
    }

    private static Message message() {
        return new Message("x", List.of(), List.of());
    }
}
