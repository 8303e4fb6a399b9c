package guidang.index;

/** Every number that ranking depends on, in one place. Those of the index itself take effect when it is built anew. */
final class Weights {
    /** How often a term of a part counts, by the parts of {@link SectionText}. */
    static final int[] OF_PART = {4, 6, 2, 2, 1, 1};

    /** Saturation and length, for terms that count twice in the body. */
    static final float K1 = 2.4f;
    static final float B = 0.6f;

    /** Terms of the query, in the search for candidates. */
    static final float WORD = 1.2f;
    static final float WORD_PART = 0.4f;
    static final float PAIR = 1f;
    static final float UNIT = 0.2f;
    static final float OTHER_NAME = 0.7f;
    static final float SOUND = 1f;
    static final float SOUND_BESIDE = 0.3f;
    static final float NEAR = 0.7f;
    static final float IN_PERIOD = 2f;

    /** Features of the second look, each 0 to 1. */
    static final double CANDIDATE = 1.0;
    static final double COVERED = 0.8;
    static final double COVERED_BODY = 0.3;
    static final double SENTENCE = 0.5;
    static final double RUN = 0.3;
    static final double HEADING = 0.25;
    static final double TITLE = 0.3;
    static final double PERIOD = 0.2;
    static final double STUB = -0.05;
    static final double LINKS = -0.05;
    static final double LIST = -0.15;
    static final double EMPTY = -0.5;

    /** Taken from the score of candidates that get no second look, so that they stay behind those that do. */
    static final double BEHIND = 10;
    /** From this coverage on the words need no other reading. */
    static final double WELL_COVERED = 0.6;
    /** How much more of the query a reading by sound must cover to be taken instead. */
    static final double CLEARLY_BETTER = 0.25;

    /** How many candidates get a second look. */
    static final int CANDIDATES = 50;

    private Weights() {}
}
