package guidang.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

import com.fasterxml.jackson.databind.JsonNode;

import guidang.delivery.Attempt;
import guidang.delivery.Delivery;
import guidang.delivery.Destination;
import guidang.delivery.Outcome;
import guidang.delivery.Pace.Urgency;
import guidang.message.Message;
import guidang.picture.Picture;
import guidang.store.Chats;
import guidang.store.Replies;

/**
 * Brings a message to its chat, and does once what each outcome asks for: follows a group to its new number, leaves out
 * what Telegram refuses, gives up on a chat that is gone. What cannot be sent is told to the log in one line, without
 * words and without numbers of people.
 */
final class Dispatch {
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());
    /** How long a reply is worth another try. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_DESCRIPTION = 100;
    /** What a description may quote: what was sent, and numbers of people. */
    private static final Pattern QUOTED = Pattern.compile("[\"'«].*[\"'»]|-?\\d{5,}|[^\\p{ASCII}]+");

    private final BotApi api;
    private final Delivery delivery;
    private final Speech speech;
    private final Chats chats;
    private final ReplyLog replies;
    private final Unreachable unreachable;
    private final ClosedGroups closed;
    private final Tally tally;
    private final Clock clock;

    Dispatch(BotApi api, Delivery delivery, Speech speech, Chats chats, ReplyLog replies, Unreachable unreachable,
            Tally tally, Clock clock) {
        this.api = api;
        this.delivery = delivery;
        this.speech = speech;
        this.chats = chats;
        this.replies = replies;
        this.unreachable = unreachable;
        this.closed = new ClosedGroups(chats, clock);
        this.tally = tally;
        this.clock = clock;
    }

    /** Says it, and remembers whose reply it is. */
    Outcome<JsonNode> say(Act.Say wanted) throws InterruptedException {
        Act.Say say = wanted;
        Set<Remedy> tried = EnumSet.noneOf(Remedy.class);
        boolean moved = false;
        while (true) {
            Outcome<JsonNode> outcome = sent(say);
            if (outcome instanceof Outcome.Done<JsonNode> done) {
                tally.count(Tally.What.SENT);
                keep(say, done.value().path("message_id").asInt(0));
                return outcome;
            } else if (outcome instanceof Outcome.Moved<JsonNode> to && !moved) {
                moved = true;
                say = say.in(moved(say.chat(), to.to()));
            } else if (outcome instanceof Outcome.Refused<JsonNode> refused && say.picture() != null
                    && Remedy.of(refused).isOfForm()) {
                say = say.with(say.message());
            } else if (outcome instanceof Outcome.Refused<JsonNode> refused && tried.add(Remedy.of(refused))) {
                Act.Say other = switch (Remedy.of(refused)) {
                    case WITHOUT_ANSWERING -> say.answering(0);
                    case WITHOUT_TOPIC -> say.in(new Incoming.Chat(say.chat().id(), say.chat().kind(), null));
                    case PLAIN -> say.with(plain(say.message()));
                    case NOWHERE -> closed.instead(say).orElse(null);
                    case NONE_NEEDED, SEND_INSTEAD -> null;
                };
                if (other == null) {
                    return dropped(say, outcome);
                }
                say = other;
            } else {
                return dropped(say, outcome);
            }
        }
    }

    private Outcome<JsonNode> sent(Act.Say say) throws InterruptedException {
        Picture picture = say.picture();
        if (picture == null) {
            return deliver(say.chat(), speech.send(say, clock.instant()));
        }
        Upload upload = speech.photo(say, picture, clock.instant());
        return deliver(say.chat(), () -> api.call(upload));
    }

    private Outcome<JsonNode> dropped(Act.Say say, Outcome<JsonNode> outcome) {
        return dropped(say.picture() == null ? "sendMessage" : "sendPhoto", say.chat(), outcome);
    }

    /** Sends a file, to where the chat is now. */
    Outcome<JsonNode> send(Act.SendFile file) throws InterruptedException {
        Outcome<JsonNode> outcome = upload(file.chat(), file);
        if (outcome instanceof Outcome.Moved<JsonNode> to) {
            outcome = upload(moved(file.chat(), to.to()), file);
        }
        if (outcome instanceof Outcome.Done) {
            tally.count(Tally.What.SENT);
            return outcome;
        }
        return dropped("sendDocument", file.chat(), outcome);
    }

    private Outcome<JsonNode> upload(Incoming.Chat chat, Act.SendFile file) throws InterruptedException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", chat.id());
        if (chat.topic() != null) {
            fields.put("message_thread_id", chat.topic());
        }
        fields.put("caption", file.caption());
        if (file.answers() != 0 && chat.equals(file.chat())) {
            fields.put("reply_parameters",
                    Map.of("message_id", file.answers(), "allow_sending_without_reply", true));
        }
        var upload = new Upload("sendDocument", fields, "document", file.name(), "application/json",
                file.text().getBytes(StandardCharsets.UTF_8));
        return deliver(chat, () -> api.call(upload));
    }

    /** Puts it in the place of a message of the bot; where that is gone, says it. */
    Outcome<JsonNode> rewrite(Act.Rewrite wanted) throws InterruptedException {
        Act.Rewrite rewrite = wanted;
        boolean plain = false;
        while (true) {
            Outcome<JsonNode> outcome = deliver(rewrite.chat(), speech.edit(rewrite, clock.instant()));
            if (outcome instanceof Outcome.Done) {
                tally.count(Tally.What.CHANGED);
                return outcome;
            } else if (outcome instanceof Outcome.Moved<JsonNode> to) {
                // Messages are counted anew there: none has the number of this one.
                return say(instead(rewrite, moved(rewrite.chat(), to.to())));
            } else if (outcome instanceof Outcome.Refused<JsonNode> refused) {
                switch (Remedy.of(refused)) {
                    case NONE_NEEDED -> {
                        tally.count(Tally.What.CHANGED);
                        return outcome;
                    }
                    case SEND_INSTEAD -> {
                        return say(instead(rewrite, rewrite.chat()));
                    }
                    case PLAIN, WITHOUT_ANSWERING, WITHOUT_TOPIC, NOWHERE -> {
                        if (plain || Remedy.of(refused) == Remedy.NOWHERE) {
                            return dropped("editMessageText", rewrite.chat(), outcome);
                        }
                        plain = true;
                        rewrite = new Act.Rewrite(rewrite.chat(), rewrite.messageId(), plain(rewrite.message()),
                                rewrite.language());
                    }
                }
            } else {
                return dropped("editMessageText", rewrite.chat(), outcome);
            }
        }
    }

    private Act.Say instead(Act.Rewrite rewrite, Incoming.Chat chat) {
        Replies.Reply reply = replies.at(rewrite.chat().id(), rewrite.messageId())
                .orElse(new Replies.Reply(chat.id(), 0, 0, 0));
        boolean same = chat.equals(rewrite.chat());
        return new Act.Say(chat, same ? reply.answers() : 0, reply.asker(), rewrite.message(), rewrite.language(),
                same ? reply.asked() : 0, null);
    }

    private Incoming.Chat moved(Incoming.Chat from, long to) {
        chats.move(from.id(), to);
        return new Incoming.Chat(to, from.kind(), null);
    }

    /** In private only what answers something; in a group each, for it may be taken away again. */
    private void keep(Act.Say say, int message) {
        if (message == 0 || (say.chat().isPrivate() && say.asked() == 0)) {
            return;
        }
        var reply = new Replies.Reply(say.chat().id(), message, say.asked(), say.asker(),
                say.answers());
        int minutes = say.chat().isPrivate() ? 0 : chats.settings(say.chat().id()).expireMinutes();
        replies.keep(reply, minutes == 0 ? null : clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private Outcome<JsonNode> deliver(Incoming.Chat chat, BotApiMethod<?> method) throws InterruptedException {
        return deliver(chat, () -> api.call(method));
    }

    private Outcome<JsonNode> deliver(Incoming.Chat chat, Attempt<JsonNode> call) throws InterruptedException {
        if (unreachable.contains(chat.id())) {
            return new Outcome.Gone<>("");
        }
        return delivery.deliver(new Destination(chat.id(), !chat.isPrivate()), Urgency.REPLY, PATIENCE,
                () -> unreachable.contains(chat.id()) ? new Outcome.Gone<>("") : call.make());
    }

    private Outcome<JsonNode> dropped(String method, Incoming.Chat chat, Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.Gone<JsonNode> gone) {
            tally.count(Tally.What.UNREACHABLE);
            if (gone.description().isEmpty()) {
                return outcome;
            }
            unreachable.lost(chat.id());
        } else {
            tally.count(outcome instanceof Outcome.Refused ? Tally.What.REFUSED : Tally.What.GAVE_UP);
        }
        LOG.log(System.Logger.Level.WARNING, "{0} was dropped: {1}", method, told(outcome));
        return outcome;
    }

    private static Message plain(Message message) {
        return new Message(message.text(), List.of(), List.of());
    }

    /** What became of a call, fit for a log. */
    static String told(Outcome<?> outcome) {
        String words = switch (outcome) {
            case Outcome.Refused<?> refused -> refused.code() + " " + refused.description();
            case Outcome.Gone<?> gone -> "403 " + gone.description();
            case Outcome.TooMany<?> many -> "429 retry after " + many.retryAfter().toSeconds();
            case Outcome.Failing<?> failing -> failing.description();
            case Outcome.Unsure<?> unsure -> unsure.description();
            case Outcome.Done<?> done -> "done";
            case Outcome.Moved<?> moved -> "moved again";
            case Outcome.Unauthorized<?> unauthorized -> "401";
            case Outcome.Conflict<?> conflict -> "409";
        };
        return safe(words);
    }

    /** Without what was sent and without numbers of people. */
    static String safe(String description) {
        String safe = QUOTED.matcher(description).replaceAll("…");
        return safe.length() > MOST_DESCRIPTION ? safe.substring(0, MOST_DESCRIPTION) : safe;
    }
}
