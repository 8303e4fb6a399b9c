package guidang.index;

/** The fields of the index. Sections and entries are documents; a section stands before its entry, in one block. */
final class Fields {
    /** Changes whenever the same entry would be indexed otherwise than before. */
    static final String VERSION = "1";

    /** Path of the entry; on all its documents: what is replaced together. */
    static final String BLOCK = "block";
    /** Path of the entry; on the entry alone. */
    static final String ENTRY = "entry";
    /** Path as a value, for order; on all documents of published entries. */
    static final String PATH = "path";
    /** The whole entry, stored. */
    static final String WHOLE = "whole";
    /** What {@link Card} holds; on the entry. */
    static final String CARD = "card";
    /** How many documents after the section its entry stands; on the section. */
    static final String BACK = "back";
    /** The folded text for a second look, see {@link SectionText}; on the section. */
    static final String TEXT = "text";

    /** Words and single CJK characters. */
    static final String UNITS = "u";
    /** Pairs of CJK characters; a character that stands alone. */
    static final String PAIRS = "b";
    /** Pairs of syllables. */
    static final String SOUNDS = "p";

    /** Days on which the section's events happened, as ranges. */
    static final String DAYS = "days";
    /** Month and day of events stated to the day: {@code 0805}. */
    static final String DAY_OF_YEAR = "day";
    /** Ids of the section's events. */
    static final String EVENT = "event";
    /** Keys of the addresses that the section cites. */
    static final String LINK = "link";
    /** Publishers and hosts that the section cites, folded. */
    static final String SITE = "site";
    /** Authors that the section cites, and that of the post, folded. */
    static final String AUTHOR = "author";
    /** Tags of the entry, folded; on sections and entry. */
    static final String TAG = "tag";
    /** Folders above the entry, folded, in full and from any folder on; on sections. */
    static final String FOLDER = "folder";

    /** Keys under which an entry is named: title, file name. */
    static final String NAME = "name";
    /** Keys of the parts of a title or file name that names several things. */
    static final String PART = "part";
    /** Epoch day of the entry, as a value. */
    static final String DATED = "dated";
    /** On published entries. */
    static final String PUBLISHED = "published";
    /** Key, kind and wording of titles, headings and tags, for completions and corrections. */
    static final String WORDING = "wording";
    /** The same by sound, and by the first letters of the syllables. */
    static final String WORDING_SOUND = "sound";

    /** Longer words are not corrected. */
    static final int LONGEST_CORRECTED = 32;

    private Fields() {}
}
