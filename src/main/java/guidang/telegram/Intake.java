package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import guidang.delivery.Time;
import guidang.store.Inbox;
import guidang.store.StoreFailure;

/**
 * What becomes of an update between its arrival and its end: kept on disk, handed to the lane of its chat, marked as
 * done. One that fails twice is set aside. One that was in hand when two processes died is handed out while nothing else
 * runs, after all others, and set aside when five have died of it.
 */
final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());
    /** Chats have numbers of at most 52 bits (Bot API, Chat); a lane beside that of a chat has this one besides. */
    private static final long AHEAD = 1L << 60;
    private static final int MOST_TRIES = 2;
    /** So often in hand when a process died: too often for chance, such as a machine that is switched off. */
    private static final int MOST_DEATHS = 5;
    private static final Duration ALONE = Duration.ofSeconds(10);
    /** Fewer at once are suspected if the process dies. */
    private static final int RESUMED_AT_ONCE = 16;

    private final Inbox inbox;
    private final IncomingReader reader;
    private final Door door;
    private final Marking marking;
    private final Time time;
    private final Clock clock;
    private final Lanes lanes = new Lanes();
    private final Semaphore resumed = new Semaphore(RESUMED_AT_ONCE);

    /** Handles one update. */
    @FunctionalInterface
    interface Handler {
        /**
         * Begins.
         *
         * @return what is left to do, in order; a step that throws may be tried again, those before it are not
         */
        List<Step> of(Incoming incoming) throws InterruptedException;

        /** The same work, which does not wait for what came before it in its chat. */
        default Handler ahead() {
            Handler work = this;
            return new Handler() {
                @Override
                public List<Step> of(Incoming incoming) throws InterruptedException {
                    return work.of(incoming);
                }

                @Override
                public boolean isAhead() {
                    return true;
                }
            };
        }

        /** Whether it waits only for others of its kind, not for the rest of its chat. */
        default boolean isAhead() {
            return false;
        }
    }

    /** Decides on arrival who handles an update. */
    @FunctionalInterface
    interface Door {
        /**
         * Called for one update after the other, in their order.
         *
         * @param waiting how many of the same chat are not yet dealt with
         * @return null if nothing is to be done about it
         */
        @Nullable
        Handler to(Incoming incoming, int waiting);
    }

    /** A piece of the work on an update. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    Intake(Inbox inbox, IncomingReader reader, Door door, Marking marking, Time time, Clock clock) {
        this.inbox = inbox;
        this.reader = reader;
        this.door = door;
        this.marking = marking;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Keeps what came; when this returns it is on disk, and Telegram may hear that it came.
     *
     * @return those that were never seen before, to be handed out
     */
    List<Inbox.Update> keep(List<Inbox.Update> updates) {
        return inbox.accept(updates, clock.instant());
    }

    /** Gives each to the lane of its chat. Waits while too much is under way. */
    void handOut(List<Inbox.Update> updates) throws InterruptedException {
        for (Inbox.Update update : updates) {
            handOut(update, false);
        }
    }

    /** Goes on with what an earlier process left behind. */
    void resume() throws InterruptedException {
        List<Inbox.Update> open = trouble().patiently(time, inbox::open);
        if (!open.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "going on with {0,number,#} updates", open.size());
        }
        var suspects = new ArrayList<Inbox.Update>();
        for (Inbox.Update update : open) {
            if (update.tries() >= MOST_DEATHS) {
                patiently(() -> setAside(update, "each time that it was in hand the process died"));
            } else if (update.tries() >= MOST_TRIES) {
                suspects.add(update);
            } else {
                handOut(update, true);
            }
        }
        // Those that are suspected least come first, so that one that kills holds up no other.
        suspects.sort(Comparator.comparingInt(Inbox.Update::tries));
        for (Inbox.Update update : suspects) {
            lanes.idle(ALONE);
            handOut(update, true);
        }
        if (!suspects.isEmpty()) {
            lanes.idle(ALONE);
        }
    }

    private void handOut(Inbox.Update update, boolean again) throws InterruptedException {
        Incoming incoming = read(update);
        long lane = lane(incoming, update);
        Handler handler = door.to(incoming, lanes.waiting(lane));
        if (handler == null) {
            marking.done(update.id());
        } else {
            lanes.submit(handler.isAhead() ? lane ^ AHEAD : lane, () -> handle(update, incoming, handler, again));
        }
    }

    /** How many chats have something under way. */
    int active() {
        return lanes.active();
    }

    /** Ends what is under way, as far as that is soon done. What is not stays open, to be resumed. */
    void finish(Duration within) throws InterruptedException {
        lanes.finish(within);
    }

    private Incoming read(Inbox.Update update) {
        try {
            return reader.read(Call.JSON.readTree(update.body()));
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "update {0,number,#} cannot be read: {1}", update.id(),
                    e.getClass().getSimpleName());
            return new Incoming.Other();
        }
    }

    private static long lane(Incoming incoming, Inbox.Update update) {
        return switch (incoming) {
            case Incoming.Said said -> said.chat().id();
            case Incoming.Pressed pressed -> pressed.chat() == null ? pressed.from().id() : pressed.chat().id();
            case Incoming.Typed typed -> typed.from().id();
            case Incoming.Moved moved -> moved.from();
            case Incoming.MemberChanged changed -> changed.chat();
            case Incoming.Membership membership -> membership.chat().id();
            case Incoming.Other other -> update.id();
        };
    }

    private void handle(Inbox.Update update, Incoming incoming, Handler handler, boolean again) {
        try {
            if (!again) {
                handle(update, incoming, handler);
                return;
            }
            resumed.acquire();
            try {
                patiently(() -> inbox.begin(update.id()));
                handle(update, incoming, handler);
            } finally {
                resumed.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Inbox.Update update, Incoming incoming, Handler handler) throws InterruptedException {
        if (worked(update, incoming, handler)) {
            marking.done(update.id());
        } else {
            patiently(() -> setAside(update, "it failed twice"));
        }
    }

    /** Two tries. A step that was done is not repeated, and a store that fails for a while is not the update's fault. */
    private boolean worked(Inbox.Update update, Incoming incoming, Handler handler) throws InterruptedException {
        List<Step> steps = null;
        int step = 0;
        for (int failures = 0; failures < MOST_TRIES;) {
            try {
                steps = steps == null ? handler.of(incoming) : steps;
                for (; step < steps.size(); step++) {
                    steps.get(step).run();
                }
                return true;
            } catch (StoreFailure e) {
                trouble().tell(e);
                time.sleep(StoreTrouble.PAUSE);
            } catch (RuntimeException | Error e) {
                failures++;
                LOG.log(System.Logger.Level.WARNING, "update {0,number,#} failed: {1}", update.id(), where(e));
            }
        }
        return false;
    }

    /** The kind of the failure and the place in the house, never its message: that may hold what somebody wrote. */
    private static String where(Throwable failure) {
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("guidang.")) {
                return failure.getClass().getName() + " at " + element.getClassName() + ":" + element.getLineNumber();
            }
        }
        return failure.getClass().getName();
    }

    private void patiently(Runnable work) throws InterruptedException {
        trouble().patiently(time, () -> {
            work.run();
            return true;
        });
    }

    private StoreTrouble trouble() {
        return marking.trouble();
    }

    private void setAside(Inbox.Update update, String why) {
        inbox.setAside(update.id());
        LOG.log(System.Logger.Level.ERROR, "update {0,number,#} is set aside: {1}", update.id(), why);
    }
}
