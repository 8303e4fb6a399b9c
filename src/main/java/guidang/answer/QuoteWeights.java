package guidang.answer;

/**
 * What each sign of an answering sentence is worth.
 *
 * @param characters share of the question's characters and words that the sentence holds
 * @param pairs share of the question's pairs of characters and words
 * @param before the same of the sentence before it in its event
 * @param expected it holds the kind of answer that is asked for
 * @param number it holds a number that is not in the question
 * @param latin it holds a Latin word that is not in the question
 * @param first it begins its event
 * @param tooShort what a fragment loses
 * @param link what a bare link loses
 * @param context how much a term counts that stands in the title or a heading already, 0 to 1
 */
record QuoteWeights(double characters, double pairs, double before, double expected, double number, double latin,
        double first, double tooShort, double link, double context) {
    static final QuoteWeights USUAL = new QuoteWeights(1.0, 1.4, 0.3, 0.5, 0.1, 0.05, 0.08, 0.5, 0.25, 0.4);
}
