package guidang.when;

import guidang.archive.When.Relation;

/**
 * A date with the words around it that say how the statement stands to it: 截至, 左右, 之前.
 *
 * @param start with the words before it
 * @param end with the words behind it
 */
record Qualifiers(int start, int end, Relation relation, boolean approximate) {
    private static final String[] ABOUT_BEHIND = {"左右", "前后", "上下", "くらい", "ぐらい", "ごろ", "頃", "顷"};
    private static final String[] BEFORE_BEHIND = {"及之前", "及以前", "或之前", "或更早", "之前", "以前"};
    private static final String[] AFTER_BEHIND = {"及之后", "及以后", "或之后", "之后", "以后", "过后"};
    private static final String[] ABOUT_BEFORE = {"大约是在", "大概是在", "大约在", "大概在", "大约于", "大概于", "大约是", "大概是", "大约从",
            "大概从", "约是", "约于", "约在", "大约", "大概", "around ", "about ", "circa ", "approximately ", "c. ", "ca. "};
    private static final String[] AS_OF_BEFORE = {"截至到", "截止到", "截止至", "截至", "截止", "as of ", "up to ", "until ",
            "till "};
    private static final String[] BEFORE_BEFORE = {"prior to ", "before ", "早于", "不晚于"};
    private static final String[] AFTER_BEFORE = {"after ", "晚于"};

    /** With these characters before it, 约 is the end of another word: 公约, 预约. */
    private static final String NO_ABOUT_AFTER = "公条合节预签制纽契誓解违邀特相盟立条租失大";
    /** With these behind them, 前 and 后 begin another word: 前往, 后来. */
    private static final String NO_BEFORE = "往来夕端台任者述员景途进后线身提方锋列首总副所沿半三十不几曾言段一两年天面世期排辈女夫男妻";
    private static final String NO_AFTER = "来台续者面果代半期宫门端备方悔勤疫天患缀退裔遗援人辈现宅妈母记起卫场";
    private static final int FAR_BEHIND = 8;

    /** The qualifiers of a date that stands from {@code start} to {@code end}; none of them before {@code floor}. */
    static Qualifiers around(FoldedText text, int floor, int start, int end) {
        return new Qualifiers(start, end, Relation.ON, false).behind(text).behind(text).before(text, floor)
                .before(text, floor);
    }

    private Qualifiers behind(FoldedText text) {
        int next = text.spaces(end);
        String word = text.anyOf(next, ABOUT_BEHIND);
        if (!word.isEmpty()) {
            return new Qualifiers(start, next + word.length(), relation, true);
        }
        if (relation != Relation.ON) {
            return this;
        }
        word = text.anyOf(next, BEFORE_BEHIND);
        if (!word.isEmpty()) {
            return new Qualifiers(start, next + word.length(), Relation.BEFORE, approximate);
        }
        word = text.anyOf(next, AFTER_BEHIND);
        if (!word.isEmpty()) {
            return new Qualifiers(start, next + word.length(), Relation.AFTER, approximate);
        }
        if (text.is(next, "为止")) {
            return new Qualifiers(start, next + 2, Relation.AS_OF, approximate);
        }
        if (next == end && text.at(end) == '前' && !text.isIn(end + 1, NO_BEFORE)) {
            return new Qualifiers(start, end + 1, Relation.BEFORE, approximate);
        }
        if (next == end && text.at(end) == '后' && !text.isIn(end + 1, NO_AFTER)) {
            return new Qualifiers(start, end + 1, Relation.AFTER, approximate);
        }
        return this;
    }

    private Qualifiers before(FoldedText text, int floor) {
        int begin = text.spacesBefore(start);
        Qualifiers found = before(text, floor, begin, ABOUT_BEFORE, relation, true);
        found = found.equals(this) ? before(text, floor, begin, AS_OF_BEFORE, Relation.AS_OF, approximate) : found;
        found = found.equals(this) ? before(text, floor, begin, BEFORE_BEFORE, Relation.BEFORE, approximate) : found;
        found = found.equals(this) ? before(text, floor, begin, AFTER_BEFORE, Relation.AFTER, approximate) : found;
        if (!found.equals(this)) {
            return found.relation == relation || relation == Relation.ON
                    ? found
                    : new Qualifiers(found.start, end, relation, found.approximate);
        }
        if (begin > floor && text.at(begin - 1) == '约' && !text.isIn(begin - 2, NO_ABOUT_AFTER)) {
            return new Qualifiers(begin - 1, end, relation, true);
        }
        if (relation == Relation.ON && begin - 2 >= floor && (text.is(begin - 2, "直到") || text.is(begin - 2, "直至"))
                && staysSo(text)) {
            return new Qualifiers(begin - 2, end, Relation.AS_OF, approximate);
        }
        return this;
    }

    private Qualifiers before(FoldedText text, int floor, int begin, String[] words, Relation other, boolean about) {
        for (String word : words) {
            boolean spaced = word.endsWith(" ");
            String bare = spaced ? word.substring(0, word.length() - 1) : word;
            int from = begin - bare.length();
            if (from >= floor && text.is(from, bare)
                    && (!spaced || (begin < start && !text.isLetter(from - 1)))) {
                return new Qualifiers(from, end, other, about);
            }
        }
        return this;
    }

    /** After 直到, whether it stayed so up to then rather than changed then. */
    private boolean staysSo(FoldedText text) {
        for (int i = end; i < end + FAR_BEHIND; i++) {
            if (text.at(i) == '才' || text.at(i) == '。') {
                return false;
            }
            if (!text.anyOf(i, "仍", "依然", "还", "都没", "都未", "目前").isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
