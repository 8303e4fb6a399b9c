package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;

/** What people are in groups, as Telegram says; remembered for five minutes, or until it says that it changed. */
final class Standings {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final BotApi api;
    private final Delivery delivery;
    private final Clock clock;
    private final Map<Member, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /** What somebody is in a group. */
    enum Standing {
        CREATOR, ADMIN, MEMBER, OUTSIDE,
        /** Telegram did not say. */
        UNKNOWN;

        boolean isAdmin() {
            return this == CREATOR || this == ADMIN;
        }

        boolean isInside() {
            return isAdmin() || this == MEMBER;
        }
    }

    private record Member(long chat, long person) {}

    private record Known(Standing standing, Instant at) {}

    Standings(BotApi api, Delivery delivery, Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Who speaks as the group itself is one of its admins. May ask Telegram, and wait for a few seconds. */
    Standing of(long chat, long person) throws InterruptedException {
        if (person == chat) {
            return Standing.ADMIN;
        }
        var member = new Member(chat, person);
        Instant now = clock.instant();
        synchronized (known) {
            Known before = known.get(member);
            if (before != null && before.at().plus(REMEMBERED).isAfter(now)) {
                return before.standing();
            }
        }
        Standing standing = person > 0 ? asked(chat, person) : Standing.OUTSIDE;
        if (standing != Standing.UNKNOWN) {
            synchronized (known) {
                known.put(member, new Known(standing, now));
                var oldest = known.keySet().iterator();
                while (known.size() > MOST) {
                    oldest.next();
                    oldest.remove();
                }
            }
        }
        return standing;
    }

    /** Somebody's rights changed. */
    void forget(long chat, long person) {
        synchronized (known) {
            known.remove(new Member(chat, person));
        }
    }

    private Standing asked(long chat, long person) throws InterruptedException {
        var method = GetChatMember.builder().chatId(chat).userId(person).build();
        Outcome<JsonNode> outcome = delivery.tried(PATIENCE, () -> api.call(method));
        return switch (outcome) {
            case Outcome.Done<JsonNode> done -> switch (done.value().path("status").asText("")) {
                case "creator" -> Standing.CREATOR;
                case "administrator" -> Standing.ADMIN;
                case "member" -> Standing.MEMBER;
                case "restricted" ->
                    done.value().path("is_member").asBoolean(true) ? Standing.MEMBER : Standing.OUTSIDE;
                default -> Standing.OUTSIDE;
            };
            case Outcome.Moved<JsonNode> moved -> of(moved.to(), person);
            // USER_ID_INVALID, PARTICIPANT_ID_INVALID: nobody whom the group knows.
            case Outcome.Refused<JsonNode> refused -> Standing.OUTSIDE;
            case Outcome.Gone<JsonNode> gone -> Standing.OUTSIDE;
            default -> Standing.UNKNOWN;
        };
    }
}
