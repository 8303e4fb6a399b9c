package guidang.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Outcome;
import guidang.delivery.Time;
import guidang.store.Inbox;

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
    private final Taker taker;
    private final int poll;
    /** What to confirm with the next call; 0: nothing. */
    private int offset;
    private int failures;
    private String trouble = "";

    /** Takes what came. */
    interface Taker {
        /** Returns when everything is on disk. */
        void take(List<Inbox.Update> updates) throws InterruptedException;
    }

    Poller(BotApi api, Time time, Taker taker, Duration poll) {
        this.api = api;
        this.time = time;
        this.taker = taker;
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
        Outcome<JsonNode> outcome = api.call(method);
        switch (outcome) {
            case Outcome.Done<JsonNode> done -> {
                well();
                offset = 0;
                take(done.value());
            }
            case Outcome.TooMany<JsonNode> tooMany -> {
                tell("too many calls");
                time.sleep(tooMany.retryAfter());
            }
            case Outcome.Unauthorized<JsonNode> unauthorized -> {
                LOG.log(System.Logger.Level.ERROR, "Telegram does not take the token: it is wrong or was revoked");
                return false;
            }
            case Outcome.Conflict<JsonNode> conflict -> {
                tell("somebody else receives with the same token: " + conflict.description());
                pause();
            }
            case Outcome.Refused<JsonNode> refused -> {
                tell(refused.code() + " " + refused.description());
                pause();
            }
            case Outcome.Failing<JsonNode> failing -> {
                tell(failing.description());
                pause();
            }
            case Outcome.Unsure<JsonNode> unsure -> {
                tell(unsure.description());
                pause();
            }
            case Outcome.Gone<JsonNode> gone -> pause();
            case Outcome.Moved<JsonNode> moved -> pause();
        }
        return true;
    }

    private void take(JsonNode result) throws InterruptedException {
        var updates = new ArrayList<Inbox.Update>();
        int last = 0;
        for (JsonNode update : result) {
            int id = update.path("update_id").asInt(0);
            if (id != 0) {
                updates.add(new Inbox.Update(id, update.toString(), 1));
                last = id;
            }
        }
        taker.take(updates);
        offset = last == 0 ? 0 : last + 1;
    }

    private void well() {
        if (!trouble.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "receiving again");
        }
        trouble = "";
        failures = 0;
    }

    private void tell(String what) {
        if (!what.equals(trouble)) {
            LOG.log(System.Logger.Level.WARNING, "not receiving: {0}", what);
        }
        trouble = what;
    }

    private void pause() throws InterruptedException {
        failures = Math.min(failures + 1, 16);
        Duration wait = Duration.ofMillis(250L << Math.min(failures, 8));
        time.sleep(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
