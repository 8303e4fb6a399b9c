package guidang.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;

import guidang.store.Backup;
import guidang.store.StoreUnavailable;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts a copy in the place of the store. */
@CommandLine.Command(name = "restore", description = "Put such a copy back; the bot does not run meanwhile. What was there is kept beside it.")
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Parameters(paramLabel = "FILE", description = "Made by backup.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws Exception {
        Texts texts = guidang.texts();
        Path store = guidang.store();
        try {
            Path aside = Backup.restore(file.toAbsolutePath(), store, Clock.systemUTC().instant());
            guidang.surroundings().out()
                    .println(aside.equals(store) ? texts.get("restored") : texts.get("restored.aside", aside));
            return GuidangCommand.WELL;
        } catch (StoreUnavailable e) {
            // Only these are of the copy; the others are of the store that it should replace.
            if (e.reason() != StoreUnavailable.Reason.NEWER && e.reason() != StoreUnavailable.Reason.DAMAGED) {
                throw e;
            }
            guidang.surroundings().err()
                    .println(texts.get("restore." + e.reason().name().toLowerCase(Locale.ROOT), file));
            return GuidangCommand.FAILED;
        }
    }
}
