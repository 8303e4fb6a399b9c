package guidang.query;

import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/** What may stand before a colon. */
enum Operator {
    TAG, IN, SITE, BY, DATE, BEFORE, AFTER;

    /** The longest name, in UTF-16 units. */
    static final int LONGEST = 6;

    private static final Map<String, Operator> BY_NAME = Map.ofEntries(entry("tag", TAG), entry("tags", TAG),
            entry("标签", TAG), entry("in", IN), entry("folder", IN), entry("path", IN), entry("目录", IN),
            entry("文件夹", IN), entry("site", SITE), entry("source", SITE), entry("host", SITE), entry("来源", SITE),
            entry("网站", SITE), entry("by", BY), entry("author", BY), entry("作者", BY), entry("date", DATE),
            entry("日期", DATE), entry("时间", DATE), entry("before", BEFORE), entry("早于", BEFORE),
            entry("after", AFTER), entry("since", AFTER), entry("晚于", AFTER));

    /** The operator with a name, which is folded. */
    static Optional<Operator> named(String folded) {
        return Optional.ofNullable(BY_NAME.get(folded));
    }
}
