package guidang.telegram;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import guidang.bot.SubjectText;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.SubscriptionPhrase;
import guidang.message.SubscriptionText;
import guidang.store.ChatSettings;
import guidang.store.Chats;
import guidang.store.DeliverySettings;
import guidang.store.Store;
import guidang.store.Subscriptions;
import guidang.subscription.Place;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/**
 * Gives a place its subscriptions and settings as a file, and takes them back. What is there stays: subscriptions are
 * added, settings are taken only where nothing was chosen.
 */
final class MovingDesk {
    static final String FILE = "guidang-subscriptions.json";
    private static final int VERSION = 1;
    private static final int KILOBYTES = 256;
    private static final int MOST_TOLD = 10;
    private static final String NAME = "guidang";

    private final Subscriptions subscriptions;
    private final Chats chats;
    private final Files files;
    private final Clock clock;

    MovingDesk(Store store, Files files, Clock clock) {
        this.subscriptions = store.subscriptions();
        this.chats = store.chats();
        this.files = files;
        this.clock = clock;
    }

    /** Whether a file without words looks like one that was given here. */
    static boolean isExport(Incoming.Said said) {
        return said.document() != null && said.document().name().startsWith(NAME)
                && said.document().name().endsWith(".json");
    }

    /** The file: a version, settings, and each subscription on a line of its own. */
    String exported(Place place) {
        ObjectNode head = Call.JSON.createObjectNode();
        Optional.ofNullable(chats.settings(place.chat()).language()).ifPresent(each -> head.put("language", each));
        subscriptions.settings(place).ifPresent(each -> head.set("notices", written(each)));
        var text = new StringBuilder("{\"").append(NAME).append("\":").append(VERSION);
        head.properties().forEach(field -> text.append(",\n\"").append(field.getKey()).append("\":")
                .append(field.getValue()));
        text.append(",\n\"subscriptions\":[");
        String between = "\n";
        for (Subscription one : subscriptions.of(place)) {
            ObjectNode line = Call.JSON.createObjectNode().put("subject", SubjectText.write(one.subject()));
            var kinds = line.putArray("kinds");
            one.kinds().stream().sorted().forEach(kind -> kinds.add(kind.name()));
            text.append(between).append(line);
            between = ",\n";
        }
        return text.append("]}\n").toString();
    }

    private static ObjectNode written(DeliverySettings settings) {
        return Call.JSON.createObjectNode().put("timing", settings.timing().name()).put("hour", settings.hour())
                .put("weekday", settings.weekday().name()).put("zone", settings.zone().getId())
                .put("quietFrom", settings.quietFrom()).put("quietTo", settings.quietTo())
                .put("silent", settings.silent());
    }

    /** Takes back what a file holds, and says what it could not take; {@code document} is null where none was sent. */
    Message imported(Place place, Incoming.@Nullable Document document, Language language)
            throws InterruptedException {
        if (document == null) {
            return said(SubscriptionPhrase.IMPORT_HOW.in(language));
        }
        int most = KILOBYTES * 1_024;
        if (document.size() > most) {
            return said(SubscriptionPhrase.IMPORT_TOO_BIG.in(language, KILOBYTES));
        }
        String text = files.text(document, most + 1).orElse(null);
        if (text == null) {
            return said(SubscriptionPhrase.IMPORT_NOT_FETCHED.in(language));
        }
        return text.length() > most
                ? said(SubscriptionPhrase.IMPORT_TOO_BIG.in(language, KILOBYTES))
                : taken(place, text, language);
    }

