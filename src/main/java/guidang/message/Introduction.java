package guidang.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How the bot introduces itself where a messenger shows it: beside its name and in its list of commands.
 *
 * @param about at most 120 UTF-16 units (Bot API, setMyShortDescription)
 * @param description at most 512 UTF-16 units (Bot API, setMyDescription)
 * @param commands without the slash, in the order of the help, then those of a messenger alone; each with what it does
 */
public record Introduction(String about, String description, SequencedMap<String, String> commands) {
    private static final List<String> OF_A_MESSENGER = List.of("unsubscribe", "settings", "export", "import", "forget");

    public Introduction {
        commands = new LinkedHashMap<>(commands);
    }

    public static Introduction in(Language language) {
        var texts = Texts.of(language);
        var commands = new LinkedHashMap<String, String>();
        Guide.commands().forEach(command -> commands.put(command, Guide.of(language).does(command)));
        for (String command : OF_A_MESSENGER) {
            commands.put(command, texts.of("command." + command));
        }
        return new Introduction(texts.of("introduction.about"), texts.of("introduction.description"), commands);
    }

    @Override
    public SequencedMap<String, String> commands() {
        return new LinkedHashMap<>(commands);
    }
}
