package guidang.judged;

/** Ends the reading of one line. */
final class FlawedLine extends Exception {
    private final transient Flaw flaw;

    FlawedLine(Flaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
