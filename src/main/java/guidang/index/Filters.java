package guidang.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import guidang.link.Archived;
import guidang.link.WebAddress;
import guidang.query.Query;

/** What a query demands and forbids, as clauses that do not score. */
final class Filters {
    /** Names that hold a filter's value inside them; more are not looked up. */
    private static final int MOST_NAMES = 256;

    private final View view;
    private final BooleanQuery.Builder query;
    private boolean demands;

    private Filters(View view, BooleanQuery.Builder query) {
        this.view = view;
        this.query = query;
    }

    /**
     * Adds the clauses.
     *
     * @param inPeriod whether the period, if the query has a strict one, is among them
     * @return whether anything is demanded, so that the query finds something even without words
     */
    static boolean add(View view, Query asked, boolean inPeriod, BooleanQuery.Builder query) throws IOException {
        var filters = new Filters(view, query);
        asked.phrases().forEach(filters::phrase);
        asked.without().forEach(filters::without);
        asked.tags().forEach(tag -> filters.demand(new TermQuery(new Term(Fields.TAG, key(tag)))));
        filters.folders(asked.folders());
        filters.named(Fields.SITE, asked.sites());
        filters.named(Fields.AUTHOR, asked.authors());
        filters.addresses(asked.addresses());
        Query.Period period = asked.period();
        if (inPeriod && period != null && period.strict()) {
            filters.demand(days(period));
        }
        return filters.demands;
    }

    /** Sections with an event in a period. */
    static org.apache.lucene.search.Query days(Query.Period period) {
        int from = period.from() == null ? Integer.MIN_VALUE : (int) period.from().toEpochDay();
        int to = period.to() == null ? Integer.MAX_VALUE : (int) period.to().toEpochDay();
        return IntRange.newIntersectsQuery(Fields.DAYS, new int[]{Math.min(from, to)}, new int[]{Math.max(from, to)});
    }

    private static String key(String text) {
        return Citations.cut(Folding.key(text));
    }

    private void demand(org.apache.lucene.search.Query clause) {
        query.add(clause, BooleanClause.Occur.FILTER);
        demands = true;
    }

    private void phrase(String phrase) {
        String folded = Folding.squeeze(phrase);
        if (Holds.isPossible(folded)) {
            demand(new Holds(folded));
        }
    }

    private void without(String phrase) {
        String folded = Folding.squeeze(phrase);
        if (Holds.isPossible(folded)) {
            query.add(new Holds(folded), BooleanClause.Occur.MUST_NOT);
        }
    }

    private void folders(List<String> folders) {
        if (!folders.isEmpty()) {
            demand(in(Fields.FOLDER, folders.stream().map(Filters::folderKey).toList()));
        }
    }

    static String folderKey(String folder) {
        var names = new ArrayList<String>();
        for (String name : folder.split("/", 32)) {
            if (!name.isEmpty()) {
                names.add(Folding.key(name));
            }
        }
        return Citations.cut(String.join("/", names));
    }

    /** A value that is nobody's whole name is looked for inside the names. */
    private void named(String field, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        var names = new TreeSet<String>();
        for (String value : values) {
            String key = key(value.startsWith("www.") ? value.substring(4) : value);
            if (view.reader.docFreq(new Term(field, key)) > 0) {
                names.add(key);
            } else {
                addNamesWith(field, key, names);
            }
        }
        demand(in(field, List.copyOf(names)));
    }

    private void addNamesWith(String field, String key, Set<String> names) throws IOException {
        Terms terms = MultiTerms.getTerms(view.reader, field);
        if (terms == null || key.isEmpty()) {
            return;
        }
        TermsEnum all = terms.iterator();
        int found = 0;
        for (BytesRef term = all.next(); term != null && found < MOST_NAMES; term = all.next()) {
            String name = term.utf8ToString();
            if (name.contains(key)) {
                names.add(name);
                found++;
            }
        }
    }

    private void addresses(List<WebAddress> addresses) {
        if (!addresses.isEmpty()) {
            demand(in(Fields.LINK, addresses.stream().flatMap(address -> keys(address).stream()).toList()));
        }
    }

    /** The keys under which an address may be cited: as a copy, then as what it is a copy of. */
    static List<String> keys(WebAddress address) {
        var keys = new ArrayList<String>();
        Archived.of(address.url()).ifPresent(copy -> {
            keys.add(Citations.copyKey(copy));
            WebAddress.of(copy.original()).ifPresent(original -> keys.add(Citations.pageKey(original)));
        });
        if (keys.isEmpty()) {
            keys.add(Citations.pageKey(address));
        }
        return keys;
    }

    private static org.apache.lucene.search.Query in(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
