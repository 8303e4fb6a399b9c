package guidang.telegram;

import java.io.Serializable;

import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One call, built by the library and answered by plain JSON: an answer that holds more than the library knows, or one
 * part that is broken, loses nothing.
 */
final class Call extends BotApiMethod<Call.Answer> {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final BotApiMethod<?> body;

    /** @param json the answer as it came; missing where it is no JSON */
    record Answer(JsonNode json) implements Serializable {}

    Call(BotApiMethod<?> body) {
        this.body = body;
    }

    @JsonValue
    BotApiMethod<?> body() {
        return body;
    }

    /** The method's name as the documentation writes it; the library sends it in lower case. */
    @Override
    public String getMethod() {
        String name = body.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        body.validate();
    }

    @Override
    public Answer deserializeResponse(String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            return new Answer(json == null || !json.isObject() ? MissingNode.getInstance() : json);
        } catch (JsonProcessingException notJson) {
            return new Answer(MissingNode.getInstance());
        }
    }
}
