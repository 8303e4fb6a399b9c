package guidang.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import guidang.store.ChatSettings.ChangedBy;
import guidang.store.ChatSettings.Length;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What chats chose, which replies are whose, and kept commands, over a real store. */
class ChatsTest {
    private static final Instant NOW = Instant.parse("2022-09-06T02:00:00Z");
    private static final ChatSettings CHOSEN = new ChatSettings("zh-Hant", ChangedBy.CREATOR, Length.USUAL, 60);
    @TempDir
    Path folder;
    private Store store;
    private Chats chats;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder.resolve("guidang.db"));
        chats = store.chats();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_a_group_chose_goes_with_it_to_its_new_number() {
        chats.save(-1, CHOSEN, NOW);
        chats.quiet(-1, 5, true);
        chats.quiet(-1, 6, true);
        chats.quiet(-2, 6, true);
        chats.move(-1, -2);
        assertEquals(CHOSEN, chats.settings(-2));
        assertEquals(ChatSettings.USUAL, chats.settings(-1));
        assertTrue(chats.isQuiet(-2, 5) && chats.isQuiet(-2, 6));
        assertFalse(chats.isQuiet(-1, 5) || chats.isQuiet(-1, 6));
    }

    @Test
    void what_the_new_number_chose_already_is_kept() {
        chats.save(-1, ChatSettings.USUAL, NOW);
        chats.save(-2, CHOSEN, NOW);
        chats.move(-1, -2);
        assertEquals(CHOSEN, chats.settings(-2));
    }

    @Test
    void replies_do_not_move_for_another_message_has_their_number_there() {
        store.replies().keep(new Replies.Reply(-1, 7, 6, 2), NOW, NOW);
        chats.move(-1, -2);
        assertEquals(Optional.empty(), store.replies().at(-2, 7));
        assertEquals(0, store.replies().expired(NOW.plusSeconds(1), 9).size());
    }

    @Test
    void moving_twice_changes_nothing() {
        chats.save(-1, CHOSEN, NOW);
        chats.move(-1, -2);
        chats.move(-1, -2);
        assertEquals(CHOSEN, chats.settings(-2));
    }

    @Test
    void a_kept_command_is_taken_once() {
        KeptCommands kept = store.keptCommands();
        String name = kept.keep("/search x", NOW);
        assertEquals(Optional.of("/search x"), kept.take(name));
        assertEquals(Optional.empty(), kept.take(name));
        assertEquals(Optional.empty(), kept.find(name, NOW));
    }

    @Test
    void a_kept_command_goes_thirty_days_after_it_was_last_used() {
        KeptCommands kept = store.keptCommands();
        String name = kept.keep("/search x", NOW);
        assertTrue(kept.find(name, NOW.plus(Duration.ofDays(20))).isPresent());
        store.forgetOld(NOW.plus(Duration.ofDays(49)));
        assertTrue(kept.find(name, NOW.plus(Duration.ofDays(20))).isPresent());
        store.forgetOld(NOW.plus(Duration.ofDays(51)));
        assertEquals(Optional.empty(), kept.find(name, NOW.plus(Duration.ofDays(51))));
    }

    @Test
    void only_replies_whose_time_is_over_expire() {
        Replies replies = store.replies();
        replies.keep(new Replies.Reply(-1, 1, 0, 2), NOW, NOW.plus(Duration.ofMinutes(10)));
        replies.keep(new Replies.Reply(-1, 2, 0, 2), NOW, null);
        assertEquals(0, replies.expired(NOW.plusSeconds(599), 9).size());
        assertEquals(1, replies.expired(NOW.plusSeconds(600), 9).size());
    }
}
