package guidang.telegram;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import guidang.bot.SubjectText;
import guidang.subscription.Subscription;
import guidang.subscription.Subscription.Subject;
import guidang.subscription.Subscription.Wanted;

/** A subscription that was ended and can be brought back. */
record KeptSubscription(String id, Subject subject, Set<Wanted> kinds) {
    static String write(Subscription one) {
        return one.id() + " " + one.kinds().stream().sorted().map(Wanted::name).collect(Collectors.joining(",")) + " "
                + SubjectText.write(one.subject());
    }

    static Optional<KeptSubscription> read(String kept) {
        String[] parts = kept.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Set<Wanted> kinds = Arrays.stream(parts[1].split(",")).map(Wanted::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return SubjectText.read(parts[2]).map(subject -> new KeptSubscription(parts[0], subject, kinds));
    }
}
