package guidang.judged;

/** What is measured, in the order of the table's columns. Each is 0 to 1, and a mean over the questions that have it. */
public enum Measure {
    /** An answerable question is answered. */
    ANSWERED("answered"),
    /** The first hit is gold. */
    FIRST("R@1"),
    /** One of the first five hits is gold. */
    FIRST_FIVE("R@5"),
    /** One over the rank of the first hit that is gold; 0 beyond the tenth. */
    RANK("MRR"),
    /** The first hit stands on an entry that holds a section of gold. */
    PAGE("page@1"),
    /** The text of the reply or of its first two hits holds one of the wordings. */
    ANSWER("answer"),
    /** The first 300 characters of the reply's text hold one of the wordings. */
    SHORT_ANSWER("answer1"),
    /** One of the addresses is among the links of the first three hits. */
    LINK("link"),
    /** Share of the events that a timeline shows. */
    EVENTS("timeline"),
    /** The dated hits of a timeline stand in ascending order. */
    ORDER("order"),
    /** Share of the entries that cite an address that are shown. */
    CITING("citing"),
    /** An unanswerable question is refused. */
    REFUSED("refused");

    private final String column;

    Measure(String column) {
        this.column = column;
    }

    /** The name of its column. */
    public String column() {
        return column;
    }
}
