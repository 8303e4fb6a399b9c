package guidang.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import guidang.archive.Archive;
import guidang.archive.EntryPath;
import guidang.archive.Problem;

/**
 * Lists the files of an archive. Links to files inside the archive are followed; links to folders are not, so that no
 * cycle can arise.
 */
final class Folder {
    private static final Set<String> EXTENSIONS = Set.of("md", "markdown", "txt", "html", "htm");

    /** What a folder holds. */
    record Listing(Map<EntryPath, Path> files, List<Problem> problems, List<Archive.Skipped> skipped) {}

    private Folder() {}

    /**
     * Lists a folder.
     *
     * @throws IOException if it is not there or cannot be read
     */
    static Listing list(Path folder) throws IOException {
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new java.nio.file.NotDirectoryException(folder.toString());
        }
        var listing = new Listing(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        Files.walkFileTree(root, new Visitor(root, listing));
        return listing;
    }

    /** Why a file cannot be read, as a word for {@link Problem#details}. */
    static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "denied" : failure.getClass().getSimpleName();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Listing listing;

        Visitor(Path root, Listing listing) {
            this.root = root;
            this.listing = listing;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            if (!dir.equals(root) && dir.getFileName().toString().startsWith(".")) {
                listing.skipped().add(new Archive.Skipped(relative(dir), Archive.Skipped.Reason.HIDDEN));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.startsWith(".")) {
                listing.skipped().add(new Archive.Skipped(relative(file), Archive.Skipped.Reason.HIDDEN));
            } else if (attributes.isSymbolicLink()) {
                link(file);
            } else if (attributes.isRegularFile() && isEntry(name)) {
                add(file, file);
            } else {
                listing.skipped().add(new Archive.Skipped(relative(file), Archive.Skipped.Reason.NOT_AN_ENTRY));
            }
            return FileVisitResult.CONTINUE;
        }

        private void link(Path file) {
            try {
                Path real = file.toRealPath();
                if (!real.startsWith(root)) {
                    unreadable(file, "outside");
                } else if (Files.isDirectory(real)) {
                    unreadable(file, "folder");
                } else if (isEntry(file.getFileName().toString())) {
                    add(file, real);
                }
            } catch (IOException e) {
                unreadable(file, "dangling");
            }
        }

        private void add(Path file, Path real) {
            String path = relative(file);
            if (path.indexOf('\\') >= 0) {
                listing.skipped().add(new Archive.Skipped(path, Archive.Skipped.Reason.NOT_AN_ENTRY));
            } else {
                listing.files().put(new EntryPath(path), real);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            unreadable(file, reason(e));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e) {
            if (e != null) {
                unreadable(dir, reason(e));
            }
            return FileVisitResult.CONTINUE;
        }

        private void unreadable(Path file, String reason) {
            String path = relative(file);
            if (path.indexOf('\\') < 0) {
                listing.problems().add(
                        new Problem(new EntryPath(path), 0, Problem.Code.UNREADABLE, List.of(reason)));
            }
        }

        private String relative(Path file) {
            var parts = new ArrayList<String>();
            root.relativize(file).forEach(part -> parts.add(part.toString()));
            return String.join("/", parts);
        }

        private static boolean isEntry(String name) {
            int dot = name.lastIndexOf('.');
            return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        }
    }
}
