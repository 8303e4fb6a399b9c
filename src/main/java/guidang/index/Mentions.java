package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What of the archive a text speaks of that was not written to search it. */
final class Mentions {
    /** Characters of the text that are looked at. */
    private static final int MOST_TEXT = 2_000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ALIAS = 16;
    private static final int SHORTEST_RUN = 3;
    /** A run is rare if no more than one in so many sections holds it. */
    private static final int ONE_IN = 100;

    private final View view;
    private final AliasTable aliases;

    Mentions(View view, AliasTable aliases) {
        this.view = view;
        this.aliases = aliases;
    }

    List<String> names(String text) throws IOException {
        String looked = text.substring(0, Math.min(MOST_TEXT, text.length()));
        String folded = Folding.fold(looked);
        var key = new StringBuilder();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < folded.length(); i++) {
            if (Folding.isInKey(folded.charAt(i))) {
                key.append(folded.charAt(i));
                places.add(i);
            }
        }
        var fields = new ArrayList<TermsEnum>();
        for (String field : List.of(Fields.NAME, Fields.PART)) {
            org.apache.lucene.index.@Nullable Terms terms = MultiTerms.getTerms(view.reader, field);
            if (terms != null) {
                fields.add(terms.iterator());
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int from = 0; from < key.length();) {
            int end = longest(key, from, places, folded, fields);
            if (end > from) {
                names.putIfAbsent(key.substring(from, end),
                        looked.substring(places.get(from), places.get(end - 1) + 1));
            }
            from = Math.max(end, from + 1);
        }
        return List.copyOf(names.values());
    }

    /** Where the longest name that begins at a place of the key ends; {@code from} if none does. */
    private int longest(StringBuilder key, int from, List<Integer> places, String folded, List<TermsEnum> fields)
            throws IOException {
        int longest = from;
        int most = Math.min(key.length(), from + LONGEST_NAME);
        for (int end = from + 2; end <= most && end - from <= LONGEST_ALIAS; end++) {
            if (!aliases.others(key.substring(from, end)).isEmpty()) {
                longest = end;
            }
        }
        for (TermsEnum field : fields) {
            for (int end = from + 2; end <= most; end++) {
                String begun = key.substring(from, end);
                TermsEnum.SeekStatus status = field.seekCeil(new BytesRef(begun));
                if (status == TermsEnum.SeekStatus.END
                        || (status == TermsEnum.SeekStatus.NOT_FOUND
                                && !field.term().utf8ToString().startsWith(begun))) {
                    break;
                }
                if (status == TermsEnum.SeekStatus.FOUND && standsAlone(folded, places.get(from), places.get(end - 1))
                        && !begun.chars().allMatch(Character::isDigit)) {
                    longest = Math.max(longest, end);
                }
            }
        }
        return longest > from && standsAlone(folded, places.get(from), places.get(longest - 1)) ? longest : from;
    }

    /** Whether a name is not cut out of a longer word in letters that put spaces between words. */
    private static boolean standsAlone(String folded, int first, int last) {
        boolean begins = first == 0 || !Terms.isWordChar(folded.charAt(first))
                || !Terms.isWordChar(folded.charAt(first - 1));
        boolean ends = last + 1 == folded.length() || !Terms.isWordChar(folded.charAt(last))
                || !Terms.isWordChar(folded.charAt(last + 1));
        return begins && ends;
    }

    private record Run(int start, int end, int sections) {}

    List<String> rarest(String text) throws IOException {
        String looked = text.substring(0, Math.min(MOST_TEXT, text.length()));
        String folded = Folding.fold(looked);
        int most = Math.max(2, view.sections / ONE_IN);
        var runs = new ArrayList<Run>();
        var found = new Terms(folded);
        int before = -1;
        while (found.next()) {
            if (!found.cjk()) {
                int sections = sections(Fields.UNITS, folded.substring(found.start(), found.end()));
                boolean name = folded.substring(found.start(), found.end()).chars().anyMatch(Character::isLetter);
                if (name && sections > 0 && sections <= most) {
                    runs.add(new Run(found.start(), found.end(), sections));
                }
                before = -1;
                continue;
            }
            int sections = before >= 0 && before + 1 == found.start()
                    ? sections(Fields.PAIRS, folded.substring(before, found.end()))
                    : 0;
            if (sections > 0 && sections <= most) {
                Run begun = runs.removeLast();
                runs.add(new Run(begun.start, found.end(), Math.min(begun.sections, sections)));
            } else {
                runs.add(new Run(found.start(), found.end(), Integer.MAX_VALUE));
            }
            before = found.start();
        }
        return runs.stream().filter(each -> each.sections < Integer.MAX_VALUE && each.end - each.start >= SHORTEST_RUN)
                .sorted(Comparator.comparingInt(Run::sections).thenComparingInt(each -> each.start - each.end))
                .map(each -> looked.substring(each.start, each.end)).distinct().toList();
    }

    private int sections(String field, String term) throws IOException {
        return view.reader.docFreq(new Term(field, term));
    }
}
