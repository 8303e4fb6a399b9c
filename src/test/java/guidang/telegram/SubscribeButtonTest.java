package guidang.telegram;

import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.answer.Answer;
import guidang.bot.Reply;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.query.Query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class SubscribeButtonTest {
    private static final Message MESSAGE = new Message("x", List.of(), List.of());

    private static Reply timeline(String topic) {
        var query = new Query(topic, List.of(topic), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                null, List.of(), Query.Wanted.ANYTHING, List.of());
        return new Reply(MESSAGE, new Answer.Timeline(query, topic, List.of(), List.of(), 0), Language.SIMPLIFIED,
                false, "/timeline " + topic);
    }

    @Test
    void what_was_found_leads_to_a_subscription() {
        Reply offered = new SubscribeButton().apply(timeline("轮渡"));
        assertEquals(new Action.Ask("/subscribe 轮渡"), offered.message().buttons().getFirst().getFirst().action());
        assertEquals("/timeline 轮渡", offered.again());
    }

    @Test
    void what_cannot_be_subscribed_to_is_left_as_it_is() {
        for (String topic : List.of("", "长".repeat(201))) {
            Reply reply = timeline(topic);
            assertSame(reply, new SubscribeButton().apply(reply));
        }
        var help = new Reply(MESSAGE, null, Language.SIMPLIFIED);
        assertSame(help, new SubscribeButton().apply(help));
    }
}
