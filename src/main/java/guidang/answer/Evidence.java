package guidang.answer;

/** What tells whether the best section found answers a question. Each is 0 or 1 or a share between them. */
enum Evidence {
    /** 1, always: where the scale begins. */
    ALWAYS,
    /** What the section, its headings, names and citations hold of the question, by rarity in the archive. */
    COVERED,
    /** What it tells of the question beside the name of its subject, by rarity in the sections found. */
    TOLD,
    /** Of the pairs of characters and the words beside the name, the share that is told; a synonym counts half. */
    TOLD_PAIRS,
    /** How much of these is not told of a short question, by how short it is. */
    SHORT_UNTOLD,
    /** Of what is told beside the name, what its best sentence holds. */
    SENTENCE,
    /** Of the first run of text asked, the share of pairs and words that it or its names hold. */
    FIRST_RUN,
    /** How rare the rarest thing is that is asked and not held, beside the rarest asked. */
    RAREST_MISSING,
    /** The same by words and pairs of characters, in the whole archive. */
    UNKNOWN,
    /** The same of short questions, by how short they are. */
    SHORT_UNKNOWN,
    /** The question has a pair of characters or a word of the entry's names. */
    NAMED,
    /** The question has a pair of characters or a word of the heading. */
    HEADED,
    /** How little is asked beside the name: 1 for nothing, 0 for twelve characters and more. */
    SHORT,
    /** How far the section is ahead of the next one. */
    AHEAD,
    /** Its score in the ranking, as a share of a high one. */
    SCORE,
    /** A date, an amount or a length of time is asked for, and no good sentence holds any. */
    NO_DATE, NO_AMOUNT, NO_LENGTH,
    /** A good sentence is of the kind that is asked for, but none in the measure. */
    OTHER_MEASURE,
    /** Another kind of answer is asked for, and no good sentence seems to hold one. */
    NO_KIND,
    /** Somebody is asked for, or an amount: of these most sentences seem to hold one. */
    WHO, HOW_MANY,
    /** A run of what is asked stands nowhere but in the names of those who published what is cited. */
    ONLY_PUBLISHER
}