    private Message taken(Place place, String text, Language language) {
        JsonNode file;
        try {
            file = Call.JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            return said(SubscriptionPhrase.IMPORT_UNREADABLE.in(language));
        }
        if (file == null || !file.path(NAME).isInt() || !file.path("subscriptions").isArray()) {
            return said(SubscriptionPhrase.IMPORT_UNREADABLE.in(language));
        }
        if (file.path(NAME).asInt() != VERSION) {
            return said(SubscriptionPhrase.IMPORT_NEWER.in(language));
        }
        var lines = new ArrayList<String>();
        var left = new ArrayList<String>();
        int[] counts = subscriptions(place, file.path("subscriptions"), left, language);
        if (counts[0] > 0) {
            chats.speaks(place.chat(), language.locale().toLanguageTag(), clock.instant());
        }
        lines.add(SubscriptionPhrase.IMPORTED.in(language, counts[0], counts[1]));
        if (settings(place, file)) {
            lines.add(SubscriptionPhrase.IMPORT_SETTINGS.in(language));
        }
        if (!left.isEmpty()) {
            lines.add(SubscriptionPhrase.IMPORT_LEFT.in(language, left.size()));
            lines.addAll(left.subList(0, Math.min(MOST_TOLD, left.size())));
        }
        return said(String.join("\n", lines));
    }

    /** @return how many were added, and how many were there */
    private int[] subscriptions(Place place, JsonNode lines, List<String> left, Language language) {
        Set<Subject> there = new HashSet<>();
        subscriptions.of(place).forEach(one -> there.add(one.subject()));
        int added = 0;
        int before = 0;
        int number = 0;
        Instant now = clock.instant();
        for (JsonNode line : lines) {
            number++;
            Subject subject = subject(line.path("subject")).orElse(null);
            Set<Wanted> kinds = kinds(line.path("kinds"));
            SubscriptionPhrase wrong = subject == null
                    ? SubscriptionPhrase.IMPORT_BAD_SUBJECT
                    : kinds.isEmpty() ? SubscriptionPhrase.IMPORT_BAD_KINDS : null;
            if (subject != null && there.contains(subject)) {
                before++;
            } else if (wrong != null || subject == null) {
                left.add(SubscriptionPhrase.IMPORT_LINE.in(language, number,
                        (wrong == null ? SubscriptionPhrase.IMPORT_BAD_SUBJECT : wrong).in(language)));
            } else if (there.size() >= SubscriptionDesk.MOST) {
                left.add(SubscriptionPhrase.IMPORT_LINE.in(language, number,
                        SubscriptionPhrase.IMPORT_FULL.in(language, SubscriptionDesk.MOST)));
            } else {
                subscriptions.save(new Subscription(Subscriptions.newId(), place, subject, kinds),
                        now.plusMillis(number));
                there.add(subject);
                added++;
            }
        }
        return new int[]{added, before};
    }

    private static Optional<Subject> subject(JsonNode written) {
        return written.isTextual() && written.asText().length() <= 2 * SubjectText.LONGEST
                ? SubjectText.read(written.asText())
                : Optional.empty();
    }

    /** Empty if one is unknown. */
    private static Set<Wanted> kinds(JsonNode written) {
        var kinds = EnumSet.noneOf(Wanted.class);
        for (JsonNode each : written) {
            try {
                kinds.add(Wanted.valueOf(each.asText("")));
            } catch (IllegalArgumentException unknown) {
                return Set.of();
            }
        }
        return kinds;
    }

    /** @return whether any were taken */
    private boolean settings(Place place, JsonNode file) {
        boolean taken = false;
        ChatSettings old = chats.settings(place.chat());
        String language = file.path("language").asText("");
        boolean spoken = List.of(Language.values()).stream()
                .anyMatch(each -> each.locale().toLanguageTag().equals(language));
        if (old.language() == null && spoken) {
            chats.save(place.chat(), new ChatSettings(language, old.changedBy(), old.length(), old.expireMinutes()),
                    clock.instant());
            taken = true;
        }
        DeliverySettings notices = notices(file.path("notices")).orElse(null);
        if (notices != null && subscriptions.settings(place).isEmpty()) {
            subscriptions.save(place, notices);
            taken = true;
        }
        return taken;
    }

    private static Optional<DeliverySettings> notices(JsonNode written) {
        try {
            return Optional.of(new DeliverySettings(DeliverySettings.Timing.valueOf(written.path("timing").asText("")),
                    written.path("hour").asInt(-1), DayOfWeek.valueOf(written.path("weekday").asText("")),
                    ZoneId.of(written.path("zone").asText("")), written.path("quietFrom").asInt(-1),
                    written.path("quietTo").asInt(-1), written.path("silent").asBoolean(), null));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Message said(String text) {
        return SubscriptionText.said(text);
    }
}
