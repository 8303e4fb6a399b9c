package guidang.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import guidang.archive.Archive;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Snapshot;
import guidang.link.Archived;

/**
 * A citation and the entry that it stands in.
 *
 * @param copies the snapshots that are copies; an address that only asks a service to make or look for one is none
 */
record Cited(EntryPath path, Citation citation, List<Snapshot> copies) {
    Cited {
        copies = List.copyOf(copies);
    }

    /** How well a citation is archived. */
    enum Kept {
        /** It has an address, and no snapshot. */
        MISSING,
        /** All its snapshots are of one service. */
        SINGLE,
        /** Its snapshots are of two services or more. */
        SEVERAL,
        /** It has no address that could be archived. */
        NO_ADDRESS
    }

    /**
     * Each citation of an archive once, also where several statements share its footnote; by entry and line. Addresses
     * that prose only mentions are left out, as {@code check} does.
     */
    static List<Cited> in(Archive archive) {
        var all = new ArrayList<Cited>();
        for (Entry entry : archive.entries()) {
            var once = new LinkedHashSet<Citation>();
            entry.sections().forEach(section -> {
                section.events().forEach(event -> once.addAll(event.citations()));
                once.addAll(section.closing());
            });
            once.stream().sorted((one, other) -> Integer.compare(one.line(), other.line()))
                    .map(citation -> new Cited(entry.path(), citation, copies(citation)))
                    .filter(cited -> !cited.isMentioned()).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static List<Snapshot> copies(Citation citation) {
        return citation.snapshots().stream()
                .filter(snapshot -> Archived.of(snapshot.url()).filter(Archived::isRequest).isEmpty()).toList();
    }

    private boolean isMentioned() {
        return citation.place() == Citation.Place.PROSE && copies.isEmpty()
                && citation.text().equals(citation.original());
    }

    Kept kept() {
        if (copies.isEmpty()) {
            return citation.original().isEmpty() ? Kept.NO_ADDRESS : Kept.MISSING;
        }
        return services().size() == 1 ? Kept.SINGLE : Kept.SEVERAL;
    }

    /** The services that hold its copies; the mirrors of one are one. */
    Set<Snapshot.Service> services() {
        Set<Snapshot.Service> services = EnumSet.noneOf(Snapshot.Service.class);
        copies.forEach(snapshot -> services.add(snapshot.service()));
        return services;
    }
}
