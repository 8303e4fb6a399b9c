package guidang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import guidang.store.Backup;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Copies the store, also while a bot uses it. */
@CommandLine.Command(name = "backup", description = "Copy all that the bot keeps about chats into a file, also while it runs.")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Parameters(paramLabel = "FILE", description = "Not there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws Exception {
        long bytes = Backup.make(guidang.store(), file.toAbsolutePath());
        guidang.surroundings().out().println(guidang.texts().get("backup.made", bytes));
        return GuidangCommand.WELL;
    }
}
