package guidang.telegram;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.delivery.Composing;
import guidang.delivery.Delivery;
import guidang.delivery.NoticePump;
import guidang.delivery.Outcome;
import guidang.delivery.Pace;
import guidang.delivery.Throttle;
import guidang.delivery.Time;
import guidang.message.Composer;
import guidang.message.Language;
import guidang.message.Message;
import guidang.store.Store;
import guidang.store.StoreFailure;

/** The bot: receives, decides, replies, until it is stopped. */
public final class TelegramBot {
    /** The kinds of update that are asked for. */
    static final List<String> KINDS = List.of("message", "edited_message", "channel_post", "callback_query",
            "inline_query",
            "my_chat_member", "chat_member");
    private static final System.Logger LOG = System.getLogger(TelegramBot.class.getName());
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);
    private static final Duration LAST_NOTICES = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final int WEBHOOK_A_SECOND = 500;

    private final Settings settings;
    private final Store store;
    private final Time time;
    private final Clock clock;
    private final Function<Request, Reply> conversation;
    private final Care care;
    private final Tally tally;
    private volatile Protection protection;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object turns = new Object();
    private @Nullable Thread running;
    private volatile @Nullable Pace pace;
    private volatile @Nullable Intake intake;
    private volatile @Nullable Dispatch dispatch;

    /**
     * How the bot reaches Telegram, and Telegram the bot.
     *
     * @param address of the Bot API server: scheme, host, port
     * @param limited whether Telegram's limits are kept
     * @param language of what Telegram shows of the bot to people whose language it does not speak
     */
    public record Settings(Token token, URI address, @Nullable ProxyServer proxy, boolean limited, Language language,
            Receiving receiving) {
        /** For a bot that polls. */
        public Settings(Token token, URI address, @Nullable ProxyServer proxy, boolean limited, Language language) {
            this(token, address, proxy, limited, language, new Receiving.Polling());
        }
    }

    /**
     * Who is let in at first, what owners may do, what is told before somebody subscribes, and who counts.
     *
     * @param upkeep null where nobody looks after an archive
     */
    public record Care(Protection protection, @Nullable Upkeep upkeep, Previewing previews, Meter meter) {
        /** Where nobody counts. */
        public Care(Protection protection, @Nullable Upkeep upkeep, Previewing previews) {
            this(protection, upkeep, previews, Meter.NONE);
        }

        /** Without previews. */
        public Care(Protection protection, @Nullable Upkeep upkeep) {
            this(protection, upkeep, Previewing.NONE);
        }
    }

    /** How it ended. */
    public enum End {
        /** It was asked to stop. */
        STOPPED,
        /** Telegram does not take the token. */
        UNAUTHORIZED,
        /** The address to listen on is taken or not of this machine. */
        NOT_LISTENING,
        /** Telegram does not take the webhook. */
        WEBHOOK_REFUSED
    }

    /** Open to everybody, without limits of its own. */
    public TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock) {
        this(settings, store, conversation, clock, new Care(Protection.NONE, null));
    }

    public TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock, Care care) {
        this(settings, store, conversation, clock, care, null);
    }

    /** @param time that waits go by; null: the machine's own */
    TelegramBot(Settings settings, Store store, Function<Request, Reply> conversation, Clock clock, Care care,
            @Nullable Time time) {
        this.settings = settings;
        this.store = store;
        this.conversation = conversation;
        this.clock = clock;
        this.care = care;
        this.protection = care.protection();
        this.tally = new Tally(care.meter());
        this.time = time == null ? new StoppableTime(clock, stopping) : time;
    }

    /** Runs until {@link #stop} is called or Telegram refuses the token. Once stopped it does not run again. */
    public End run() throws InterruptedException {
        synchronized (turns) {
            running = Thread.currentThread();
        }
        try (var api = new BotApi(settings.token(), settings.address(), settings.proxy(), tally.meter())) {
            JsonNode me = stopping.getCount() == 0 ? null : introduced(api);
            if (me == null) {
                return stopping.getCount() == 0 ? End.STOPPED : End.UNAUTHORIZED;
            }
            return received(api, me);
        } catch (InterruptedException e) {
            if (stopping.getCount() > 0) {
                throw e;
            }
            return End.STOPPED;
        } finally {
            leave();
        }
    }

    /** Ends {@link #run}: takes on nothing new, and finishes what is under way within two seconds. */
    public void stop() {
        stopping.countDown();
        synchronized (turns) {
            if (running != null) {
                running.interrupt();
            }
        }
    }

    /** From the next update on, these are let in. */
    public void protect(Protection newly) {
        protection = newly;
    }

    /**
     * Says something to each owner, in private; those who never spoke to the bot cannot be told. Returns when it is said
     * or given up, at most some minutes later; at once where the bot does not run.
     */
    public void tellOwners(Message message) throws InterruptedException {
        Dispatch its = dispatch;
        if (its == null) {
            return;
        }
        for (long owner : protection.owners()) {
            its.say(new Act.Say(new Incoming.Chat(owner, Incoming.Kind.PRIVATE, null), 0, owner, message,
                    settings.language()));
        }
    }

    /** From here on {@link #stop} interrupts no more. */
    private void leave() {
        synchronized (turns) {
            running = null;
            if (stopping.getCount() == 0) {
                Thread.interrupted();
            }
        }
    }

    /** How many chats have something under way that does not stand in a queue. For tests that turn the clock. */
    int atWork() {
        Pace its = pace;
        Intake in = intake;
        return (in == null ? 0 : in.active()) - (its == null ? 0 : its.queued());
    }

    private End received(BotApi api, JsonNode me) throws InterruptedException {
        var marking = new Marking(store, clock);
        Pace its = settings.limited() ? Pace.limited(time) : Pace.unlimited(time);
        var delivery = new Delivery(its, time);
        var unpaced = new Delivery(Pace.unlimited(time), time);
        var replies = new ReplyLog(store.replies(), clock);
        var removal = new Removal(api, delivery, store.replies());
        Intake in = intake(api, me, marking, delivery, replies, removal);
        pace = its;
        intake = in;
        var speech = new Speech(new ButtonData(store.keptCommands()));
        var pump = new NoticePump(store, Composing.of(new Composer()),
                new NoticeSender(api, delivery, speech, tally, clock), time, settings.language(), clock.getZone());
        var tidying = new Tidying(removal, store, clock, time);
        Thread tidier = Thread.ofPlatform().name("tidying").start(tidying::run);
        var profile = new Profile(api, delivery, store.facts(), settings.language());
        Thread telling = Thread.ofVirtual().start(() -> tell(profile, me.path("id").asLong()));
        var registration = new WebhookRegistration(api, unpaced, store.facts());
        try {
            pump.start();
            in.resume();
            return switch (settings.receiving()) {
                case Receiving.Polling polling ->
                    polled(new Poller(api, time, in, registration, marking.trouble(), BotApi.POLL), registration);
                case Receiving.Webhook webhook -> brought(webhook, registration, in, marking.trouble());
            };
        } finally {
            leave();
            tidier.interrupt();
            telling.interrupt();
            pump.end();
            in.finish(LAST_MOMENT);
            pump.close(LAST_NOTICES);
            replies.close();
            tidier.join();
            marking.close();
        }
    }

    /** Everything between an update and its answer. */
    private Intake intake(BotApi api, JsonNode me, Marking marking, Delivery delivery, ReplyLog replies,
            Removal removal) {
        String name = me.path("username").asText("");
        var buttons = new ButtonData(store.keptCommands());
        var speech = new Speech(buttons);
        var unreachable = new Unreachable(clock);
        var its = new Dispatch(api, delivery, speech, store.chats(), replies, unreachable, tally, clock);
        var courier = new Courier(api, delivery, speech, its, removal);
        dispatch = its;
        var addressed = new Addressed.Reader(name);
        var standings = new Standings(api, delivery, clock);
        var links = new DeepLink(name, store.keptCommands());
        Function<Request, Reply> offering = conversation.andThen(new SubscribeButton());
        var groups = new GroupDesk(offering, buttons, name, addressed, store, replies, standings, clock);
        var desk = new PlaceDesk(offering, buttons, links, addressed, new Rights(store.chats(), standings), store,
                care.previews(), Digests.of(store.noticeLog()), new Files(api, delivery), clock)
                .before(new Desk(offering, buttons, links, groups, replies, clock)::of);
        var reception = new Reception(() -> protection, new OwnerDesk(care.upkeep(), store, tally, buttons, clock),
                only -> new MembersOnly(only, api, delivery, clock), new NoticeDesk(store.lostPlaces(), clock, desk));
        var door = new Entrance(new Guard(() -> protection, addressed, clock), unreachable, tally,
                courier.asking(reception), courier.asking(Guard::tooMuch), clock);
        return new Intake(store.inbox(), new IncomingReader(me.path("id").asLong(), name), door, marking, time, clock);
    }

    private static void tell(Profile profile, long bot) {
        try {
            profile.tell(bot);
        } catch (StoreFailure e) {
            LOG.log(System.Logger.Level.WARNING, "what Telegram was told is not remembered: {0}",
                    e.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private End polled(Poller poller, WebhookRegistration registration) throws InterruptedException {
        registration.remove();
        while (stopping.getCount() > 0) {
            if (!poller.once()) {
                return End.UNAUTHORIZED;
            }
        }
        return End.STOPPED;
    }

    private End brought(Receiving.Webhook webhook, WebhookRegistration registration, Intake intake,
            StoreTrouble trouble) throws InterruptedException {
        String secret = trouble.patiently(time, () -> registration.secret(webhook));
        try (var server = new WebhookServer(webhook.listen(), webhook.path(), secret, intake, trouble,
                new Throttle(WEBHOOK_A_SECOND, time))) {
            LOG.log(System.Logger.Level.INFO, "listening on port {0,number,#}", server.port());
            while (stopping.getCount() > 0) {
                boolean set = false;
                try {
                    switch (registration.set(webhook, secret)) {
                        case Outcome.Unauthorized<JsonNode> unauthorized -> {
                            return End.UNAUTHORIZED;
                        }
                        case Outcome.Refused<JsonNode> refused -> {
                            LOG.log(System.Logger.Level.ERROR, "Telegram does not take the webhook: {0}",
                                    refused.description());
                            return End.WEBHOOK_REFUSED;
                        }
                        case Outcome.Done<JsonNode> done -> {
                            set = true;
                            tally.meter().heard();
                        }
                        case Outcome<JsonNode> other -> LOG.log(System.Logger.Level.WARNING,
                                "Telegram cannot be asked about the webhook: {0}", other.getClass().getSimpleName());
                    }
                } catch (StoreFailure e) {
                    trouble.tell(e);
                }
                time.sleep(set ? BETWEEN_LOOKS : PATIENCE);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "cannot listen: {0}", e.getMessage());
            return End.NOT_LISTENING;
        }
        return End.STOPPED;
    }

    private @Nullable JsonNode introduced(BotApi api) throws InterruptedException {
        while (stopping.getCount() > 0) {
            Outcome<JsonNode> outcome = new Delivery(Pace.unlimited(time), time).tried(PATIENCE,
                    () -> api.call(new GetMe()));
            if (outcome instanceof Outcome.Done<JsonNode> me) {
                tally.meter().heard();
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
}
