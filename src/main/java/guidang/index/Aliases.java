package guidang.index;

import java.util.List;
import java.util.Set;

/**
 * Names that mean the same: 微信 = WeChat = Weixin.
 *
 * @param groups each a set of names, as written
 */
public record Aliases(List<Set<String>> groups) {
    public Aliases {
        groups = List.copyOf(groups);
    }

    /** No aliases. */
    public static Aliases none() {
        return new Aliases(List.of());
    }
}
