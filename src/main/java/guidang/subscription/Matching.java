package guidang.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.change.Change;
import guidang.index.Aliases;
import guidang.index.FoldedTerms;
import guidang.index.SavedQueries;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/**
 * Tells which changes concern which subscriptions. Keeps the subscriptions in memory, by what they are about, so that a
 * change is held only against those that it may concern. Safe for several threads.
 *
 * <p>A correction concerns those whom the statement concerned before or does now. A change of a whole entry concerns
 * those whom one of its sections does. What happens to an unpublished entry concerns nobody.
 */
public final class Matching {
    /** The most particular first: of several that match, the first one names the subject. */
    private static final Comparator<Subscription> ORDER = Comparator
            .comparingInt((Subscription one) -> rank(one.subject())).thenComparing(Subscription::id);

    private final Map<String, Subscription> byId = new HashMap<>();
    /** Subscriptions by kind of subject and what it names: a path, a folded tag or folder, the text of a search. */
    private final Map<Key, TreeMap<String, Subscription>> bySubject = new HashMap<>();
    private final SavedQueries queries;

    private record Key(int kind, String name) {}

    /** A change and somebody who asked for it. */
    public record Match(Subscription subscription, Change change) {}

    /** @param today the day from which 今年 and the like are counted, until another is named */
    public Matching(Collection<Subscription> subscriptions, Aliases aliases, LocalDate today) {
        queries = new SavedQueries(aliases, today);
        subscriptions.forEach(this::add);
    }

    /** Adds one, or puts it in the place of the one with its id. */
    public synchronized void add(Subscription subscription) {
        remove(subscription.id());
        byId.put(subscription.id(), subscription);
        bySubject.computeIfAbsent(key(subscription.subject()), missing -> new TreeMap<>()).put(subscription.id(),
                subscription);
        if (subscription.subject() instanceof Subject.Search search) {
            queries.add(search.text());
        }
    }

    /** Removes one; an unknown id is ignored. */
    public synchronized void remove(String id) {
        Subscription gone = byId.remove(id);
        if (gone == null) {
            return;
        }
        Key key = key(gone.subject());
        TreeMap<String, Subscription> same = bySubject.getOrDefault(key, new TreeMap<>());
        same.remove(id);
        if (same.isEmpty()) {
            bySubject.remove(key);
            if (gone.subject() instanceof Subject.Search search) {
                queries.remove(search.text());
            }
        }
    }

    /** How many there are. */
    public synchronized int size() {
        return byId.size();
    }

    /**
     * Who wants to be told what, of one batch: in the order of the changes; of one change, who asked for the page or the
     * section first, then searches, tags, folders, everything, each by id. To be called after {@link #follow}; a batch may
     * be given in several parts.
     *
     * @param today the day from which 今年 and the like are counted
     */
    public synchronized List<Match> of(List<Change> changes, LocalDate today) {
        queries.turnTo(today);
        var batch = new Batch();
        var matches = new ArrayList<Match>();
        for (Change change : changes) {
            if (change.entry().published()) {
                Wanted kind = Wanted.of(change.kind());
                batch.concerned(change).filter(one -> one.kinds().contains(kind)).sorted(ORDER)
                        .forEach(one -> matches.add(new Match(one, change)));
            }
        }
        return matches;
    }

    /**
     * Follows the renamed pages of a batch: its changes name them where they stand now.
     *
     * @param changes the whole batch; those that rename nothing are passed over
     * @return the subscriptions that are about another path from now on, as they are now, by id; to be kept
     */
    public synchronized List<Subscription> follow(List<Change> changes) {
        Map<String, String> moves = moves(changes);
        var followed = new TreeMap<String, Subscription>();
        for (Subscription one : moves.isEmpty() ? List.<Subscription>of() : byId.values()) {
            Subject moved = moved(one.subject(), moves);
            if (!moved.equals(one.subject())) {
                followed.put(one.id(), new Subscription(one.id(), one.place(), moved, one.kinds()));
            }
        }
        followed.values().forEach(this::add);
        return List.copyOf(followed.values());
    }

    private static Subject moved(Subject subject, Map<String, String> moves) {
        return switch (subject) {
            case Subject.Page page -> new Subject.Page(moves.getOrDefault(page.path(), page.path()));
            case Subject.Section section ->
                new Subject.Section(moves.getOrDefault(section.path(), section.path()), section.heading());
            case Subject.Search search -> search;
            case Subject.Tag tag -> tag;
            case Subject.Folder folder -> folder;
            case Subject.Everything everything -> everything;
        };
    }

