package guidang.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import guidang.change.Brief;
import guidang.delivery.Announcer;
import guidang.feed.Feed;
import guidang.message.Language;
import guidang.store.ChangeLog;
import guidang.store.Store;
import guidang.store.StoreUnavailable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Writes the newest changes of the archive as files for feed readers. Looks for changes itself, unless a bot is running
 * that does.
 */
@CommandLine.Command(name = "feed", description = "Write what has changed in the archive as Atom and JSON Feed files; the first time there is nothing to compare with.")
final class FeedCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the files; made where there is none.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--confirm-removal", description = "Most of the archive is gone, and is meant to be.")
    private boolean confirmed;

    @Option(names = "--url", paramLabel = "URL", description = "Where the folder will be found, ending with a slash; else feed.url of the configuration.")
    private @Nullable URI url;

    @Override
    public Integer call() throws Exception {
        if (url != null && !isFolder(url)) {
            guidang.surroundings().err().println(guidang.texts().get("feed.url", url.toString()));
            return GuidangCommand.WRONG;
        }
        Configuration configuration = guidang.configuration();
        URI place = url != null ? url : configuration.feed();
        Path file = House.dataFolder(configuration).resolve(House.STORE);
        boolean settled = true;
        List<Brief> changes;
        try (Store store = Store.open(file)) {
            settled = look(configuration, store);
            changes = store.changeLog().newest(Feed.MOST);
        } catch (StoreUnavailable e) {
            if (e.reason() != StoreUnavailable.Reason.LOCKED) {
                throw e;
            }
            changes = ChangeLog.beside(file, Feed.MOST);
        }
        Language language = configuration.chosenLanguage().orElse(guidang.texts().language());
        String name = String.valueOf(configuration.archive().toRealPath().getFileName());
        FeedFiles.write(out, Feed.of(name, place, language, changes));
        guidang.surroundings().out().println(
                guidang.texts().get("feed.written", changes.size(), out.resolve(Feed.ATOM), out.resolve(Feed.JSON)));
        if (!settled) {
            guidang.surroundings().err().println(guidang.texts().get("feed.missing"));
            return GuidangCommand.PROBLEMS;
        }
        return GuidangCommand.WELL;
    }

    /** Whether files can be found below it. */
    static boolean isFolder(URI url) {
        return TelegramSettings.isWeb(url) && url.getPath() != null && url.getPath().endsWith("/");
    }

    private boolean look(Configuration configuration, Store store) throws IOException {
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (var upstream = new GitUpstream(configuration.archive(), Duration.ZERO, clock)) {
            var announcer = new Announcer(configuration.archive(), store, configuration.aliases(), clock);
            announcer.origins(upstream);
            boolean settled = announcer.announce().settled();
            for (int i = 1; confirmed && !settled && i < Announcer.LOOKS; i++) {
                settled = announcer.announce().settled();
            }
            return settled;
        }
    }
}
