package guidang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Snapshot;
import guidang.link.Archived;
import guidang.link.WebAddress;

/** Where an address is cited, with the snapshots of it. */
final class CitingText {
    private static final int ADDRESS = 100;
    private static final int STATEMENT = 80;
    private static final int SNAPSHOTS = 4;

    private final Parts parts;
    private final Texts texts;

    CitingText(Parts parts) {
        this.parts = parts;
        texts = parts.texts;
    }

    Message citing(Answer.Citing answer) {
        List<Item> items = answer.items();
        var draft = new Draft().bold(texts.of("citing.header", items.size())).line()
                .link(PlainText.cut(answer.address(), ADDRESS), answer.address()).line();
        List<Draft> blocks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            blocks.add(new Draft().line().plain(i + 1 + ". ").bold(parts.place(item)).line()
                    .add(parts.statement(item, STATEMENT, false)).line()
                    .add(snapshots(citationOf(item, answer.address()))));
        }
        int shown = parts.fill(draft, blocks);
        return draft.message(Buttons.numbers(items.subList(0, shown), 1));
    }

    private Draft snapshots(Optional<Citation> cited) {
        var draft = new Draft();
        cited.ifPresent(citation -> {
            if (citation.snapshots().isEmpty()) {
                draft.add(parts.proofs.line(citation, ""));
                return;
            }
            draft.plain("🔗 " + texts.of("proof.archived"));
            List<Snapshot> some = citation.snapshots().stream().limit(SNAPSHOTS).toList();
            for (int i = 0; i < some.size(); i++) {
                draft.plain(i == 0 ? "" : texts.of("list.comma")).link(Proofs.kept(some.get(i)), some.get(i).url())
                        .plain(parts.proofs.remark(some.get(i).url()));
            }
            draft.line();
        });
        return draft;
    }

    /** The citation of the address; the first if none can be told to be it. */
    static Optional<Citation> citationOf(Item item, String address) {
        Optional<String> wanted = WebAddress.of(address).map(WebAddress::key);
        Optional<String> copy = Archived.of(address).map(Archived::key);
        return item.citations().stream()
                .filter(citation -> same(wanted, WebAddress.of(citation.original()).map(WebAddress::key))
                        || citation.snapshots().stream().map(Snapshot::url).anyMatch(url -> url.equals(address)
                                || same(copy, Archived.of(url).map(Archived::key))
                                || same(wanted, WebAddress.of(url).map(WebAddress::key))))
                .findFirst().or(() -> item.citations().stream().findFirst());
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}
