package guidang.when;

import org.jspecify.annotations.Nullable;

/**
 * One or several short numbers before a unit: {@code 8月}, {@code 1-6月}, {@code 4、5月}, {@code 10至12日}.
 *
 * @param last 0 if there is one
 * @param end where the unit ends
 */
record Series(int first, int last, int end) {
    private static final int MOST = 6;

    /** The series that begins at {@code i} with its unit, one of a set of characters; null if there is none. */
    static @Nullable Series at(FoldedText text, int i, String units) {
        Numeral first = Numeral.at(text, i);
        if (first == null || !first.isShort()) {
            return null;
        }
        Numeral number = first;
        for (int count = 1; count <= MOST; count++) {
            int next = text.spaces(number.end());
            if (text.isIn(next, units)) {
                boolean one = count == 1;
                return one || number.value() > first.value()
                        ? new Series(first.value(), one ? 0 : number.value(), next + 1)
                        : null;
            }
            if (!text.isIn(next, "、/-~–至到和或及与")) {
                return null;
            }
            Numeral following = Numeral.at(text, text.spaces(next + 1));
            if (following == null || !following.isShort()) {
                return null;
            }
            number = following;
        }
        return null;
    }
}
