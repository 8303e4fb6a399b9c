package guidang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.archive.EntryPath;
import guidang.change.Origin;
import guidang.checkout.Checkout;
import guidang.checkout.Pull;
import guidang.delivery.Announcer;

/** The git checkout that the archive is in, if it is in one; pulled as often as the configuration says. */
final class GitUpstream implements ArchiveWatch.Upstream, Announcer.Origins, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GitUpstream.class.getName());

    private final @Nullable Checkout checkout;
    private final Duration interval;
    private final Clock clock;
    private Instant next;
    private Pull last = Pull.UP_TO_DATE;

    /** @param interval between pulls; zero: never */
    GitUpstream(Path archive, Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
        this.next = clock.instant();
        this.checkout = open(archive);
        if (checkout == null && interval.isPositive()) {
            LOG.log(System.Logger.Level.WARNING, "the archive is not a git checkout: nothing is pulled");
        }
    }

    private static @Nullable Checkout open(Path archive) {
        try {
            return Checkout.of(archive).orElse(null);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the archive''s git checkout cannot be read: {0}",
                    e.getClass().getSimpleName());
            return null;
        }
    }

    @Override
    public boolean isAtWork() {
        return checkout != null && checkout.isAtWork();
    }

    @Override
    public synchronized void fetch() {
        Instant now = clock.instant();
        // A clock that was set back must not stop it.
        boolean due = !now.isBefore(next) || next.isAfter(now.plus(interval));
        if (checkout == null || !interval.isPositive() || !due) {
            return;
        }
        next = now.plus(interval);
        Pull pull = checkout.isAtWork() ? Pull.BUSY : checkout.pull();
        if (pull != last && !pull.isWell()) {
            LOG.log(System.Logger.Level.WARNING, "the archive cannot be pulled: {0}", reason(pull));
        } else if (!last.isWell() && pull.isWell()) {
            LOG.log(System.Logger.Level.INFO, "the archive can be pulled again");
        }
        last = pull;
    }

    private static String reason(Pull pull) {
        return switch (pull) {
            case MOVED, UP_TO_DATE -> "";
            case NO_UPSTREAM -> "its branch follows none of a remote (git branch --set-upstream-to)";
            case REMOTE_NOT_ALLOWED -> "its remote is none over https, ssh or a path";
            case DIVERGED -> "it and its remote have parted; merge by hand";
            case LOCAL_EDITS -> "files edited here and not committed are in the way";
            case BUSY -> "git is at work in it, or a merge waits to be finished";
            case NOT_AUTHORIZED -> "the remote does not let this user in";
            case UNREACHABLE -> "the remote cannot be reached";
            case FAILED -> "git has failed";
        };
    }

    /** Who edited files last, as {@link Checkout#origins}; nothing where no checkout tells. */
    @Override
    public synchronized Map<EntryPath, Origin> of(Collection<EntryPath> paths, String told) {
        if (checkout == null) {
            return Map.of();
        }
        try {
            return checkout.origins(paths, told);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the history of the archive cannot be read: {0}",
                    e.getClass().getSimpleName());
            return Map.of();
        }
    }

    /** The commit that is checked out; empty where there is none. */
    @Override
    public synchronized String head() {
        try {
            Optional<String> head = checkout == null ? Optional.empty() : checkout.head();
            return head.orElse("");
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    @Override
    public void close() {
        if (checkout != null) {
            checkout.close();
        }
    }
}
