package guidang.telegram;

import java.time.Duration;
import java.util.List;

import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

import guidang.delivery.Outcome;
import guidang.delivery.Time;
import guidang.store.Inbox;
import guidang.store.StoreFailure;

/**
 * Asks Telegram for updates. What comes is on disk before Telegram hears that it came. The highest number is confirmed
 * once and then forgotten, for after a quiet week numbers may begin lower (Bot API, Update).
 */
final class Poller {
    private static final System.Logger LOG = System.getLogger(Poller.class.getName());
    private static final int MOST = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final BotApi api;
    private final Time time;
    private final Intake intake;
    private final WebhookRegistration registration;
    private final StoreTrouble trouble;
    private final int poll;
    /** What to confirm with the next call; 0: nothing. */
    private int offset;
    private int failures;
    private String told = "";

    Poller(BotApi api, Time time, Intake intake, WebhookRegistration registration, StoreTrouble trouble,
            Duration poll) {
        this.api = api;
        this.time = time;
        this.intake = intake;
        this.registration = registration;
        this.trouble = trouble;
        this.poll = (int) poll.toSeconds();
    }

    /**
     * One call.
     *
     * @return false if polling is over: the token is not valid
     */
    boolean once() throws InterruptedException {
        var method = GetUpdates.builder().limit(MOST).timeout(poll).allowedUpdates(TelegramBot.KINDS)
                .offset(offset == 0 ? null : offset).build();
        Outcome<RawUpdate.Batch> outcome = api.updates(method);
        switch (outcome) {
            case Outcome.Done<RawUpdate.Batch> done -> {
                offset = 0;
                take(done.value());
            }
            case Outcome.TooMany<RawUpdate.Batch> tooMany -> {
                tell("too many calls");
                time.sleep(tooMany.retryAfter());
            }
            case Outcome.Unauthorized<RawUpdate.Batch> unauthorized -> {
                LOG.log(System.Logger.Level.ERROR, "Telegram does not take the token: it is wrong or was revoked");
                return false;
            }
            case Outcome.Conflict<RawUpdate.Batch> conflict -> conflict(conflict.description());
            case Outcome.Refused<RawUpdate.Batch> refused -> pause(refused.code() + " " + refused.description());
            case Outcome.Failing<RawUpdate.Batch> failing -> pause(failing.description());
            case Outcome.Unsure<RawUpdate.Batch> unsure -> pause(unsure.description());
            case Outcome.Gone<RawUpdate.Batch> gone -> pause(gone.description());
            case Outcome.Moved<RawUpdate.Batch> moved -> pause("an answer that makes no sense");
        }
        return true;
    }

    private void conflict(String description) throws InterruptedException {
        if (description.contains("webhook")) {
            registration.remove();
            pause("a webhook is set");
        } else {
            pause("another bot receives with the same token; stop one of the two");
        }
    }

    private void take(RawUpdate.Batch batch) throws InterruptedException {
        List<Inbox.Update> fresh;
        try {
            fresh = intake.keep(batch.updates());
        } catch (StoreFailure e) {
            trouble.tell(e);
            time.sleep(StoreTrouble.PAUSE);
            return;
        }
        if (!batch.updates().isEmpty()) {
            trouble.well();
        }
        offset = batch.last() == 0 ? 0 : batch.last() + 1;
        intake.handOut(fresh);
        if (batch.updates().isEmpty() && batch.without() > 0) {
            // It cannot be confirmed without a number, so it comes again at once.
            pause("what comes has no number");
        } else {
            well();
        }
    }

    private void well() {
        if (!told.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "receiving again");
        }
        told = "";
        failures = 0;
    }

    private void tell(String what) {
        if (!what.equals(told)) {
            LOG.log(System.Logger.Level.WARNING, "not receiving: {0}", what);
        }
        told = what;
    }

    private void pause(String why) throws InterruptedException {
        tell(why);
        failures = Math.min(failures + 1, 16);
        Duration wait = Duration.ofMillis(250L << Math.min(failures - 1, 8));
        time.sleep(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
