package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import guidang.answer.Sample;
import guidang.message.Message.Button;

/** What the bot says of itself: how to ask, and what went wrong. */
public final class Guide {
    /** The commands in the order of the help. */
    private static final List<String> COMMANDS = List.of("search", "timeline", "picture", "entry", "find", "lookup",
            "tags",
            "latest", "today", "random", "about", "subscribe", "subscriptions", "help");
    private static final List<String> REFINEMENTS = List.of("phrase", "without", "filter", "period");
    private static final int TYPED = 40;

    private final Texts texts;

    private final Sample sample;

    private Guide(Texts texts, Sample sample) {
        this.texts = texts;
        this.sample = sample;
    }

    /** In a language, without examples. */
    public static Guide of(Language language) {
        return of(language, Sample.NONE);
    }

    /** In a language, with examples of what the archive holds. */
    public static Guide of(Language language, Sample sample) {
        return new Guide(Texts.of(language), sample);
    }

    /** The commands that the help lists, without the slash, in its order. */
    public static List<String> commands() {
        return COMMANDS;
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
            String example = example(command);
            draft.plain("/" + command + (example.isEmpty() ? "" : " " + example) + " — " + does(command)).line();
        });
        draft.gap().bold(texts.of("help.refine")).line();
        REFINEMENTS.forEach(refinement -> {
            String example = example(refinement);
            if (!example.isEmpty()) {
                draft.code(example).plain(" — " + texts.of("refine." + refinement + ".is")).line();
            }
        });
        return draft.message(exampleButtons());
    }

    /** The first words to a group, and the help in one: what the bot reacts to there. */
    public Message inGroup() {
        return new Draft().plain(texts.of("group.hello")).line().plain(texts.of("group.reacts")).line()
                .plain(texts.of("group.settings")).message();
    }

    private void examples(Draft draft) {
        List<String> asked = Stream.of(example("question"), example("keywords")).filter(one -> !one.isEmpty()).toList();
        if (!asked.isEmpty()) {
            draft.bold(texts.of("help.try")).line();
            asked.forEach(one -> draft.code(one).line());
        }
    }

    private List<List<Button>> exampleButtons() {
        String question = example("question");
        List<List<Button>> rows = new ArrayList<>();
        if (!question.isEmpty()) {
            rows.add(List.of(Buttons.run(question, question)));
        }
        rows.add(List.of(Buttons.run("/latest", "/latest"), Buttons.run("/random", "/random"),
                Buttons.run("/tags", "/tags")));
        return rows;
    }

    /** What may be asked of this archive, or stand behind a command; empty if there is no example. */
    private String example(String of) {
        String title = sample.title();
        String heading = sample.heading();
        return switch (of) {
            case "question" -> heading.isEmpty() ? "" : texts.of("example.question", title, heading);
            case "keywords" -> joined(title, heading);
            case "search" -> heading.isEmpty() ? title : heading;
            case "timeline" -> joined(title, sample.year());
            case "picture", "entry" -> title;
            case "find" -> sample.address();
            case "tags" -> sample.tag();
            case "subscribe" -> title;
            case "phrase" -> heading.isEmpty() ? "" : "\"" + heading + "\"";
            case "without" -> heading.isEmpty() ? "" : title + " -" + heading;
            case "filter" -> joined(labelled("tag:", sample.tag()), labelled("in:", sample.folder()));
            case "period" -> "2021..2022";
            default -> "";
        };
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() || value.contains(" ") ? "" : label + value;
    }

    private static String joined(String one, String other) {
        return (one + " " + other).strip();
    }

    /** A command came without what it needs: {@code search}, {@code timeline}, {@code entry}, {@code find} or {@code lookup}. */
    public Message usage(String command) {
        var draft = new Draft().plain(texts.of("usage." + command)).line();
        if (example(command).isEmpty()) {
            return draft.message();
        }
        String example = "/" + command + " " + example(command);
        return draft.code(example).message(List.of(List.of(Buttons.run(example, example))));
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

    /** What was asked for is done by a messenger; changes can also be followed without one. */
    public Message onlyInAMessenger() {
        return new Draft().plain(texts.of("elsewhere")).line().plain(texts.of("elsewhere.feed")).message();
    }

    /** Something broke on this side. */
    public Message failed() {
        return new Draft().plain(texts.of("failed")).message(List.of(List.of(Buttons.run("/help", "/help"))));
    }
}
