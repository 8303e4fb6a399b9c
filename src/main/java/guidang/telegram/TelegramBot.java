package guidang.telegram;

import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.Delivery;
import guidang.delivery.Outcome;
import guidang.delivery.Pace;
import guidang.delivery.Time;
import guidang.message.Language;
import guidang.store.Inbox;
import guidang.store.Store;

/** The bot: receives, decides, replies, until it is stopped. */
public final class TelegramBot {
    /** The kinds of update that are asked for. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "inline_query",
            "my_chat_member");
    private static final System.Logger LOG = System.getLogger(TelegramBot.class.getName());
    private static final Duration LAST_MOMENT = Duration.ofMillis(1_500);
    private static final Duration REMEMBERED = Duration.ofDays(3);
    private static final int MOST_TRIES = 2;

    private final Settings settings;
    private final Store store;
    private final Inbox inbox;
    private final Time time;
    private final Clock clock;
    private final Function<Request, Reply> conversation;
    private final Care care;
    private final Unreachable unreachable;
    private final Tally tally = new Tally();
    private final Lanes lanes = new Lanes();
    private final LinkedBlockingQueue<Long> done = new LinkedBlockingQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread polling;
    private volatile @Nullable Pace pace;

    /**
     * How the bot reaches Telegram.
     *
     * @param address of the Bot API server: scheme, host, port
     * @param limited whether Telegram's limits are kept
     * @param language of what Telegram shows of the bot to people whose language it does not speak
     */
    public record Settings(Token token, URI address, @Nullable Proxy proxy, boolean limited, Language language) {}

    /** Who is let in, and what owners may do; {@code upkeep} is null where nobody looks after an archive. */
    public record Care(Protection protection, @Nullable Upkeep upkeep) {}

    /** How it ended. */
    public enum End {
        /** It was asked to stop. */
        STOPPED,
        /** Telegram does not take the token. */
        UNAUTHORIZED
    }

