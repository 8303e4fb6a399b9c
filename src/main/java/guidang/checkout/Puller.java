package guidang.checkout;

import java.io.IOException;
import java.net.URISyntaxException;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.errors.CheckoutConflictException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;

/** Fetches what a branch follows, and moves the branch forward if nothing has to be merged. */
final class Puller {
    private static final System.Logger LOG = System.getLogger(Puller.class.getName());
    /** Seconds that the network may stand still. */
    private static final int TIMEOUT = 60;

    private final Repository repository;

    Puller(Repository repository) {
        this.repository = repository;
    }

    Pull pull() {
        try {
            String branch = repository.getFullBranch();
            if (branch == null || !branch.startsWith("refs/heads/")) {
                return Pull.NO_UPSTREAM;
            }
            var follows = new BranchConfig(repository.getConfig(), Repository.shortenRefName(branch));
            String remote = follows.getRemote();
            String tracking = follows.getTrackingBranch();
            if (remote == null || tracking == null) {
                return Pull.NO_UPSTREAM;
            }
            if (!remote.equals(".") && !isAllowed(remote)) {
                return Pull.REMOTE_NOT_ALLOWED;
            }
            try (var git = new Git(repository)) {
                if (!remote.equals(".")) {
                    git.fetch().setRemote(remote).setTimeout(TIMEOUT).setTagOpt(TagOpt.NO_TAGS)
                            .setCredentialsProvider(new NetRCCredentialsProvider()).call();
                }
                return forward(git, tracking);
            }
        } catch (CheckoutConflictException e) {
            return Pull.LOCAL_EDITS;
        } catch (TransportException e) {
            return of(e);
        } catch (GitAPIException | IOException | URISyntaxException | RuntimeException e) {
            return isLocked(e) ? Pull.BUSY : failed(e);
        }
    }

    private Pull forward(Git git, String tracking) throws IOException, GitAPIException {
        Ref upstream = repository.exactRef(tracking);
        ObjectId before = repository.resolve("HEAD");
        if (upstream == null) {
            return Pull.NO_UPSTREAM;
        }
        MergeResult result = git.merge().include(upstream).setFastForward(MergeCommand.FastForwardMode.FF_ONLY).call();
        return switch (result.getMergeStatus()) {
            case FAST_FORWARD -> before != null && before.equals(repository.resolve("HEAD"))
                    ? Pull.UP_TO_DATE
                    : Pull.MOVED;
            case ALREADY_UP_TO_DATE -> Pull.UP_TO_DATE;
            case ABORTED -> Pull.DIVERGED;
            case CHECKOUT_CONFLICT, FAILED -> Pull.LOCAL_EDITS;
            default -> Pull.FAILED;
        };
    }

    private boolean isAllowed(String remote) throws URISyntaxException {
        var uris = new RemoteConfig(repository.getConfig(), remote).getURIs();
        return !uris.isEmpty() && uris.stream().allMatch(Puller::isAllowed);
    }

    static boolean isAllowed(URIish uri) {
        String scheme = uri.getScheme();
        if (scheme == null) {
            // A path, or user@host:path, which is ssh.
            return true;
        }
        return switch (scheme) {
            case "https", "ssh", "file" -> true;
            default -> false;
        };
    }

    private static Pull of(TransportException e) {
        String message = String.valueOf(e.getMessage());
        boolean refused = message.contains("not authorized") || message.contains("Authentication")
                || message.contains("auth fail") || message.contains("not permitted")
                || message.contains("CredentialsProvider");
        return refused ? Pull.NOT_AUTHORIZED : Pull.UNREACHABLE;
    }

    private static boolean isLocked(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LockFailedException) {
                return true;
            }
        }
        return false;
    }

    /** The message of an exception may hold the address of the remote, and that may hold a password. */
    private static Pull failed(Exception e) {
        LOG.log(System.Logger.Level.DEBUG, "a pull failed: {0}", e.getClass().getName());
        return Pull.FAILED;
    }
}
