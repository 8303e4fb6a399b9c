package guidang.answer;

import guidang.query.Query.Wanted;

/** What tells that a sentence answers a question. Each is 0 or 1 or a share between them. */
enum Sign {
    /** Share of the question's characters and words that it holds, weighted by rarity in the section. */
    CHARACTERS,
    /** Share of the question's pairs of characters and words, weighted likewise. */
    PAIRS,
    /** Share of the pairs that the sentence before it, in the same event, holds. */
    BEFORE,
    /** Share of the pairs that the sentence after it, in the same event, holds. */
    AFTER,
    /** It holds a number that is not in the question. */
    NUMBER,
    /** It holds a Latin word that is not in the question. */
    LATIN,
    /** It begins its event. */
    FIRST,
    /** Its length, as a share of what counts as long. */
    LENGTH,
    /** It is a fragment: a heading of a list, a date alone. */
    FRAGMENT,
    /** It is a bare link. */
    LINK,
    /** It ends in a colon: what it announces follows. */
    ANNOUNCES,
    /** It is a question itself. */
    ASKS,
    /** It holds the kind of answer that is asked for; each kind by itself. */
    WHEN, WHO, WHERE, WHY, HOW, HOW_MANY, HOW_LONG, WHICH, WHETHER, WHAT;

    /** The sign for a kind of answer. Keywords expect nothing in particular and have none; theirs is never set. */
    static Sign of(Wanted wanted) {
        return switch (wanted) {
            case WHEN -> WHEN;
            case WHO -> WHO;
            case WHERE -> WHERE;
            case WHY -> WHY;
            case HOW -> HOW;
            case HOW_MANY -> HOW_MANY;
            case HOW_LONG -> HOW_LONG;
            case WHICH -> WHICH;
            case WHETHER -> WHETHER;
            case WHAT, ANYTHING -> WHAT;
        };
    }
}