    public TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock) {
        this(settings, store, conversation, clock, new Care(Protection.USUAL, null));
    }

    public TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock, Care care) {
        this(settings, store, conversation, clock, care, Time.of(clock));
    }

    TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock, Care care,
            Time time) {
        this.care = care;
        this.settings = settings;
        this.store = store;
        this.inbox = store.inbox();
        this.conversation = conversation;
        this.clock = clock;
        this.time = time;
        this.unreachable = new Unreachable(clock);
    }

    /** Runs until {@link #stop} is called or Telegram refuses the token. */
    public End run() throws InterruptedException {
        try (var api = new BotApi(settings.token(), settings.address(), settings.proxy())) {
            JsonNode me = introduced(api);
            if (me == null) {
                return stopping.getCount() == 0 ? End.STOPPED : End.UNAUTHORIZED;
            }
            Thread marking = Thread.ofPlatform().name("inbox").start(this::mark);
            var buttons = new ButtonData(store.keptCommands());
            Pace pace = settings.limited() ? Pace.limited(time) : Pace.unlimited(time);
            this.pace = pace;
            var delivery = new Delivery(pace, time);
            var speech = new Speech(buttons);
            var replies = new ReplyLog(store.replies(), clock);
            var courier = new Courier(api, delivery, speech, new Dispatch(api, delivery, speech, store.chats(), replies,
                    unreachable, tally, clock));
            var profile = new Profile(api, delivery, store.facts(), settings.language());
            Thread telling = Thread.ofVirtual().start(() -> tell(profile, me.path("id").asLong()));
            String name = me.path("username").asText("");
            var desk = new Desk(conversation, buttons, new DeepLink(name, store.keptCommands()), replies,
                    clock);
            String only = care.protection().membersOf();
            var reception = new Reception(care.protection(),
                    new OwnerDesk(care.upkeep(), inbox, tally, buttons, clock),
                    only == null ? null : new MembersOnly(only, api, delivery, clock), desk::of);
            var guard = new Guard(care.protection(), name, clock);
            var reader = new IncomingReader(me.path("id").asLong(), name);
            var poller = new Poller(api, time, updates -> handOut(inbox.accept(updates, clock.instant()), reader, guard,
                    reception, courier), BotApi.POLL);
            polling = Thread.currentThread();
            try {
                inbox.forget(REMEMBERED, clock.instant());
                handOut(inbox.reopen(), reader, guard, reception, courier);
                while (stopping.getCount() > 0) {
                    if (!poller.once()) {
                        return End.UNAUTHORIZED;
                    }
                }
            } catch (InterruptedException e) {
                if (stopping.getCount() > 0) {
                    throw e;
                }
            } finally {
                polling = null;
                Thread.interrupted();
                telling.interrupt();
                lanes.finish(LAST_MOMENT);
                replies.close();
                marking.interrupt();
                marking.join();
            }
            return End.STOPPED;
        }
    }

    /** Ends {@link #run}: takes on nothing new, and finishes what is under way within two seconds. */
    public void stop() {
        stopping.countDown();
        Thread thread = polling;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** How many chats have something under way that does not stand in a queue. For tests that turn the clock. */
    int atWork() {
        Pace its = pace;
        return lanes.active() - (its == null ? 0 : its.queued());
    }

    private @Nullable JsonNode introduced(BotApi api) throws InterruptedException {
        while (stopping.getCount() > 0) {
            Outcome<JsonNode> outcome = new Delivery(Pace.unlimited(time), time).tried(Duration.ofSeconds(30),
                    () -> api.call(new GetMe()));
            if (outcome instanceof Outcome.Done<JsonNode> me) {
                LOG.log(System.Logger.Level.INFO, "running as @{0}", me.value().path("username").asText(""));
                return me.value();
            }
            if (outcome instanceof Outcome.Unauthorized) {
                return null;
            }
            LOG.log(System.Logger.Level.WARNING, "Telegram cannot be reached: {0}", outcome);
        }
        return null;
    }

    private static void tell(Profile profile, long bot) {
        try {
            profile.tell(bot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOut(List<Inbox.Update> updates, IncomingReader reader, Guard guard, Courier.Deciding desk,
            Courier courier) throws InterruptedException {
        for (Inbox.Update update : updates) {
            if (update.tries() > MOST_TRIES) {
                setAside(update, "it ended the process");
                continue;
            }
            Incoming incoming = read(update, reader);
            long lane = lane(incoming, update);
            if (incoming instanceof Incoming.Said || incoming instanceof Incoming.Membership) {
                unreachable.heard(lane);
            }
            Guard.Verdict verdict = guard.judge(incoming, lanes.waiting(lane));
            tally.count(verdict == Guard.Verdict.PASS ? Tally.What.HANDLED : Tally.What.LIMITED);
            switch (verdict) {
                case PASS -> lanes.submit(lane, () -> handle(update, incoming, desk, courier));
                case TELL -> lanes.submit(lane, () -> handle(update, incoming, Guard::tooMuch, courier));
                case IGNORE -> done.add(update.id());
            }
        }
    }

    private static Incoming read(Inbox.Update update, IncomingReader reader) {
        try {
            return reader.read(Call.JSON.readTree(update.body()));
        } catch (JsonProcessingException | RuntimeException e) {
            return new Incoming.Other();
        }
    }

    private static long lane(Incoming incoming, Inbox.Update update) {
        return switch (incoming) {
            case Incoming.Said said -> said.chat().id();
            case Incoming.Pressed pressed -> pressed.chat() == null ? pressed.from().id() : pressed.chat().id();
            case Incoming.Typed typed -> typed.from().id();
            case Incoming.Moved moved -> moved.from();
            case Incoming.Membership membership -> membership.chat().id();
            case Incoming.Other other -> update.id();
        };
    }

    private void handle(Inbox.Update update, Incoming incoming, Courier.Deciding desk, Courier courier) {
        for (int tried = update.tries(); tried <= MOST_TRIES; tried++) {
            try {
                courier.perform(incoming, desk);
                done.add(update.id());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | StackOverflowError e) {
                LOG.log(System.Logger.Level.WARNING, "update {0,number,#} failed: {1}", update.id(),
                        e.getClass().getName());
            }
        }
        setAside(update, "it failed twice");
    }

    private void setAside(Inbox.Update update, String why) {
        LOG.log(System.Logger.Level.ERROR, "update {0,number,#} is set aside: {1}", update.id(), why);
        inbox.setAside(update.id());
    }

    /** Writes down what is done, many at a time. */
    private void mark() {
        var ids = new ArrayList<Long>();
        try {
            while (true) {
                ids.add(done.take());
                done.drainTo(ids);
                inbox.done(ids);
                ids.clear();
            }
        } catch (InterruptedException stopped) {
            done.drainTo(ids);
            inbox.done(ids);
        }
    }
}
