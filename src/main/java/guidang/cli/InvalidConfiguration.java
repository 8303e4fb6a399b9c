package guidang.cli;

import java.util.List;

/** The configuration cannot be used; holds everything that is wrong with it. */
final class InvalidConfiguration extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Mistake> mistakes;

    InvalidConfiguration(List<Mistake> mistakes) {
        super(mistakes.toString());
        this.mistakes = List.copyOf(mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
