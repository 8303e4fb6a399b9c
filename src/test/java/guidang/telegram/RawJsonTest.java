package guidang.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RawJsonTest {
    @Test
    void fields_and_items_are_taken_as_written() {
        assertEquals(Map.of("ok", "true", "result", "[1, {\"a\":[\"]}\"]}]"),
                RawJson.fields(" {\"ok\" : true, \"result\": [1, {\"a\":[\"]}\"]}] } "));
        assertEquals(List.of("1", "\"a,b\\\"]\"", "{\"x\":{}}", "null"),
                RawJson.items("[1, \"a,b\\\"]\" ,{\"x\":{}},null]"));
    }

    @Test
    void what_ends_too_early_is_no_value() {
        assertEquals(Map.of("ok", "true"), RawJson.fields("{\"ok\":true,\"result\":[{\"update_id\":1}"));
        assertEquals(List.of("1"), RawJson.items("[1,{\"a\":"));
    }

    @Test
    void what_is_something_else_is_empty() {
        for (String text : List.of("", "[", "{", "}", "null", "\"", "{\"", "{:", "{\"a\"", "{\"a\":", "[,", "\\",
                "]")) {
            assertEquals(0, RawJson.fields(text).size(), text);
        }
        assertEquals(List.of(), RawJson.items("{}"));
        assertEquals(List.of(), RawJson.items("[,1]"));
    }

    @Test
    void depth_and_length_cost_only_their_length() {
        String deep = "[" + "{\"a\":[".repeat(500_000) + "]}".repeat(500_000) + ",7]";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals(2, RawJson.items(deep).size()));
    }
}