    /** The new path by the old one, of the entries that stand elsewhere. */
    private static Map<String, String> moves(List<Change> changes) {
        var moves = new HashMap<String, String>();
        for (Change change : changes) {
            EntryPath from = change.from();
            if (change.kind() == Change.Kind.ENTRY_RENAMED && from != null && !from.equals(change.entry().path())) {
                moves.putIfAbsent(from.value(), change.entry().path().value());
            }
        }
        return moves;
    }

    private static int rank(Subject subject) {
        return switch (subject) {
            case Subject.Section section -> 0;
            case Subject.Page page -> 1;
            case Subject.Search search -> 2;
            case Subject.Tag tag -> 3;
            case Subject.Folder folder -> 4;
            case Subject.Everything everything -> 5;
        };
    }

    private static Key key(Subject subject) {
        return new Key(rank(subject), switch (subject) {
            case Subject.Section section -> section.path();
            case Subject.Page page -> page.path();
            case Subject.Search search -> search.text();
            case Subject.Tag tag -> FoldedTerms.key(tag.tag());
            case Subject.Folder folder -> folderKey(folder.folder());
            case Subject.Everything everything -> "";
        });
    }

    private static String folderKey(String folder) {
        return Arrays.stream(folder.split("/", -1)).map(FoldedTerms::key).collect(Collectors.joining("/"));
    }

    private Stream<Subscription> about(Subject subject) {
        TreeMap<String, Subscription> known = bySubject.get(key(subject));
        return known == null ? Stream.of() : known.values().stream();
    }

    /** Changes that share what was read of the entries. */
    private final class Batch {
        private final SavedQueries.Look look = queries.look();

        Stream<Subscription> concerned(Change change) {
            Entry entry = change.entry();
            var subjects = new LinkedHashSet<Subject>();
            subjects.add(new Subject.Page(entry.path().value()));
            searches(change).forEach(text -> subjects.add(new Subject.Search(text)));
            entry.tags().forEach(tag -> subjects.add(new Subject.Tag(tag)));
            addFolders(entry.path(), subjects);
            if (change.from() != null) {
                addFolders(change.from(), subjects);
            }
            subjects.add(new Subject.Everything());
            Stream<Subscription> ofSections = about(new Subject.Section(entry.path().value(), ""))
                    .filter(one -> holds(change, one.subject()));
            return Stream.concat(ofSections, subjects.stream().flatMap(Matching.this::about)).distinct();
        }

        private static void addFolders(EntryPath path, Set<Subject> subjects) {
            String folder = path.folder();
            subjects.add(new Subject.Folder(""));
            for (int end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
                subjects.add(new Subject.Folder(folder.substring(0, end)));
            }
            subjects.add(new Subject.Folder(folder));
        }

        private static boolean holds(Change change, Subject subject) {
            if (!(subject instanceof Subject.Section wanted)) {
                return false;
            }
            Section section = change.section();
            return section != null
                    ? isBelow(section, wanted.heading())
                    : change.entry().sections().stream().anyMatch(one -> isBelow(one, wanted.heading()));
        }

        private static boolean isBelow(Section section, String heading) {
            return section.heading().equals(heading) || section.parents().contains(heading);
        }

        private Set<String> searches(Change change) {
            Section section = change.section();
            if (section == null) {
                return new LinkedHashSet<>(look.concerning(change.entry()));
            }
            Event before = change.before();
            Event after = change.after();
            if (before == null && after == null) {
                return new LinkedHashSet<>(look.concerning(change.entry(), section));
            }
            var found = new LinkedHashSet<String>();
            if (after != null) {
                found.addAll(look.concerning(change.entry(), section, after, change.citations()));
            }
            if (before != null && (after == null || change.kind() == Change.Kind.EVENT_CORRECTED)) {
                found.addAll(look.concerning(change.entry(), after == null ? section : was(section, before, after),
                        before, change.citations()));
            }
            return found;
        }

        /** The section with the statement as it was before. */
        private static Section was(Section section, Event before, Event after) {
            List<Event> events = section.events().stream().map(event -> event.id().equals(after.id()) ? before : event)
                    .toList();
            return new Section(section.heading(), section.parents(), section.level(), section.anchor(),
                    section.line(), section.stub(), events, section.closing());
        }
    }
}
