package guidang.bot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.Citation;
import guidang.archive.Snapshot;
import guidang.archive.When;

/**
 * A reply in plain values, as programs get it: see the README, "For programs".
 *
 * @param answered false where the archive does not hold what was asked
 * @param text as a person sees it
 * @param hits in the order shown
 */
public record PlainReply(boolean answered, String text, List<Hit> hits) {
    public PlainReply {
        hits = List.copyOf(hits);
    }

    /**
     * One piece of evidence.
     *
     * @param path relative to the archive
     * @param heading the nearest one, without markup; empty before the first
     * @param date ISO at its own precision, the first day of a range; null if undated, as are {@code when} and
     *        {@code basis}
     * @param when as written
     * @param basis {@code stated}, {@code entry}, {@code source} or {@code snapshot}
     * @param links archived copies as written, then the addresses of sources that have none; without repeats
     */
    public record Hit(String id, String path, String title, String heading, @Nullable String date,
            @Nullable String when, @Nullable String basis, String text, List<String> links) {
        public Hit {
            links = List.copyOf(links);
        }

        static Hit of(Item item) {
            When when = item.when();
            return new Hit(item.id().value(), item.path().value(), item.title(), item.heading(),
                    when == null ? null : when.iso(), when == null ? null : when.written(),
                    when == null ? null : when.basis().name().toLowerCase(Locale.ROOT), item.text(), links(item));
        }

        private static List<String> links(Item item) {
            var links = new LinkedHashSet<String>();
            item.citations().stream().flatMap(citation -> citation.snapshots().stream()).map(Snapshot::url)
                    .forEach(links::add);
            item.citations().stream().filter(citation -> citation.snapshots().isEmpty()).map(Citation::original)
                    .filter(original -> !original.isEmpty()).forEach(links::add);
            return List.copyOf(links);
        }
    }

    /** Where nothing was looked up, there is nothing that the archive does not hold: such a reply is answered. */
    public static PlainReply of(Reply reply) {
        return new PlainReply(reply.answered(), reply.message().text(),
                reply.found().map(Answer::items).orElse(List.of()).stream().map(Hit::of).toList());
    }

    /** That answering failed; {@code text} says so. */
    public static PlainReply failed(String text) {
        return new PlainReply(false, text, List.of());
    }
}
