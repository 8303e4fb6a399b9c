package guidang.telegram;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for whatever comes. */
final class IncomingChecks {
    private static final IncomingReader READER = new IncomingReader(424242, "guidang_bot");

    private static final JsonMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private IncomingChecks() {}

    /** An update that comes between two others. */
    static void hold(String update) {
        String first = "{\"update_id\":1}";
        RawUpdate.Batch alone = RawUpdate.batch("[" + first + "]");
        assertEquals(1, alone.updates().size());
        RawUpdate.Batch batch = RawUpdate.batch("[" + first + "," + update + "]");
        assertEquals(first, batch.updates().getFirst().body());
        batch.updates().forEach(each -> assertTrue(each.id() > 0 && each.id() <= Integer.MAX_VALUE));
        RawJson.fields(update);
        try {
            holds(READER.read(Call.JSON.readTree(update)));
            if (STRICT.readTree(update).isMissingNode()) {
                return;
            }
            assertTrue(RawUpdate.batch("[" + update + "," + first + "]").updates().stream()
                    .anyMatch(each -> each.body().equals(first)), "its neighbour is lost");
        } catch (JsonProcessingException noJson) {
            // Told and left out by the intake.
        }
    }

    private static void holds(Incoming incoming) {
        switch (incoming) {
            case Incoming.Said said -> {
                assertTrue(said.chat().id() != 0 && said.messageId() != 0);
                assertTrue(!said.text().isEmpty());
            }
            case Incoming.Pressed pressed -> assertTrue(!pressed.id().isEmpty());
            case Incoming.Typed typed -> assertTrue(!typed.id().isEmpty());
            case Incoming.Moved moved -> assertNotNull(List.of(moved.from(), moved.to()));
            case Incoming.MemberChanged changed -> assertTrue(changed.chat() != 0);
            case Incoming.Membership membership -> assertTrue(membership.chat().id() != 0);
            case Incoming.Other other -> assertNotNull(other);
        }
    }
}
