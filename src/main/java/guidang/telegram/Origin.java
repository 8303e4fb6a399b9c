package guidang.telegram;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where in a group something was asked, so that what is looked up privately can be sent back there.
 *
 * @param topic of a forum; null outside one
 * @param asked the message that the reply answers
 * @param at when the private chat was opened with it
 * @param command as it can be sent again
 */
record Origin(long chat, @Nullable Integer topic, int asked, Instant at, int page, String command) {
    /** As it is kept; begins as no command does. */
    String kept() {
        return "group " + chat + " " + (topic == null ? 0 : topic) + " " + asked + " " + at.getEpochSecond() + " "
                + page
                + "\n" + command;
    }

    /** Empty if something else was kept. */
    static Optional<Origin> of(String kept) {
        int end = kept.indexOf('\n');
        String[] head = kept.substring(0, Math.max(0, end)).split(" ", -1);
        if (head.length != 6 || !head[0].equals("group")) {
            return Optional.empty();
        }
        int topic = Integer.parseInt(head[2]);
        return Optional.of(new Origin(Long.parseLong(head[1]), topic == 0 ? null : topic, Integer.parseInt(head[3]),
                Instant.ofEpochSecond(Long.parseLong(head[4])), Integer.parseInt(head[5]), kept.substring(end + 1)));
    }

    Origin opened(Instant now) {
        return new Origin(chat, topic, asked, now, page, command);
    }

    Incoming.Chat place() {
        return new Incoming.Chat(chat, Incoming.Kind.GROUP, topic);
    }
}
