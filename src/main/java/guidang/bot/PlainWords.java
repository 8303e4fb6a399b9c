package guidang.bot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of a messenger said in plain words. A word that only begins with one (订阅号) is none. */
final class PlainWords {
    private static final Pattern SUBSCRIBE = Pattern
            .compile("(?i)(?:(?:订阅|訂閱)[\\s　:：]+|subscribe(?:\\s+to)?\\s+)(\\S.*)", Pattern.DOTALL);
    private static final Pattern UNSUBSCRIBE = Pattern.compile(
            "(?i)(?:(?:取消订阅|取消訂閱|退订|退訂)(?:[\\s　:：]+(\\S.*))?|unsubscribe(?:\\s+from)?(?:\\s+(\\S.*))?)",
            Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("(?i)我的订阅|我的訂閱|my subscriptions");

    private PlainWords() {}

    static Optional<Command.OfPlace> ofPlace(String typed) {
        String text = typed.strip();
        if (LIST.matcher(text).matches()) {
            return Optional.of(new Command.Subscriptions());
        }
        Matcher unsubscribe = UNSUBSCRIBE.matcher(text);
        if (unsubscribe.matches()) {
            String chinese = unsubscribe.group(1);
            String english = unsubscribe.group(2);
            String what = chinese == null ? english == null ? "" : english : chinese;
            return Optional.of(new Command.Unsubscribe(what.strip()));
        }
        Matcher subscribe = SUBSCRIBE.matcher(text);
        return subscribe.matches() ? Optional.of(new Command.Subscribe(subscribe.group(1).strip())) : Optional.empty();
    }
}
