package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import guidang.message.Composer;
import guidang.message.Composer.Surrounding;
import guidang.message.Language;
import guidang.message.Message;

/**
 * Decides at the door, when an update arrives, whether it is dealt with. Whoever asks too much is told so once, and then
 * not answered for a minute. Counts what concerns the bot alone.
 */
final class Guard {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;
    /** So much may wait to be said in one chat: more than the pace of a group sends in two minutes. */
    private static final int MOST_WAITING = 30;

    private final Supplier<Protection> inForce;
    private final Addressed.Reader addressed;
    private final Clock clock;
    private final Map<Key, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** What to do with an update. */
    enum Verdict {
        /** Deal with it. */
        PASS,
        /** Say that it is too much. */
        TELL,
        /** Nothing. */
        IGNORE
    }

    private enum Of {
        PERSON, GROUP, INLINE
    }

    private record Key(Of of, long id) {}

    /** What came in the last minute, and until when nothing is taken. */
    private static final class Count {
        private final ArrayDeque<Long> times = new ArrayDeque<>();
        private long quietUntil = Long.MIN_VALUE;
    }

    /**
     * @param inForce may change from one update to the next
     * @param addressed tells what is for the bot in a group
     */
    Guard(Supplier<Protection> inForce, Addressed.Reader addressed, Clock clock) {
        this.inForce = inForce;
        this.addressed = addressed;
        this.clock = clock;
    }

    /** @param waiting how many updates of the same chat are not yet dealt with */
    Verdict judge(Incoming incoming, int waiting) {
        return switch (incoming) {
            case Incoming.Said said when !said.chat().isPrivate() && addressed.read(said).isEmpty() ->
                isBarred(said.from().id(), said.chat().id()) ? Verdict.IGNORE : Verdict.PASS;
            case Incoming.Said said -> judge(Of.PERSON, said.from().id(), said.chat(), waiting);
            case Incoming.Pressed pressed -> judge(Of.PERSON, pressed.from().id(), pressed.chat(), waiting);
            case Incoming.Typed typed ->
                judge(Of.INLINE, typed.from().id(), null, 0) == Verdict.PASS ? Verdict.PASS : Verdict.IGNORE;
            case Incoming.Moved moved -> Verdict.PASS;
            case Incoming.MemberChanged changed -> Verdict.PASS;
            case Incoming.Membership membership -> Verdict.PASS;
            case Incoming.Other other -> Verdict.PASS;
        };
    }

    private Verdict judge(Of of, long person, Incoming.@Nullable Chat chat, int waiting) {
        if (inForce.get().isOwner(person)) {
            return Verdict.PASS;
        }
        Protection protection = inForce.get();
        long place = chat == null ? 0 : chat.id();
        if (isBarred(person, place)) {
            return Verdict.IGNORE;
        }
        boolean group = chat != null && !chat.isPrivate();
        synchronized (counts) {
            Verdict its = count(new Key(of, person),
                    of == Of.INLINE ? protection.inlineAMinute() : protection.personAMinute(),
                    !group && isFull(waiting));
            return its == Verdict.PASS && group
                    ? count(new Key(Of.GROUP, place), protection.groupAMinute(), isFull(waiting))
                    : its;
        }
    }

    private boolean isFull(int waiting) {
        return inForce.get().isLimited() && waiting > MOST_WAITING;
    }

    private boolean isBarred(long person, long chat) {
        Protection protection = inForce.get();
        if (protection.isOwner(person)) {
            return false;
        }
        boolean denied = protection.denied().contains(person) || protection.denied().contains(chat);
        boolean unknown = !protection.allowed().isEmpty() && !protection.allowed().contains(person)
                && !protection.allowed().contains(chat);
        return denied || unknown;
    }

    private Verdict count(Key key, int most, boolean full) {
        long now = clock.millis();
        Count count = counts.computeIfAbsent(key, each -> new Count());
        if (now < count.quietUntil) {
            return Verdict.IGNORE;
        }
        while (!count.times.isEmpty() && count.times.getFirst() <= now - WINDOW.toMillis()) {
            count.times.removeFirst();
        }
        if (full || count.times.size() >= most) {
            count.times.clear();
            count.quietUntil = now + QUIET.toMillis();
            return Verdict.TELL;
        }
        count.times.addLast(now);
        return Verdict.PASS;
    }

    /** How somebody is told that it is too much. */
    static List<Act> tooMuch(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> {
                Language language = language(said.from());
                var message = new Message(words(said.chat().isPrivate(), language), List.of(), List.of());
                yield List.of(new Act.Say(said.chat(), said.messageId(), said.from().id(), message, language));
            }
            case Incoming.Pressed pressed ->
                List.of(new Act.Acknowledge(pressed.id(), words(true, language(pressed.from()))));
            case Incoming.Typed typed -> List.of();
            case Incoming.Moved moved -> List.of();
            case Incoming.MemberChanged changed -> List.of();
            case Incoming.Membership membership -> List.of();
            case Incoming.Other other -> List.of();
        };
    }

    private static String words(boolean alone, Language language) {
        return Composer.words(alone ? Surrounding.TOO_MUCH : Surrounding.TOO_MUCH_HERE, language);
    }

    static Language language(Incoming.Person person) {
        Language language = Desk.language(person);
        return language == null ? Language.SIMPLIFIED : language;
    }
}
