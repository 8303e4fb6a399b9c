package guidang.telegram;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import guidang.archive.Problem;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.OwnerText;
import guidang.store.Inbox;
import guidang.store.Outbox;
import guidang.store.Store;

/** The commands of those who look after the bot, in their private chats: how it is, what is wrong, read again. */
final class OwnerDesk {
    private static final System.Logger LOG = System.getLogger(OwnerDesk.class.getName());
    private static final int PAGE = 8;
    private static final int MOST_ASIDE = 10;
    private static final int MOST_REASONS = 5;

    private final @Nullable Upkeep upkeep;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Tally tally;
    private final ButtonData buttons;
    private final Clock clock;
    private final Instant begun;

    OwnerDesk(@Nullable Upkeep upkeep, Store store, Tally tally, ButtonData buttons, Clock clock) {
        this.upkeep = upkeep;
        this.inbox = store.inbox();
        this.outbox = store.outbox();
        this.tally = tally;
        this.buttons = buttons;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Empty if it is none of these commands. */
    List<Act> of(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said when said.chat().isPrivate() -> {
                Language language = Guard.language(said.from());
                yield said(said.text().strip(), 0, language)
                        .<List<Act>>map(message -> List.of(new Act.Say(said.chat(), said.messageId(), said.from().id(),
                                message, language)))
                        .orElse(List.of());
            }
            case Incoming.Pressed pressed when pressed.chat() != null && pressed.chat().isPrivate() -> {
                ButtonData.Read read = buttons.read(pressed.data(), clock.instant()).orElse(null);
                Optional<Message> message = read == null || !read.command().equals(OwnerText.PROBLEMS)
                        ? Optional.empty()
                        : said(read.command(), read.page(), read.language());
                yield read == null || message.isEmpty()
                        ? List.of()
                        : List.of(new Act.Acknowledge(pressed.id(), null),
                                new Act.Rewrite(pressed.chat(), pressed.messageId(), message.get(), read.language()));
            }
            default -> List.of();
        };
    }

    private Optional<Message> said(String command, int page, Language language) {
        return switch (command) {
            case OwnerText.STATUS -> Optional.of(status(language));
            case OwnerText.RELOAD -> Optional.of(reload(language));
            case OwnerText.PROBLEMS -> Optional.of(problems(page, language));
            default -> Optional.empty();
        };
    }

    private Message status(Language language) {
        Instant now = clock.instant();
        Runtime runtime = Runtime.getRuntime();
        Upkeep.State archive = upkeep == null ? null : upkeep.state();
        Inbox.Counts counts = inbox.counts();
        Outbox.Counts notices = outbox.counts();
        return OwnerText.status(new OwnerText.Status(archive == null ? "" : archive.version(),
                Duration.between(begun, now), archive == null ? 0 : archive.entries(),
                archive == null ? 0 : archive.events(), archive == null ? 0 : archive.problems(),
                archive == null ? Duration.ZERO : Duration.between(archive.read(), now), counts.open(), counts.aside(),
                tally.of(Tally.What.HANDLED), tally.of(Tally.What.LIMITED), tally.of(Tally.What.SENT),
                tally.of(Tally.What.CHANGED), tally.of(Tally.What.REFUSED), tally.of(Tally.What.UNREACHABLE),
                tally.of(Tally.What.GAVE_UP),
                notices.waiting() + notices.sending(), notices.failed(), notices.unknown(),
                runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
                language);
    }

    private Message reload(Language language) {
        if (upkeep == null) {
            return OwnerText.notReloaded(language);
        }
        try {
            Upkeep.State state = upkeep.reload();
            return OwnerText.reloaded(state.entries(), state.problems(), language);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the archive was not read again: {0}", e.getClass().getName());
            return OwnerText.notReloaded(language);
        }
    }

    private Message problems(int page, Language language) {
        List<Problem> all = upkeep == null ? List.of() : upkeep.problems();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.clamp(page, 0, pages - 1);
        var some = new ArrayList<>(all.subList(shown * PAGE, Math.min(all.size(), (shown + 1) * PAGE)));
        return OwnerText.problems(some, all.size(), shown, pages, inbox.counts().aside(),
                shown == 0 ? inbox.lastAside(MOST_ASIDE) : List.of(), notices(), language);
    }

    /** Why notices did not arrive, or may not have, and how many. */
    private List<OwnerText.Notices> notices() {
        return outbox.problems(MOST_REASONS).stream()
                .map(problem -> new OwnerText.Notices(problem.problem(), problem.notices())).toList();
    }
}
