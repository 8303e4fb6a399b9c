package guidang.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import guidang.bot.Command;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.telegram.Meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Counts and times, in the form that Prometheus reads. Labels name kinds, commands, methods and outcomes, of which there
 * are few; never a person, a chat or a word.
 */
public final class Meters implements Meter, AutoCloseable {
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
            Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1)};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Pulse pulse;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private volatile @Nullable Reading reading;

    /**
     * @param version of the bot
     * @param pulse told as well of what is heard
     */
    public Meters(String version, Pulse pulse, Clock clock) {
        this.pulse = pulse;
        for (MeterBinder jvm : List.of(new JvmMemoryMetrics(), collections, new JvmThreadMetrics(),
                new ProcessorMetrics(), new FileDescriptorMetrics(), new UptimeMetrics())) {
            jvm.bindTo(registry);
        }
        Gauge.builder("guidang.version", () -> 1).description("The version that runs.").tag("version", version)
                .register(registry);
        Gauge.builder("guidang.polling.age", () -> seconds(Duration.between(pulse.heardAt(), clock.instant())))
                .baseUnit("seconds").description("Since Telegram last answered a request for updates.")
                .register(registry);
        gauge("guidang.inbox.open", "Updates still to be dealt with.", Reading::open);
        gauge("guidang.inbox.aside", "Updates set aside because they cannot be dealt with.", Reading::aside);
        gauge("guidang.outbox.depth", "Notices still to be sent.", Reading::waiting);
        seconds("guidang.outbox.oldest.age", "How long the oldest of them has been due.",
                found -> seconds(found.oldest()));
        gauge("guidang.index.entries", "Entries that are answered from.", Reading::entries);
        gauge("guidang.index.events", "Events that are answered from.", Reading::events);
        seconds("guidang.index.age", "Since the index was last brought up to date with the archive.",
                found -> seconds(Duration.between(found.read(), clock.instant())));
        seconds("guidang.archive.change.age", "Since the newest change of the archive that is known.",
                found -> seconds(Duration.between(found.changed(), clock.instant())));
        gauge("guidang.archive.problems", "What is wrong in the archive.", Reading::problems);
    }

    private void gauge(String name, String description, ToDoubleFunction<Reading> value) {
        Gauge.builder(name, () -> of(value)).description(description).register(registry);
    }

    private void seconds(String name, String description, ToDoubleFunction<Reading> value) {
        Gauge.builder(name, () -> of(value)).description(description).baseUnit("seconds").register(registry);
    }

    private double of(ToDoubleFunction<Reading> value) {
        Reading found = reading;
        return found == null ? Double.NaN : value.applyAsDouble(found);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** Takes what was looked up, to be told until the next time. */
    public void take(Reading now) {
        reading = now;
    }

    /** Tells whether something goes on, under its name. */
    void watch(String name, BooleanSupplier well) {
        Gauge.builder("guidang.watch.well", () -> well.getAsBoolean() ? 1 : 0)
                .description("1 if it goes on, 0 if it stands still.").tag("watch", name).register(registry);
    }

    /** The same replies, counted and timed by command and outcome. */
    public Function<Request, Reply> measuring(Function<Request, Reply> conversation) {
        return request -> {
            long begun = System.nanoTime();
            Reply reply = conversation.apply(request);
            String outcome = reply.failed() ? "failed" : reply.answered() ? "answered" : "nothing";
            timer("guidang.reply", "From a request to what is said, without sending it.", "command", command(request),
                    "outcome", outcome).record(Duration.ofNanos(System.nanoTime() - begun));
            return reply;
        };
    }

    private static String command(Request request) {
        return Command.of(request.text()).getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public void arrived(Kind kind, Entry entry) {
        registry.counter("guidang.updates", "kind", lower(kind), "entry", lower(entry)).increment();
    }

    @Override
    public void dealtWith(Kind kind, Duration took) {
        timer("guidang.update", "From an update's arrival until all that it asks for is done.", "kind", lower(kind))
                .record(took);
    }

    @Override
    public void late(Duration lag) {
        timer("guidang.update.lag", "How long a message was under way until it arrived, to the second.")
                .record(lag.isNegative() ? Duration.ZERO : lag);
    }

    @Override
    public void called(String method, String outcome, Duration took) {
        if (method.equals("getUpdates")) {
            registry.counter("guidang.polls", "outcome", outcome).increment();
        } else {
            timer("guidang.call", "Calls to Telegram; sends among them.", "method", method, "outcome", outcome)
                    .record(took);
        }
    }

    @Override
    public void heard() {
        pulse.heard();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Timer timer(String name, String description, String... tags) {
        return Timer.builder(name).description(description).tags(tags).serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    boolean hasHeard() {
        return pulse.ever();
    }

    /** Everything, as Prometheus reads it (text format 0.0.4). */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
