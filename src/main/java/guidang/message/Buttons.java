package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.message.Message.Action.Ask;
import guidang.message.Message.Action.Copy;
import guidang.message.Message.Action.Open;
import guidang.message.Message.Action.Run;
import guidang.message.Message.Action.Show;
import guidang.message.Message.Button;

/** The buttons below a message, and the commands that they run. */
final class Buttons {
    private static final int LABEL = 28;
    private static final int IN_A_ROW = 5;
    private static final int MOST_NUMBERS = 20;

    private Buttons() {}

    static Button run(String label, String command) {
        return run(label, command, 0);
    }

    static Button run(String label, String command, int page) {
        return new Button(PlainText.isolated(PlainText.cut(label, LABEL)),
                new Run(PlainText.clean(command).strip(), page));
    }

    /** Asks for what was asked, as a picture. */
    static Button picture(Texts texts, String asked) {
        String timeline = "/timeline";
        String rest = asked.startsWith(timeline) ? asked.substring(timeline.length()) : asked;
        return new Button(texts.of("picture.button"), new Show(command("picture", rest)));
    }

    /** Answered by a message of its own. */
    static Button ask(String label, String command) {
        return new Button(PlainText.isolated(PlainText.cut(label, LABEL)),
                new Ask(PlainText.clean(command).strip()));
    }

    /** {@code /search 相册}: a command and what was typed behind it, on one line. */
    static String command(String name, String rest) {
        String clean = PlainText.clean(rest).strip();
        return clean.isEmpty() ? "/" + name : "/" + name + " " + clean;
    }

    static String entry(Item item) {
        return command("entry", item.id().value());
    }

    /** Opens the first of what proves it that can be opened, archived ones first. */
    static Optional<Button> source(Texts texts, List<Citation> citations) {
        return Proofs.ordered(citations).stream().map(Citation::proof)
                .flatMap(proof -> Draft.openable(proof).stream()).findFirst()
                .map(url -> new Button(texts.of("short.source"), new Open(url)));
    }

    /** Copies the address of the first archived copy, unless it is too long to be copied by a button. */
    static Optional<Button> copy(Texts texts, List<Citation> citations) {
        return Proofs.ordered(citations).stream().filter(citation -> !citation.snapshots().isEmpty())
                .map(Citation::proof).flatMap(proof -> Draft.openable(proof).stream()).findFirst()
                .filter(url -> url.length() <= Copy.MAX_TEXT)
                .map(url -> new Button(texts.of("button.copy"), new Copy(url)));
    }

    /** To what proves it: to open and to copy. */
    static List<Button> proof(Texts texts, List<Citation> citations) {
        return Stream.of(source(texts, citations), copy(texts, citations)).flatMap(Optional::stream).toList();
    }

    /** {@code 1 2 3 …}: each shows the whole of one item. At most 20. */
    static List<List<Button>> numbers(List<Item> items, int first) {
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_NUMBERS, items.size()); i++) {
            all.add(run(Integer.toString(first + i), entry(items.get(i))));
        }
        return rows(all, IN_A_ROW);
    }

    /** To the page before and the page after, where there are any. */
    static List<Button> paging(Texts texts, String command, int page, boolean more) {
        List<Button> row = new ArrayList<>();
        if (page > 0) {
            row.add(run(texts.of("page.previous"), command, page - 1));
        }
        if (more) {
            row.add(run(texts.of("page.next"), command, page + 1));
        }
        return row;
    }

    static List<List<Button>> rows(List<Button> all, int width) {
        List<List<Button>> rows = new ArrayList<>();
        for (int start = 0; start < all.size(); start += width) {
            rows.add(all.subList(start, Math.min(all.size(), start + width)));
        }
        return rows;
    }
}
