package guidang.checkout;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

import guidang.archive.EntryPath;
import guidang.change.Origin;

/**
 * The git checkout that an archive is, or stands in. Nothing is written to it but by {@link #pull}. Not to be used by
 * several threads at once.
 */
public final class Checkout implements AutoCloseable {
    /** What git leaves in its folder while it is at work, or while somebody has yet to finish what it began. */
    private static final List<String> AT_WORK = List.of("index.lock", "HEAD.lock", "MERGE_HEAD", "CHERRY_PICK_HEAD",
            "REVERT_HEAD", "rebase-apply", "rebase-merge", "BISECT_LOG");

    private final Repository repository;
    private final String prefix;

    private Checkout(Repository repository, String prefix) {
        this.repository = repository;
        this.prefix = prefix;
    }

    /**
     * The checkout that a folder is in; empty if it is in none, or if git does not track anything in it (a folder of
     * entries below somebody's own checkout of something else).
     *
     * @throws IOException if the checkout cannot be read
     */
    public static Optional<Checkout> of(Path folder) throws IOException {
        OwnSystem.use();
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
        if (builder.getGitDir() == null && builder.getWorkTree() == null) {
            return Optional.empty();
        }
        Repository repository = builder.build();
        if (repository.isBare() || !real.startsWith(repository.getWorkTree().toPath().toRealPath())) {
            repository.close();
            return Optional.empty();
        }
        String inside = repository.getWorkTree().toPath().toRealPath().relativize(real).toString()
                .replace(File.separatorChar, '/');
        var checkout = new Checkout(repository, inside.isEmpty() ? "" : inside + "/");
        if (checkout.head().isPresent() && !History.holds(repository, inside)) {
            repository.close();
            return Optional.empty();
        }
        return Optional.of(checkout);
    }

    /** The commit that is checked out, in hexadecimal; empty before the first one. */
    public Optional<String> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(ObjectId::getName);
    }

    /** Whether git is at work in it, or a merge or rebase waits to be finished: files may be half of this and half of that. */
    public boolean isAtWork() {
        Path git = repository.getDirectory().toPath();
        return AT_WORK.stream().anyMatch(name -> Files.exists(git.resolve(name)));
    }

    /**
     * Who committed what each file holds now, or that it is gone. A file that is not as the last commit has it is left
     * out: nobody has committed it yet.
     *
     * @param paths in the archive
     * @param told the commit up to which history need not be looked at; empty: as far as it reaches, with a bound
     */
    public Map<EntryPath, Origin> origins(Collection<EntryPath> paths, String told) throws IOException {
        return new History(repository, prefix).origins(paths, told);
    }

    /**
     * Brings it up to date with the branch that it follows, if that is only ahead: nothing is ever merged, and no edit of
     * the files is overwritten. Talks to nobody but the remote that the checkout itself names for its branch, over https,
     * ssh or a path; takes at most a few minutes.
     */
    public Pull pull() {
        return new Puller(repository).pull();
    }

    @Override
    public void close() {
        repository.close();
    }
}
