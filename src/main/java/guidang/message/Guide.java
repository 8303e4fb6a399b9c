package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import guidang.message.Message.Button;

/** What the bot says of itself: how to ask, and what went wrong. */
public final class Guide {
    /** The commands in the order of the help, with the key of an example of what may stand behind them, or "". */
    private static final List<Map.Entry<String, String>> COMMANDS = List.of(Map.entry("search", "example.search"),
            Map.entry("timeline", "example.timeline"), Map.entry("entry", "example.entry"),
            Map.entry("find", "example.find"), Map.entry("tags", "example.tags"), Map.entry("latest", ""),
            Map.entry("today", ""), Map.entry("random", ""), Map.entry("about", ""), Map.entry("help", ""));
    private static final List<String> REFINEMENTS = List.of("phrase", "without", "filter", "period");
    private static final int TYPED = 40;

    private final Texts texts;

    private Guide(Texts texts) {
        this.texts = texts;
    }

    /** In a language. */
    public static Guide of(Language language) {
        return new Guide(Texts.of(language));
    }

    /** The commands that the help lists, without the slash, in its order. */
    public static List<String> commands() {
        return COMMANDS.stream().map(Map.Entry::getKey).toList();
    }

    /** What a command does, in a few words. */
    public String does(String command) {
        return texts.of("command." + command);
    }

    /** The first words to someone new. */
    public Message start() {
        var draft = new Draft().plain(texts.of("start.hello")).line().gap();
        examples(draft);
        return draft.gap().plain(texts.of("about.try")).message(exampleButtons());
    }

    /** How to ask: commands with examples, and what a search may hold. */
    public Message help() {
        var draft = new Draft().plain(texts.of("help.intro")).line().gap();
        examples(draft);
        draft.gap().bold(texts.of("help.commands")).line();
        COMMANDS.forEach(command -> {
            String example = command.getValue().isEmpty() ? "" : " " + texts.of(command.getValue());
            draft.plain("/" + command.getKey() + example + " — " + does(command.getKey())).line();
        });
        draft.gap().bold(texts.of("help.refine")).line();
        REFINEMENTS.forEach(refinement -> draft.code(texts.of("refine." + refinement))
                .plain(" — " + texts.of("refine." + refinement + ".is")).line());
        return draft.message(exampleButtons());
    }

    private void examples(Draft draft) {
        draft.bold(texts.of("help.try")).line().code(texts.of("example.question")).line()
                .code(texts.of("example.keywords")).line();
    }

    private List<List<Button>> exampleButtons() {
        return List.of(List.of(Buttons.run(texts.of("example.question"), texts.of("example.question"))),
                List.of(Buttons.run("/latest", "/latest"), Buttons.run("/random", "/random"),
                        Buttons.run("/tags", "/tags")));
    }

    /** A command came without what it needs: {@code search}, {@code timeline}, {@code entry} or {@code find}. */
    public Message usage(String command) {
        String example = "/" + command + " " + texts.of("example." + command);
        return new Draft().plain(texts.of("usage." + command)).line().code(example)
                .message(command.equals("find") ? List.of() : List.of(List.of(Buttons.run(example, example))));
    }

    /**
     * There is no such command.
     *
     * @param typed with its slash
     * @param meant commands that it resembles, without the slash
     */
    public Message unknown(String typed, List<String> meant) {
        var draft = new Draft().plain(texts.of("unknown.command", PlainText.cut(typed, TYPED))).line();
        List<Button> buttons = new ArrayList<>();
        if (!meant.isEmpty()) {
            draft.plain(texts.of("unknown.meant",
                    String.join(texts.of("list.comma"), meant.stream().map(name -> "/" + name).toList()))).line();
            meant.forEach(name -> buttons.add(Buttons.run("/" + name, "/" + name)));
        }
        return draft.plain(texts.of("unknown.list")).message(List.of(buttons));
    }

    /** Something broke on this side. */
    public Message failed() {
        return new Draft().plain(texts.of("failed")).message(List.of(List.of(Buttons.run("/help", "/help"))));
    }
}
