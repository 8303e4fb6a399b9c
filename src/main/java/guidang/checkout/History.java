package guidang.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

import guidang.archive.EntryPath;
import guidang.change.Origin;

/** Who last touched files, by the commits up to the one that is checked out. */
final class History {
    /** No more commits are looked at. */
    private static final int MOST_COMMITS = 20_000;
    private static final int LONGEST_NAME = 200;

    private final Repository repository;
    private final String prefix;

    /** @param prefix where the archive stands in the checkout: empty, or a folder and a slash */
    History(Repository repository, String prefix) {
        this.repository = repository;
        this.prefix = prefix;
    }

    /** Whether the commit that is checked out has anything in a folder; the empty path is the whole checkout. */
    static boolean holds(Repository repository, String folder) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null || folder.isEmpty()) {
            return true;
        }
        try (var walk = new RevWalk(repository);
                TreeWalk found = TreeWalk.forPath(repository, folder, walk.parseCommit(head).getTree())) {
            return found != null;
        }
    }

    Map<EntryPath, Origin> origins(Collection<EntryPath> paths, String told) throws IOException {
        Map<EntryPath, Origin> origins = new TreeMap<>();
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null || paths.isEmpty()) {
            return origins;
        }
        try (var walk = new RevWalk(repository)) {
            RevCommit newest = walk.parseCommit(head);
            Map<String, EntryPath> sought = committed(paths, newest);
            walk.markStart(newest);
            if (ObjectId.isId(told) && repository.getObjectDatabase().has(ObjectId.fromString(told))) {
                walk.markUninteresting(walk.parseCommit(ObjectId.fromString(told)));
            }
            int seen = 0;
            for (RevCommit commit = walk.next(); commit != null && !sought.isEmpty()
                    && seen < MOST_COMMITS; commit = walk.next()) {
                seen++;
                // A merge only brings together what others wrote.
                if (commit.getParentCount() < 2) {
                    touched(walk, commit, sought, origins);
                }
            }
        }
        return origins;
    }

    private void touched(RevWalk walk, RevCommit commit, Map<String, EntryPath> sought, Map<EntryPath, Origin> origins)
            throws IOException {
        try (var trees = new TreeWalk(walk.getObjectReader())) {
            trees.setRecursive(true);
            trees.setFilter(AndTreeFilter.create(PathFilterGroup.createFromStrings(new TreeSet<>(sought.keySet())),
                    TreeFilter.ANY_DIFF));
            if (commit.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(walk.parseCommit(commit.getParent(0).getId()).getTree());
            }
            trees.addTree(commit.getTree());
            while (trees.next()) {
                EntryPath path = sought.remove(trees.getPathString());
                if (path != null) {
                    PersonIdent author = commit.getAuthorIdent();
                    origins.put(path, new Origin(name(author), commit.getName(),
                            commit.getCommitterIdent().getWhenAsInstant()));
                }
                if (sought.isEmpty()) {
                    return;
                }
            }
        }
    }

    private static String name(PersonIdent person) {
        String name = person.getName().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Those that the files are as the commit has them; by their path in the checkout. */
    private Map<String, EntryPath> committed(Collection<EntryPath> paths, RevCommit commit) throws IOException {
        Map<String, EntryPath> sought = new HashMap<>();
        Path root = repository.getWorkTree().toPath();
        try (var hasher = new ObjectInserter.Formatter()) {
            for (EntryPath path : paths) {
                String inside = prefix + path.value();
                Optional<ObjectId> blob = blob(commit, inside);
                Path file = root.resolve(inside);
                boolean same = Files.isRegularFile(file)
                        ? blob.isPresent() && isSame(blob.get(), Files.readAllBytes(file), hasher)
                        : blob.isEmpty();
                if (same) {
                    sought.put(inside, path);
                }
            }
        }
        return sought;
    }

    private Optional<ObjectId> blob(RevCommit commit, String inside) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(repository, inside, commit.getTree())) {
            return found == null ? Optional.empty() : Optional.of(found.getObjectId(0));
        }
    }

    private static boolean isSame(ObjectId blob, byte[] content, ObjectInserter.Formatter hasher) {
        return hasher.idFor(Constants.OBJ_BLOB, content).equals(blob)
                || hasher.idFor(Constants.OBJ_BLOB, withoutReturns(content)).equals(blob);
    }

    /** Git may have put a carriage return before each line's end when it wrote the file. */
    private static byte[] withoutReturns(byte[] content) {
        var plain = new byte[content.length];
        int n = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
                plain[n++] = content[i];
            }
        }
        return Arrays.copyOf(plain, n);
    }
}
