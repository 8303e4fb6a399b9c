package guidang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import guidang.archive.Archive;
import guidang.index.IndexCheckup;
import guidang.reading.ArchiveReader;
import guidang.store.StoreCheckup;
import guidang.telegram.Checkup;
import guidang.telegram.Receiving;
import guidang.telegram.TelegramBot;

import picocli.CommandLine;
import picocli.CommandLine.ParentCommand;

/**
 * Looks at everything that a bot needs, and says of each what is wrong and how to mend it. Reads only, so that it can run
 * beside the bot. Prints no token.
 */
@CommandLine.Command(name = "doctor", description = "Look at everything that the bot needs; exit 1 if anything is wrong.")
final class DoctorCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE_DISK = 200 * MEGABYTE;
    private static final Duration CLOCK_OFF = Duration.ofSeconds(60);
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private GuidangCommand guidang;

    private boolean wrong;

    @Override
    public Integer call() throws Exception {
        well("java", Runtime.version().toString());
        ConfigurationReader reader = guidang.reader();
        Configuration configuration;
        try {
            configuration = reader.read();
        } catch (InvalidConfiguration e) {
            e.mistakes().forEach(mistake -> line("✗", mistake.in(guidang.texts())));
            return GuidangCommand.PROBLEMS;
        }
        Path file = reader.place().file();
        well("configuration", Files.exists(file) ? file.toString() : "-");
        data(configuration.data());
        disk(configuration.data());
        archive(configuration.archive());
        index(configuration);
        store(configuration.data().resolve("guidang.db"));
        tokenFile(configuration, reader.place().root());
        telegram(configuration.telegram());
        return wrong ? GuidangCommand.PROBLEMS : GuidangCommand.WELL;
    }

    private void data(Path folder) throws IOException {
        Path place = existing(folder);
        if (!Files.isWritable(place)) {
            wrong("data.readonly", place.toString());
        } else if (place.equals(folder) && isOpenToOthers(folder)) {
            worth("data.open", folder.toString());
        } else {
            well("data", folder.toString());
        }
    }

    /** Asks the folder, not its file store: where a folder is shown as the whole disk, the system names no such store. */
    private void disk(Path folder) {
        long free = existing(folder).toFile().getUsableSpace();
        if (free < LITTLE_DISK) {
            wrong("disk.full", free / MEGABYTE);
        } else {
            well("disk", free / MEGABYTE);
        }
    }

    private void archive(Path folder) {
        try {
            Archive read = new ArchiveReader(folder).read();
            if (read.entries().isEmpty()) {
                wrong("archive.empty", folder.toString());
            } else if (!read.problems().isEmpty()) {
                worth("archive.problems", read.entries().size(), read.problems().size());
            } else {
                well("archive", read.entries().size());
            }
        } catch (IOException e) {
            wrong("archive.unreadable", folder.toString());
        }
    }

    private void index(Configuration configuration) throws IOException {
        switch (IndexCheckup.of(House.indexPlace(configuration))) {
            case WELL -> well("index");
            case ABSENT -> well("index.absent");
            case OTHER_FORMAT -> worth("index.format");
            case DAMAGED -> wrong("index.damaged");
        }
    }

    private void store(Path file) {
        switch (StoreCheckup.of(file)) {
            case WELL -> well("store");
            case ABSENT -> well("store.absent");
            case NEWER -> wrong("store.newer");
            case DAMAGED -> wrong("store.damaged", file.toString());
        }
    }

    private void tokenFile(Configuration configuration, Path root) throws IOException {
        for (InForce.Setting setting : configuration.inForce().settings()) {
            Path file = setting.key().equals("telegram.token_file") && !setting.value().isEmpty()
                    ? root.resolve(setting.value())
                    : null;
            if (file != null && Files.exists(file) && isOpenToOthers(file)) {
                wrong("token.open", file.toString());
            }
        }
    }

    private void telegram(TelegramBot.@Nullable Settings settings) throws InterruptedException {
        if (settings == null) {
            worth("token.none");
            return;
        }
        Checkup checkup = Checkup.of(settings, Clock.systemUTC());
        switch (checkup.reach()) {
            case UNREACHABLE -> wrong("telegram.unreachable", settings.address().getHost());
            case UNAUTHORIZED -> wrong("telegram.unauthorized");
            case WELL -> well("telegram", checkup.name(), checkup.waiting());
        }
        Duration ahead = checkup.ahead();
        if (ahead == null) {
            line("–", guidang.texts().get("doctor.clock.unknown"));
        } else if (ahead.abs().compareTo(CLOCK_OFF) > 0) {
            wrong("clock.off", ahead.toSeconds());
        } else {
            well("clock");
        }
        if (checkup.reach() != Checkup.Reach.WELL) {
            return;
        }
        String wanted = settings.receiving() instanceof Receiving.Webhook webhook ? webhook.url().toString() : "";
        if (!checkup.webhook().equals(wanted)) {
            if (wanted.isEmpty()) {
                wrong("webhook.conflict", checkup.webhook());
            } else {
                worth("webhook.notset", wanted);
            }
        } else if (!checkup.trouble().isEmpty()) {
            worth("webhook.trouble", checkup.trouble());
        } else {
            well(wanted.isEmpty() ? "polling" : "webhook");
        }
    }

    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        for (Path above = place; above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return above.equals(place) ? folder : above;
            }
        }
        return folder;
    }

    private static boolean isOpenToOthers(Path place) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(place).stream().anyMatch(OTHERS::contains);
    }

    private void well(String key, Object... details) {
        line("✓", guidang.texts().get("doctor." + key, details));
    }

    private void worth(String key, Object... details) {
        line("!", guidang.texts().get("doctor." + key, details));
    }

    private void wrong(String key, Object... details) {
        wrong = true;
        line("✗", guidang.texts().get("doctor." + key, details));
    }

    private void line(String mark, String words) {
        PrintStream out = guidang.surroundings().out();
        out.println(mark + " " + words);
    }
}
