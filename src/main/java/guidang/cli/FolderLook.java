package guidang.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The files of an archive at one moment, by what can be seen without reading them.
 *
 * @param files by path in the folder; empty if the folder is not there
 */
record FolderLook(Map<Path, Stamp> files) {
    private static final Set<String> ENTRIES = Set.of("md", "markdown", "txt", "html", "htm");

    FolderLook {
        files = Map.copyOf(files);
    }

    /**
     * What a file looked like.
     *
     * @param modified in milliseconds
     * @param ends whether its last byte ends a line
     */
    record Stamp(long size, long modified, boolean ends) {}

    /** Looks; {@code last} saves reading the ends of files again that look the same. */
    static FolderLook at(Path folder, @Nullable FolderLook last) {
        Map<Path, Stamp> files = new HashMap<>();
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
                    Path name = place.getFileName();
                    boolean hidden = name != null && name.toString().startsWith(".") && !place.equals(root);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isEntry(file)) {
                        Path path = root.relativize(file);
                        files.put(path, stamp(file, attributes, last == null ? null : last.files().get(path)));
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
        } catch (IOException gone) {
            return new FolderLook(Map.of());
        }
        return new FolderLook(files);
    }

    private static boolean isEntry(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENTRIES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Stamp stamp(Path file, BasicFileAttributes attributes, @Nullable Stamp last) {
        long size = attributes.size();
        long modified = attributes.lastModifiedTime().toMillis();
        if (last != null && last.size() == size && last.modified() == modified) {
            return last;
        }
        return new Stamp(size, modified, ends(file, size));
    }

    private static boolean ends(Path file, long size) {
        if (size == 0) {
            return false;
        }
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(size - 1);
            int end = bytes.read();
            return end == '\n' || end == '\r';
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether there is nothing where there was something: a folder that is not mounted looks like that. */
    boolean isGone(FolderLook held) {
        return files.isEmpty() && !held.files().isEmpty();
    }

    /** Whether more than half of the files are gone, and no others have come in their place. */
    boolean lacksMost(FolderLook held) {
        long gone = held.files().keySet().stream().filter(file -> !files.containsKey(file)).count();
        long come = files.keySet().stream().filter(file -> !held.files().containsKey(file)).count();
        return held.files().size() >= 4 && (gone - come) * 2 > held.files().size();
    }

    /** Whether a file looks as if it were still being written: empty, or without the end of its last line, as it never was. */
    boolean looksHalfWritten(FolderLook held) {
        return files.entrySet().stream().anyMatch(file -> {
            Stamp was = held.files().get(file.getKey());
            Stamp is = file.getValue();
            boolean emptied = is.size() == 0 && (was == null || was.size() > 0);
            return emptied || (was != null && was.ends() && !is.ends());
        });
    }
}
