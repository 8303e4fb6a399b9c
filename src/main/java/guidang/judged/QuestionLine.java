package guidang.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** One line of a file of questions. Fields that are not known are passed over. */
final class QuestionLine {
    private static final ObjectReader JSON = new ObjectMapper()
            .readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    private final JsonNode line;
    private final int number;

    private QuestionLine(JsonNode line, int number) {
        this.line = line;
        this.number = number;
    }

    static Question read(String text, int number) throws FlawedLine {
        JsonNode line;
        try {
            line = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FlawedLine(Flaw.of(number, Flaw.Code.NOT_JSON, e.getOriginalMessage()));
        }
        if (!line.isObject()) {
            throw new FlawedLine(Flaw.of(number, Flaw.Code.NOT_AN_OBJECT));
        }
        return new QuestionLine(line, number).question();
    }

    private Question question() throws FlawedLine {
        String kind = required(line, "kind", "kind");
        List<Question.Gold> gold = gold("gold");
        List<Question.GoldEvent> events = events();
        if (kind.equals(Question.TIMELINE) && !gold.isEmpty() && events.isEmpty()) {
            throw flawed(Flaw.Code.NO_EVENTS, "events");
        }
        return new Question(required(line, "id", "id"), kind, required(line, "query", "query"), gold, gold("also"),
                texts(line, "answer_any", "answer_any"), texts(line, "must_link", "must_link"), events);
    }

    private List<Question.Gold> gold(String field) throws FlawedLine {
        var gold = new ArrayList<Question.Gold>();
        for (JsonNode place : groups(field)) {
            String name = field + "[" + gold.size() + "]";
            String path = required(place, "path", name + ".path");
            JsonNode heading = place.get("heading");
            if (heading != null && !heading.isTextual() && !heading.isNull()) {
                throw flawed(Flaw.Code.NOT_TEXT, name + ".heading");
            }
            gold.add(new Question.Gold(path, heading == null ? null : heading.asText("")));
        }
        return gold;
    }

    private List<Question.GoldEvent> events() throws FlawedLine {
        var events = new ArrayList<Question.GoldEvent>();
        for (JsonNode event : groups("events")) {
            String name = "events[" + events.size() + "]";
            String date = required(event, "date", name + ".date");
            if (!DATE.matcher(date).matches()) {
                throw flawed(Flaw.Code.NOT_A_DATE, name + ".date", date);
            }
            List<String> any = texts(event, "any", name + ".any");
            if (any.isEmpty()) {
                throw flawed(Flaw.Code.MISSING, name + ".any");
            }
            events.add(new Question.GoldEvent(date, any));
        }
        return events;
    }

    private List<JsonNode> groups(String field) throws FlawedLine {
        var groups = new ArrayList<JsonNode>();
        for (JsonNode group : list(line, field, field)) {
            if (!group.isObject()) {
                throw flawed(Flaw.Code.NOT_A_GROUP, field + "[" + groups.size() + "]");
            }
            groups.add(group);
        }
        return groups;
    }

    private List<String> texts(JsonNode parent, String field, String name) throws FlawedLine {
        var texts = new ArrayList<String>();
        for (JsonNode text : list(parent, field, name)) {
            if (!text.isTextual()) {
                throw flawed(Flaw.Code.NOT_TEXT, name + "[" + texts.size() + "]");
            }
            texts.add(text.asText());
        }
        return texts;
    }

    /** The elements of a list; none where the field is not there. */
    private Iterable<JsonNode> list(JsonNode parent, String field, String name) throws FlawedLine {
        JsonNode list = parent.get(field);
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw flawed(Flaw.Code.NOT_A_LIST, name);
        }
        return list;
    }

    /** A text that has to be there; a number stands for its digits. */
    private String required(JsonNode parent, String field, String name) throws FlawedLine {
        JsonNode value = parent.get(field);
        if (value == null || value.isNull()) {
            throw flawed(Flaw.Code.MISSING, name);
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw flawed(Flaw.Code.NOT_TEXT, name);
        }
        if (value.asText().isBlank()) {
            throw flawed(Flaw.Code.MISSING, name);
        }
        return value.asText();
    }

    private FlawedLine flawed(Flaw.Code code, String... details) {
        return new FlawedLine(Flaw.of(number, code, details));
    }
}
