package guidang.telegram;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

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

    private final String name;
    private final Object body;

    /** @param text the answer as it came */
    record Answer(String text) implements Serializable {
        /** Missing where it is no JSON that can be read. */
        JsonNode json() {
            try {
                JsonNode json = JSON.readTree(text);
                return json == null || !json.isObject() ? MissingNode.getInstance() : json;
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }
    }

    Call(BotApiMethod<?> body) {
        String type = body.getClass().getSimpleName();
        this.name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        this.body = body;
    }

    /** For a method that the library only sends with files. */
    Call(String name, Map<String, ?> parameters) {
        this.name = name;
        this.body = new HashMap<>(parameters);
    }

    @JsonValue
    Object body() {
        return body;
    }

    /** The method's name as the documentation writes it; the library sends it in lower case. */
    @Override
    public String getMethod() {
        return name;
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        if (body instanceof BotApiMethod<?> method) {
            method.validate();
        }
    }

    @Override
    public Answer deserializeResponse(String answer) {
        return new Answer(answer);
    }
}
