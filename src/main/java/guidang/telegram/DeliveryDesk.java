package guidang.telegram;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;
import guidang.message.SubscriptionPhrase;
import guidang.message.SubscriptionText;
import guidang.message.ZoneName;
import guidang.store.DeliverySettings;
import guidang.store.DeliverySettings.Timing;
import guidang.store.Subscriptions;
import guidang.subscription.Place;

/** Shows and changes how a place is told of changes. */
final class DeliveryDesk {
    /** Not before somebody takes it back. */
    private static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");
    private static final List<Integer> HOURS = List.of(7, 8, 9, 12, 18, 20, 22);
    private static final List<List<Integer>> QUIET = List.of(List.of(0, 0), List.of(22, 8), List.of(23, 7),
            List.of(0, 9));
    private static final int IN_A_ROW = 3;
    private static final int WEEK = 7;
    private static final Pattern ZONE = Pattern.compile(
            "(?i)[/／](?:settings|设置|設定)(?:[@＠]\\w+)?\\s+(?:zone|time\\s?zone|时区|時區)(?:\\s+(.*))?");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Subscriptions subscriptions;
    private final Clock clock;

    DeliveryDesk(Subscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Leads here. */
    static Button button(Language language) {
        return button("🔔 " + SubscriptionPhrase.NOTICES.in(language), new DeliveryControl.Show());
    }

    /** The zone that {@code /settings zone} names; perhaps blank. */
    static Optional<String> zoneTyped(String text) {
        Matcher matcher = ZONE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String named = matcher.group(1);
        return Optional.of(named == null ? "" : named.strip());
    }

    /** Sets the zone that somebody typed. */
    Message zone(Place place, String typed, Language language) {
        if (typed.isEmpty()) {
            return zones(place, language);
        }
        ZoneId zone = ZoneName.read(typed).orElse(null);
        if (zone == null) {
            return SubscriptionText.said(SubscriptionPhrase.ZONE_UNKNOWN.in(language, typed));
        }
        subscriptions.save(place, changed(settings(place), new DeliveryControl.SetZone(zone)));
        return SubscriptionText.said(
                SubscriptionPhrase.ZONE_SET.in(language, ZoneName.of(zone, language), time(zone)));
    }

    /** What the message turns into whose button was pressed. */
    Message pressed(Place place, DeliveryControl control, Language language) {
        if (control instanceof DeliveryControl.Zones) {
            return zones(place, language);
        }
        if (!(control instanceof DeliveryControl.Show)) {
            subscriptions.save(place, changed(settings(place), control));
        }
        return shown(place, language);
    }

    private DeliverySettings settings(Place place) {
        return subscriptions.settings(place).orElseGet(() -> DeliverySettings.usual(clock.getZone()));
    }

    private DeliverySettings changed(DeliverySettings old, DeliveryControl control) {
        return switch (control) {
            case DeliveryControl.Show show -> old;
            case DeliveryControl.Zones zones -> old;
            case DeliveryControl.SetTiming(Timing timing) -> new DeliverySettings(timing, old.hour(), old.weekday(),
                    old.zone(), old.quietFrom(), old.quietTo(), old.silent(), old.pausedUntil());
            case DeliveryControl.SetHour(int hour) -> new DeliverySettings(old.timing(), hour, old.weekday(),
                    old.zone(), old.quietFrom(), old.quietTo(), old.silent(), old.pausedUntil());
            case DeliveryControl.SetWeekday(DayOfWeek day) -> new DeliverySettings(old.timing(), old.hour(), day,
                    old.zone(), old.quietFrom(), old.quietTo(), old.silent(), old.pausedUntil());
            case DeliveryControl.SetZone(ZoneId zone) -> new DeliverySettings(old.timing(), old.hour(), old.weekday(),
                    zone, old.quietFrom(), old.quietTo(), old.silent(), old.pausedUntil());
            case DeliveryControl.SetQuiet(int from, int to) -> new DeliverySettings(old.timing(), old.hour(),
                    old.weekday(), old.zone(), from, to, old.silent(), old.pausedUntil());
            case DeliveryControl.SetSilent(boolean silent) -> new DeliverySettings(old.timing(), old.hour(),
                    old.weekday(), old.zone(), old.quietFrom(), old.quietTo(), silent, old.pausedUntil());
            case DeliveryControl.Pause(int days) -> new DeliverySettings(old.timing(), old.hour(), old.weekday(),
                    old.zone(), old.quietFrom(), old.quietTo(), old.silent(), until(days));
        };
    }

    private @Nullable Instant until(int days) {
        if (days == 0) {
            return null;
        }
        return days < 0 ? FOR_GOOD : clock.instant().plus(Duration.ofDays(days));
    }

    /** Says until when nothing is sent; no line if it is. */
    static List<String> paused(DeliverySettings settings, Instant now, Language language) {
        Instant until = settings.pausedUntil();
        if (until == null || !until.isAfter(now)) {
            return List.of();
        }
        return List.of(until.equals(FOR_GOOD)
                ? SubscriptionPhrase.PAUSED_FOR_GOOD.in(language)
                : SubscriptionPhrase.PAUSED.in(language, DAY.format(until.atZone(settings.zone()))));
    }

    /** What is chosen, a line each, and buttons for what can be chosen instead. */
    Message shown(Place place, Language language) {
        DeliverySettings chosen = settings(place);
        List<String> paused = paused(chosen, clock.instant(), language);
        var lines = new ArrayList<String>();
        var rows = new ArrayList<List<Button>>();
        lines.add((place.topic() == 0 ? SubscriptionPhrase.NOTICES_HEADER : SubscriptionPhrase.NOTICES_TOPIC)
                .in(language));
        lines.add(SubscriptionPhrase.WHEN.in(language, when(chosen, language)));
        rows.add(Arrays.stream(Timing.values()).map(timing -> choice(switch (timing) {
            case AT_ONCE -> SubscriptionPhrase.AT_ONCE.in(language);
            case DAILY -> SubscriptionPhrase.DAILY.in(language);
            case WEEKLY -> SubscriptionPhrase.WEEKLY.in(language);
        }, new DeliveryControl.SetTiming(timing), timing == chosen.timing())).toList());
        if (chosen.timing() == Timing.WEEKLY) {
            rows.add(Arrays.stream(DayOfWeek.values())
                    .map(day -> choice(day.getDisplayName(TextStyle.SHORT, language.locale()),
                            new DeliveryControl.SetWeekday(day), day == chosen.weekday()))
                    .toList());
        }
        if (chosen.timing() != Timing.AT_ONCE) {
            rows.add(HOURS.stream().map(hour -> choice(hour(hour), new DeliveryControl.SetHour(hour),
                    hour == chosen.hour())).toList());
        }
        lines.add(SubscriptionPhrase.ZONE.in(language, ZoneName.of(chosen.zone(), language), time(chosen.zone())));
        lines.add(SubscriptionPhrase.QUIET.in(language, quiet(chosen.quietFrom(), chosen.quietTo(), language)));
        rows.add(QUIET.stream().map(hours -> choice(
                hours.get(0).equals(hours.get(1))
                        ? SubscriptionPhrase.QUIET.in(language, SubscriptionPhrase.QUIET_NONE.in(language))
                        : quiet(hours.get(0), hours.get(1), language),
                new DeliveryControl.SetQuiet(hours.get(0), hours.get(1)),
                isSame(hours, chosen))).toList());
        lines.add(SubscriptionPhrase.SOUND.in(language, (chosen.silent()
                ? SubscriptionPhrase.SOUND_OFF
                : SubscriptionPhrase.SOUND_ON).in(language)));
        rows.add(List.of(
                choice(SubscriptionPhrase.SOUND_ON_BUTTON.in(language), new DeliveryControl.SetSilent(false),
                        !chosen.silent()),
                choice(SubscriptionPhrase.SOUND_OFF_BUTTON.in(language), new DeliveryControl.SetSilent(true),
                        chosen.silent()),
                button(SubscriptionPhrase.ZONE_BUTTON.in(language), new DeliveryControl.Zones())));
        lines.addAll(paused);
        rows.add(paused.isEmpty()
                ? List.of(button(SubscriptionPhrase.PAUSE_DAY.in(language), new DeliveryControl.Pause(1)),
                        button(SubscriptionPhrase.PAUSE_WEEK.in(language), new DeliveryControl.Pause(WEEK)),
                        button(SubscriptionPhrase.PAUSE.in(language), new DeliveryControl.Pause(-1)))
                : List.of(button(SubscriptionPhrase.RESUME.in(language), new DeliveryControl.Pause(0))));
        rows.add(List.of(new Button(guidang.message.Phrase.SETTINGS_CLOSE.in(language),
                new Action.Control(new Control.Close().word()))));
        return SubscriptionDesk.with(SubscriptionText.lines(lines), rows);
    }

    private static boolean isSame(List<Integer> hours, DeliverySettings chosen) {
        return hours.get(0).equals(hours.get(1))
                ? chosen.quietFrom() == chosen.quietTo()
                : hours.equals(List.of(chosen.quietFrom(), chosen.quietTo()));
    }

    private static String when(DeliverySettings chosen, Language language) {
        return switch (chosen.timing()) {
            case AT_ONCE -> SubscriptionPhrase.AT_ONCE.in(language);
            case DAILY -> SubscriptionPhrase.DAILY_AT.in(language, hour(chosen.hour()));
            case WEEKLY -> SubscriptionPhrase.WEEKLY_AT.in(language,
                    chosen.weekday().getDisplayName(TextStyle.FULL, language.locale()), hour(chosen.hour()));
        };
    }

    private static String quiet(int from, int to, Language language) {
        return from == to
                ? SubscriptionPhrase.QUIET_NONE.in(language)
                : SubscriptionPhrase.QUIET_HOURS.in(language, hour(from), hour(to));
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private String time(ZoneId zone) {
        return MINUTE.format(clock.instant().atZone(zone));
    }

    private Message zones(Place place, Language language) {
        DeliverySettings chosen = settings(place);
        List<Button> all = Arrays.stream(ZoneName.values())
                .map(zone -> choice(ZoneName.of(zone.zone(), language), new DeliveryControl.SetZone(zone.zone()),
                        zone.zone().normalized().equals(chosen.zone().normalized())))
                .toList();
        var rows = new ArrayList<List<Button>>();
        for (int i = 0; i < all.size(); i += IN_A_ROW) {
            rows.add(all.subList(i, Math.min(all.size(), i + IN_A_ROW)));
        }
        rows.add(List.of(button(SubscriptionPhrase.BACK.in(language), new DeliveryControl.Show())));
        return SubscriptionDesk.with(SubscriptionText.lines(List.of(
                SubscriptionPhrase.ZONE.in(language, ZoneName.of(chosen.zone(), language), time(chosen.zone())),
                SubscriptionPhrase.ZONE_CHOOSE.in(language))), rows);
    }

    private static Button choice(String label, DeliveryControl control, boolean chosen) {
        return button(chosen ? "✓ " + label : label, control);
    }

    private static Button button(String label, DeliveryControl control) {
        return new Button(label, new Action.Control(new Control.Telling(control).word()));
    }
}
