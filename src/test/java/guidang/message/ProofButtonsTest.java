package guidang.message;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.index.Hits;
import guidang.message.Message.Action;
import guidang.message.Message.Style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProofButtonsTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 9, 6);
    private static final Composer COMPOSER = new Composer();

    @Test
    void an_archived_address_is_copied_as_long_as_a_button_can_hold_it() {
        String start = "https://web.archive.org/web/20210906120000/https://wanbao.example/";
        for (int length : List.of(start.length() + 1, 256, 257)) {
            String original = "https://wanbao.example/" + "a".repeat(length - start.length());
            Message message = quoted(Samples.archived("x", "", "2021-09-06", original));
            assertEquals(length <= 256 ? List.of(start + "a".repeat(length - start.length())) : List.of(),
                    copied(message), length + " units");
            assertEquals(1, opened(message), "it can be opened all the same");
        }
    }

    @Test
    void what_is_not_archived_is_opened_but_not_copied() {
        Message message = quoted(Samples.unarchived("x", "https://bridge.example/notice"));
        assertEquals(List.of(), copied(message));
        assertEquals(1, opened(message));
        assertEquals(0, opened(quoted(Samples.note("《口述史》"))));
    }

    @Test
    void quotations_from_two_places_have_no_button_to_one_of_them() {
        Item one = Samples.item(0);
        Item other = Samples.item(2);
        Message message = composed(new Answer.Quoted(Samples.query("x"),
                List.of(new Answer.Quote(one.text(), one), new Answer.Quote(other.text(), other)), List.of(),
                Hits.Tier.EXACT));
        assertEquals(List.of(), copied(message));
        assertEquals(0, opened(message));
    }

    @Test
    void a_ready_message_can_be_copied_from() {
        assertEquals(1, copied(COMPOSER.card(Samples.item(1), Language.ENGLISH).message()).size());
        assertEquals(0, copied(COMPOSER.card(Samples.item(3), Language.ENGLISH).message()).size());
    }

    @Test
    void an_entry_with_one_source_can_be_copied_from_and_one_with_several_cannot() {
        assertEquals(1, copied(composed(Samples.wholeOfOneSource())).size());
        assertEquals(0, copied(composed(Samples.whole(0))).size());
    }

    @Test
    void a_long_quotation_is_folded_wherever_it_stands_and_a_short_one_is_not() {
        for (int length : List.of(220, 221)) {
            String text = "渡".repeat(length);
            Item item = Samples.item(7, "北港轮渡", "", null, text);
            boolean folded = length > 220;
            for (Message message : List.of(
                    composed(new Answer.Quoted(Samples.query("x"), List.of(new Answer.Quote(text, item)), List.of(),
                            Hits.Tier.EXACT)),
                    composed(new Answer.Random(List.of(item))), COMPOSER.card(item, Language.ENGLISH).message())) {
                assertTrue(message.spans().stream().anyMatch(span -> span.style().equals(new Style.Quote(folded))),
                        length + " units in " + message);
            }
        }
    }

    @Test
    void nothing_and_too_much_cannot_be_copied() {
        assertThrows(IllegalArgumentException.class, () -> new Action.Copy(""));
        assertThrows(IllegalArgumentException.class, () -> new Action.Copy("a".repeat(257)));
    }

    private static Message quoted(Citation citation) {
        Item item = Samples.item(1, "北港轮渡", "复航", null, "北港轮渡恢复载客。", citation);
        return composed(new Answer.Quoted(Samples.query("x"), List.of(new Answer.Quote(item.text(), item)), List.of(),
                Hits.Tier.EXACT));
    }

    private static Message composed(Answer answer) {
        return COMPOSER.compose(answer, "x", Language.ENGLISH, TODAY);
    }

    private static List<String> copied(Message message) {
        return message.buttons().stream().flatMap(List::stream)
                .flatMap(button -> button.action() instanceof Action.Copy(String text)
                        ? java.util.stream.Stream.of(text)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private static long opened(Message message) {
        return message.buttons().stream().flatMap(List::stream).filter(button -> button.action() instanceof Action.Open)
                .count();
    }
}
