package guidang.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A hint from the system that something in a folder may have changed. It may miss changes (network folders, more folders
 * than the system watches, too much at once): whoever waits for it looks for himself, hint or not.
 */
final class FolderHint implements AutoCloseable {
    /** More folders are not watched: each takes of what the system gives to all programs of a user. */
    private static final int MOST_FOLDERS = 4_000;

    private final Path folder;
    private final Set<Path> watched = new HashSet<>();
    private @Nullable WatchService service;

    FolderHint(Path folder) {
        this.folder = folder;
        try {
            service = folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException without) {
            service = null;
        }
    }

    /** Returns at a hint, at the latest after {@code longest}; whether there was a hint. */
    boolean await(Duration longest) throws InterruptedException {
        WatchService watching = service;
        if (watching == null) {
            Thread.sleep(longest);
            return false;
        }
        try {
            watch(watching);
            WatchKey key = watching.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            boolean hint = key != null;
            while (key != null) {
                // What happened, and whether too much did, is of no interest: everything is looked at.
                key.pollEvents();
                if (!key.reset()) {
                    watched.remove((Path) key.watchable());
                }
                key = watching.poll();
            }
            return hint;
        } catch (ClosedWatchServiceException closed) {
            return false;
        }
    }

    /** Watches folders that are not watched yet; gives the whole thing up if the system will not have it. */
    private void watch(WatchService watching) throws InterruptedException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes)
                        throws IOException {
                    Path name = place.getFileName();
                    if (name != null && name.toString().startsWith(".") && !place.equals(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (watched.size() >= MOST_FOLDERS) {
                        return FileVisitResult.TERMINATE;
                    }
                    if (!watched.contains(place)) {
                        place.register(watching, StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
                        watched.add(place);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path place, @Nullable IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException limit) {
            close();
        }
    }

    @Override
    public void close() {
        WatchService watching = service;
        service = null;
        if (watching != null) {
            try {
                watching.close();
            } catch (IOException closed) {
                // Nothing hangs on it.
            }
        }
    }
}
