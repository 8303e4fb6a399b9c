package guidang.telegram;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any update at all: replays its seeds in a build, searches for new ones with {@code JAZZER_FUZZ=1}. */
class IncomingFuzzTest {
    private static final String[] PARTS = {"{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "-1", "0", "1e400",
            "99999999999999999999", "\"update_id\":", "\"message\":", "\"edited_message\":", "\"callback_query\":",
            "\"inline_query\":", "\"my_chat_member\":", "\"chat\":", "\"id\":", "\"type\":\"private\"", "\"text\":",
            "\"entities\":", "\"offset\":", "\"length\":", "\"from\":", "\"reply_to_message\":", "\"message_id\":",
            "\"migrate_to_chat_id\":", "\"new_chat_member\":", "\"caption\":", "\"url\":", "\"mention\"", "\"data\":"};

    @FuzzTest(maxDuration = "20s")
    void any_text_is_taken(FuzzedDataProvider data) {
        IncomingChecks.hold(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void any_update_is_read(FuzzedDataProvider data) {
        var text = new StringBuilder("{\"update_id\":2,");
        while (data.remainingBytes() > 0) {
            text.append(data.pickValue(PARTS));
            if (data.consumeBoolean()) {
                text.append(data.consumeString(5));
            }
        }
        IncomingChecks.hold(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"update_id\":2,\"message\":7}", "{\"update_id\":2,\"message\":[]}",
            "{\"message\":{\"chat\":{\"id\":\"7\"},\"message_id\":\"1\",\"text\":{\"a\":1}}}",
            "{\"message\":{\"chat\":{\"id\":7},\"message_id\":1,\"text\":\"@guidang_bot\",\"entities\":[{\"type\":"
                    + "\"mention\",\"offset\":5,\"length\":2147483647},7,null]}}",
            "{\"message\":{\"chat\":{\"id\":7},\"message_id\":99999999999999999999,\"text\":\"x\"}}",
            "{\"message\":{\"chat\":{\"id\":1e400},\"message_id\":1,\"text\":\"x\",\"from\":{\"id\":1e30}}}",
            "{\"callback_query\":{\"id\":7,\"message\":[]}}", "{\"inline_query\":{\"id\":{}}}",
            "{\"my_chat_member\":{\"chat\":{\"id\":-1},\"new_chat_member\":7}}"})
    void a_malformed_update_is_read(String update) {
        IncomingChecks.hold(update);
    }
}
