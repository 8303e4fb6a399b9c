package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;
import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Button;

/** Answers only members of one chat. Whom Telegram knows as a member is remembered for a while. */
final class MembersOnly {
    private static final System.Logger LOG = System.getLogger(MembersOnly.class.getName());
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final String chat;
    private final BotApi api;
    private final Delivery delivery;
    private final Clock clock;
    private final Map<Long, Known> known = new LinkedHashMap<>();

    private record Known(boolean member, Instant until) {}

    /** @param chat its number, or its name with {@code @} */
    MembersOnly(String chat, BotApi api, Delivery delivery, Clock clock) {
        this.chat = chat;
        this.api = api;
        this.delivery = delivery;
        this.clock = clock;
    }

    boolean isOf(String other) {
        return chat.equals(other);
    }

    /** Whether somebody is let in. While Telegram does not say, whoever asks is. */
    boolean admits(Incoming.Person person) throws InterruptedException {
        synchronized (known) {
            Known before = known.get(person.id());
            if (before != null && clock.instant().isBefore(before.until())) {
                return before.member();
            }
        }
        var method = GetChatMember.builder().chatId(chat).userId(person.id()).build();
        Outcome<JsonNode> outcome = delivery.tried(PATIENCE, () -> api.call(method));
        return switch (outcome) {
            case Outcome.Done<JsonNode> done -> remember(person, isMember(done.value()));
            case Outcome.Refused<JsonNode> refused -> {
                boolean stranger = refused.description().contains("user not found")
                        || refused.description().contains("PARTICIPANT_ID_INVALID");
                if (!stranger) {
                    LOG.log(System.Logger.Level.WARNING, "membership cannot be looked up: {0}",
                            Dispatch.told(outcome));
                }
                yield remember(person, false);
            }
            case Outcome.Gone<JsonNode> gone -> {
                LOG.log(System.Logger.Level.WARNING, "membership cannot be looked up: {0}", Dispatch.told(outcome));
                yield remember(person, false);
            }
            default -> true;
        };
    }

    private static boolean isMember(JsonNode member) {
        return switch (member.path("status").asText("")) {
            case "creator", "administrator", "member" -> true;
            case "restricted" -> member.path("is_member").asBoolean();
            default -> false;
        };
    }

    private boolean remember(Incoming.Person person, boolean member) {
        synchronized (known) {
            known.remove(person.id());
            known.put(person.id(), new Known(member, clock.instant().plus(REMEMBERED)));
            if (known.size() > MOST) {
                var oldest = known.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return member;
    }

    /** How somebody who is not let in is told; in a group, where others talk, not at all. */
    List<Act> refusal(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said when said.chat().isPrivate() && !said.edited() -> {
                Language language = Guard.language(said.from());
                var message = new Message(Composer.words(Surrounding.MEMBERS_ONLY, language), List.of(),
                        chat.startsWith("@")
                                ? List.of(List.of(new Button(chat,
                                        new Action.Open("https://t.me/" + chat.substring(1)))))
                                : List.of());
                yield List.of(new Act.Say(said.chat(), 0, said.from().id(), message, language));
            }
            case Incoming.Pressed pressed -> List.of(new Act.Acknowledge(pressed.id(),
                    Composer.words(Surrounding.MEMBERS_ONLY, Guard.language(pressed.from()))));
            case Incoming.Typed typed -> List.of(new Act.Offer(typed.id(), List.of(), "", true,
                    new Act.Offer.Hint(Composer.words(Surrounding.NOTHING_HERE, Guard.language(typed.from())),
                            "inline")));
            default -> List.of();
        };
    }
}
