package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;

import guidang.index.IndexUnavailable;
import guidang.store.StoreUnavailable;

/** Says what ended a run: one clear line, or the trace where it is a fault of the program. */
record Failure(Texts texts) {
    /** Writes the words and returns the exit code. */
    int tell(Exception failure, PrintStream err) {
        switch (failure) {
            case InvalidConfiguration invalid -> {
                err.println(texts.get("config.invalid", invalid.mistakes().size()));
                invalid.mistakes().forEach(mistake -> err.println("  " + mistake.in(texts)));
                return GuidangCommand.WRONG;
            }
            case IndexUnavailable unavailable -> err.println(texts.get("index." + key(unavailable.reason()),
                    String.valueOf(unavailable.getMessage())));
            case StoreUnavailable unavailable ->
                err.println(texts.get("store." + unavailable.reason().name().toLowerCase(Locale.ROOT)));
            case IOException io -> err.println(inputOrOutput(io));
            case UncheckedIOException io -> err.println(inputOrOutput(Objects.requireNonNull(io.getCause())));
            default -> {
                failure.printStackTrace(err);
                err.println(texts.get("fault"));
            }
        }
        return GuidangCommand.FAILED;
    }

    static String key(IndexUnavailable.Reason reason) {
        return switch (reason) {
            case IN_USE -> "inuse";
            case READ_ONLY -> "readonly";
            case DISK_FULL -> "diskfull";
            case NOT_A_FOLDER -> "notafolder";
        };
    }

    private String inputOrOutput(IOException failure) {
        String detail = String.valueOf(failure.getMessage());
        String lower = detail.toLowerCase(Locale.ROOT);
        if (failure instanceof FileAlreadyExistsException) {
            return texts.get("io.exists", detail);
        }
        if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
            return texts.get("io.missing", detail);
        }
        if (lower.contains("no space left") || lower.contains("disk quota")) {
            return texts.get("index.diskfull", detail);
        }
        if (failure instanceof AccessDeniedException || failure.getCause() instanceof ReadOnlyFileSystemException
                || lower.contains("read-only file system")) {
            return texts.get("io.denied", detail);
        }
        return texts.get("io.other", failure.getClass().getSimpleName(), detail);
    }
}
