package guidang.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import guidang.query.Query.Ignored;
import guidang.query.Query.Ignored.Reason;

/** What the clauses of a query came to, while it is read. Each kind holds at most {@value #MOST}. */
final class Clauses {
    /** Of one kind. */
    static final int MOST = 16;
    private static final int MOST_IGNORED = 16;

    final List<String> phrases = new ArrayList<>();
    final List<String> without = new ArrayList<>();
    final List<Ignored> ignored = new ArrayList<>();
    final List<Dated> dates = new ArrayList<>();
    private final Map<Operator, List<String>> values = new EnumMap<>(Operator.class);

    /**
     * A period that was typed.
     *
     * @param operator null if it stands alone or in a sentence
     * @param standsAlone between white space, or behind an operator
     */
    record Dated(PeriodReader.Found found, String written, @Nullable Operator operator, boolean standsAlone) {
        boolean isBareYear() {
            return operator == null && found.kind() == PeriodReader.Kind.BARE_YEAR;
        }
    }

    List<String> values(Operator operator) {
        return values.computeIfAbsent(operator, key -> new ArrayList<>());
    }

    /** Adds to one of the lists, once, if there is room. */
    void add(List<String> list, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || list.contains(stripped)) {
            return;
        }
        if (list.size() < MOST) {
            list.add(stripped);
        } else {
            ignore(stripped, Reason.TOO_MANY);
        }
    }

    void add(Dated date) {
        if (dates.size() < MOST) {
            dates.add(date);
        } else {
            ignore(date.written(), Reason.TOO_MANY);
        }
    }

    void ignore(String text, Reason reason) {
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(new Ignored(TypedText.shortened(text), reason));
        }
    }
}
