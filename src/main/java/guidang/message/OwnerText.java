package guidang.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import guidang.archive.Problem;
import guidang.message.Message.Action;
import guidang.message.Message.Button;

/** What those read who look after the bot. */
public final class OwnerText {
    public static final String STATUS = "/status";
    public static final String RELOAD = "/reload";
    public static final String PROBLEMS = "/problems";
    private static final int MOST_LINE = 300;
    private static final long MEGABYTE = 1L << 20;

    private OwnerText() {}

    /**
     * How the bot is.
     *
     * @param limited updates that were not dealt with because somebody asked too much
     * @param noticesInDoubt of which nobody knows whether they arrived
     * @param memory bytes in use, of {@code mostMemory}
     */
    public record Status(String version, Duration uptime, long entries, long events, long problems, Duration indexAge,
            long open, long aside, long handled, long limited, long sent, long changed, long refused, long unreachable,
            long gaveUp, long noticesWaiting, long noticesGivenUp, long noticesInDoubt, long memory, long mostMemory) {}

    public static Message status(Status status, Language language) {
        var texts = Texts.of(language);
        return message(List.of(
                texts.of("owner.running", status.version(), time(status.uptime(), texts)),
                texts.of("owner.archive", status.entries(), status.events(), status.problems(),
                        time(status.indexAge(), texts)),
                texts.of("owner.updates", status.handled(), status.limited(), status.open(), status.aside()),
                texts.of("owner.sends", status.sent(), status.changed(), status.refused(), status.unreachable(),
                        status.gaveUp()),
                texts.of("owner.notices", status.noticesWaiting(), status.noticesGivenUp(), status.noticesInDoubt()),
                texts.of("owner.memory", status.memory() / MEGABYTE, status.mostMemory() / MEGABYTE)), List.of());
    }

    public static Message reloaded(long entries, long problems, Language language) {
        return message(List.of(Texts.of(language).of("owner.reloaded", entries, problems)), List.of());
    }

    public static Message notReloaded(Language language) {
        return message(List.of(Texts.of(language).of("owner.notReloaded")), List.of());
    }

    /** Notices that were given up for one reason, as Telegram or the network put it. */
    public record Notices(String reason, int count) {}
    /** What is watched. */
    public enum Watch {
        POLLING, ARCHIVE, STORE,
        /** Nobody has changed the archive. */
        UNCHANGED
    }

    /** Something has stood still. */
    public static Message stands(Watch watch, Duration since, Language language) {
        return watched("owner.stands", "owner.stands.UNCHANGED", watch, since, language);
    }

    /** It goes on, after that long. */
    public static Message goesOn(Watch watch, Duration stood, Language language) {
        return watched("owner.goesOn", "owner.goesOn.UNCHANGED", watch, stood, language);
    }

    private static Message watched(String key, String unchanged, Watch watch, Duration time, Language language) {
        var texts = Texts.of(language);
        String span = time(time, texts);
        return message(List.of(switch (watch) {
            case POLLING -> texts.of(key, texts.of("owner.watch.POLLING"), span);
            case ARCHIVE -> texts.of(key, texts.of("owner.watch.ARCHIVE"), span);
            case STORE -> texts.of(key, texts.of("owner.watch.STORE"), span);
            case UNCHANGED -> texts.of(unchanged, time.toDays());
        }), List.of());
    }

    /**
     * @param problems of this page
     * @param notices that did not arrive, or may not have
     * @param page 0-based
     * @param aside how many updates are set aside
     * @param lastAside numbers of the last of them
     */
    public static Message problems(List<Problem> problems, long total, int page, int pages, long aside,
            List<Long> lastAside, List<Notices> notices, Language language) {
        var texts = Texts.of(language);
        var lines = new ArrayList<String>();
        lines.add(texts.of("owner.problems", total, aside));
        if (!lastAside.isEmpty()) {
            lines.add(texts.of("owner.aside",
                    lastAside.stream().map(String::valueOf).collect(Collectors.joining(texts.of("list.comma")))));
        }
        notices.forEach(each -> lines.add(PlainText.cut(
                texts.of("owner.notices.lost", each.count(), each.reason()), MOST_LINE)));
        problems.forEach(problem -> lines.add(PlainText.cut(ProblemText.line(problem, language), MOST_LINE)));
        var row = new ArrayList<Button>();
        if (page > 0) {
            row.add(new Button(texts.of("page.previous"), new Action.Run(PROBLEMS, page - 1)));
        }
        if (page + 1 < pages) {
            row.add(new Button(texts.of("page.next"), new Action.Run(PROBLEMS, page + 1)));
        }
        return message(lines, row.isEmpty() ? List.of() : List.of(row));
    }

    private static Message message(List<String> lines, List<List<Button>> buttons) {
        return new Message(String.join("\n", lines), List.of(), buttons);
    }

    private static String time(Duration duration, Texts texts) {
        return texts.of("owner.time", duration.toDays(), duration.toHoursPart(), duration.toMinutesPart());
    }
}
