package guidang.index;

/**
 * What the second look sees in a candidate, each 0 to 1, and how much it counts. The weights were fitted on judged
 * questions; those from {@link #PERIOD} on, which few questions touch, are set by hand.
 */
enum Feature {
    /** Its score among the candidates, as a share of the best. */
    CANDIDATE(1.0),
    /** Share of what is asked, by rarity, that its text, headings, title and citations hold. */
    COVERED(0.15),
    /** The same of its text alone. */
    COVERED_BODY(0.2),
    /** Share of the single characters and words asked, by rarity, that its text holds. */
    SINGLES(0.35),
    /** Share of what is asked that its best sentence holds. */
    SENTENCE(0.55),
    /** The same, by single characters and words. */
    SENTENCE_SINGLES(0.15),
    /** Share of what is asked that two neighbouring sentences hold. */
    TWO_SENTENCES(0.35),
    /** The longest run of what is asked that its text holds as it stands. */
    RUN(0.25),
    /** How much of what is asked its heading holds, and how little else. */
    HEADING(0.25),
    /** Whether what is asked names what its entry is about. */
    TITLE(0.3),
    /** Whether an event of it lies in the period that was mentioned. */
    PERIOD(0.2),
    /** Whether it says that it is still to be written. */
    STUB(-0.05),
    /** Whether it holds only links that lead out of the archive. */
    LINKS(-0.1),
    /** Whether its entry is a list of other entries. */
    LIST(-0.15),
    /** Whether nothing stands under its heading. */
    EMPTY(-0.5);

    private final double weight;

    Feature(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
