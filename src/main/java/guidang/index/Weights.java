package guidang.index;

/** The numbers of the first look; those of the second stand in {@link Feature}. Those of the index itself take effect when it is built anew. */
final class Weights {
    /** How often a term of a part counts, by the parts of {@link SectionText}. */
    static final int[] OF_PART = {4, 6, 2, 2, 1, 1};

    /** Saturation and length, for terms that count twice in the body. */
    static final float K1 = 2.4f;
    static final float B = 0.75f;

    /** Terms of the query, in the search for candidates. */
    static final float WORD = 1.2f;
    static final float WORD_PART = 0.4f;
    static final float PAIR = 1f;
    static final float UNIT = 0.5f;
    static final float OTHER_NAME = 0.7f;
    /** What means nearly the same as a word of the query. */
    static final float SYNONYM = 0.4f;
    static final float SOUND = 1f;
    static final float SOUND_BESIDE = 0.3f;
    static final float NEAR = 0.7f;
    static final float IN_PERIOD = 2f;

    /** How fully a unit counts as held where only a synonym of its word is found. */
    static final double NEARLY = 0.5;

    /** Taken from the score of candidates that get no second look, so that they stay behind those that do. */
    static final double BEHIND = 10;
    /** From this coverage on the words need no other reading. */
    static final double WELL_COVERED = 0.6;
    /** A reading by sound that covers less is no better than none. */
    static final double WELL_HEARD = 0.8;
    /** How much more of the query a reading by sound must cover to be taken instead. */
    static final double CLEARLY_BETTER = 0.25;

    /** A section is relevant if it holds this share of what the section that holds most of the query does. */
    static final double RELEVANT_SHARE = 0.6;
    /** Relevant sections are looked for among so many. */
    static final int RELEVANT_AMONG = 200;

    /** How many candidates get a second look. */
    static final int CANDIDATES = 50;

    private Weights() {}
}
