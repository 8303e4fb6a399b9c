package guidang.when;

import java.util.stream.Stream;

import guidang.archive.When.Relation;

/**
 * A date with the words around it that say how the statement stands to it: 截至, 左右, 之前.
 *
 * @param start with the words before it
 * @param end with the words behind it
 */
record Qualifiers(int start, int end, Relation relation, boolean approximate) {
    /** A word before a date. */
    private record Word(String text, Relation relation, boolean about) {}

    private static final String[] ABOUT_BEHIND = {"左右", "前后", "上下", "くらい", "ぐらい", "ごろ", "頃", "顷"};
    private static final String[] BEFORE_BEHIND = {"及之前", "及以前", "或之前", "或更早", "之前", "以前"};
    private static final String[] AFTER_BEHIND = {"及之后", "及以后", "或之后", "之后", "以后", "过后"};
    private static final Word[] BEFORE = Stream
            .of(words(Relation.ON, true, "大约是在", "大概是在", "大约在", "大概在", "大约于", "大概于", "大约是", "大概是", "大约从", "大概从",
                    "约是", "约于", "约在", "大约", "大概", "around", "about", "circa", "approximately", "c.", "ca."),
                    words(Relation.AS_OF, false, "截至到", "截止到", "截止至", "截至", "截止", "as of", "up to", "until", "till"),
                    words(Relation.BEFORE, false, "prior to", "before", "早于", "不晚于"),
                    words(Relation.AFTER, false, "after", "晚于"))
            .flatMap(words -> words).toArray(Word[]::new);

    /** With these characters before it, 约 is the end of another word: 公约, 预约. */
    private static final String NO_ABOUT_AFTER = "公条合节预签制纽契誓解违邀特相盟立条租失大";
    /** With these behind them, 前 and 后 begin another word: 前往, 后来. */
    private static final String NO_BEFORE = "往来夕端台任者述员景途进后线身提方锋列首总副所沿半三十不几曾言段一两年天面世期排辈女夫男妻";
    private static final String NO_AFTER = "来台续者面果代半期宫门端备方悔勤疫天患缀退裔遗援人辈现宅妈母记起卫场";
    private static final int FAR_BEHIND = 8;

    private static Stream<Word> words(Relation relation, boolean about, String... texts) {
        return Stream.of(texts).map(text -> new Word(text, relation, about));
    }

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
        for (Word word : BEFORE) {
            int from = begin - word.text.length();
            boolean english = text.isLetter(begin - 1) || text.at(begin - 1) == '.';
            if (from >= floor && text.is(from, word.text)
                    && (!english || (begin < start && !text.isLetter(from - 1)))) {
                Relation other = relation == Relation.ON ? word.relation : relation;
                return new Qualifiers(from, end, other, approximate || word.about);
            }
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
