package guidang.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

import guidang.archive.Entry;
import guidang.archive.Event;
import guidang.archive.Section;
import guidang.archive.When;

/** An entry as a block of documents: its sections in order, then itself. */
final class Documents {
    static final RecordCodec<Entry> CODEC = new RecordCodec<>(Entry.class);

    private static final FieldType TERMS = new FieldType();
    private static final FieldType KEYS = new FieldType();

    static {
        TERMS.setTokenized(true);
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.freeze();
        KEYS.setTokenized(false);
        KEYS.setOmitNorms(true);
        KEYS.setIndexOptions(IndexOptions.DOCS);
        KEYS.freeze();
    }

    private Documents() {}

    static List<Document> of(Entry entry) {
        var documents = new ArrayList<Document>();
        if (entry.published()) {
            int size = entry.sections().size();
            Set<String> folders = folders(entry.path().folder());
            for (int i = 0; i < size; i++) {
                documents.add(section(entry, entry.sections().get(i), i, size - i, folders));
            }
        }
        documents.add(entry(entry));
        return documents;
    }

    private static Document entry(Entry entry) {
        var document = new Document();
        String path = entry.path().value();
        key(document, Fields.BLOCK, Citations.cut(path));
        key(document, Fields.ENTRY, Citations.cut(path));
        document.add(new StoredField(Fields.WHOLE, CODEC.encode(entry)));
        document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(Card.CODEC.encode(Card.of(entry)))));
        if (!entry.published()) {
            lengths(document);
            return document;
        }
        key(document, Fields.PUBLISHED, "1");
        document.add(new SortedDocValuesField(Fields.PATH, new BytesRef(Citations.cut(path))));
        When dated = Card.dateOf(entry);
        if (dated != null) {
            document.add(new NumericDocValuesField(Fields.DATED, dated.earliest().toEpochDay()));
        }
        tagKeys(entry).forEach(tag -> key(document, Fields.TAG, tag));
        String title = Folding.key(entry.title());
        String name = Folding.key(entry.path().name());
        key(document, Fields.NAME, title);
        if (!name.equals(title)) {
            key(document, Fields.NAME, name);
        }
        for (String part : Names.parts(entry)) {
            key(document, Fields.PART, part);
        }
        lengths(document);
        Names.wordings(entry).forEach(wording -> {
            term(document, Fields.WORDING, wording.term());
            wording.sounds().forEach(sound -> term(document, Fields.WORDING_SOUND, sound));
        });
        return document;
    }

    private static Document section(Entry entry, Section section, int ordinal, int back, Set<String> folders) {
        var document = new Document();
        String path = Citations.cut(entry.path().value());
        key(document, Fields.BLOCK, path);
        document.add(new SortedDocValuesField(Fields.PATH, new BytesRef(path)));
        document.add(new NumericDocValuesField(Fields.BACK, back));
        String[] parts = SectionText.partsOf(entry, section, ordinal == 0);
        document.add(new BinaryDocValuesField(Fields.TEXT, SectionText.encode(entry, section, parts)));
        for (int i = 0; i < parts.length; i++) {
            int weight = Weights.OF_PART[i];
            if (!parts[i].isEmpty()) {
                terms(document, Fields.UNITS, parts[i], text -> new TermStream.Units(text, weight));
                terms(document, Fields.PAIRS, parts[i], text -> new TermStream.Pairs(text, weight));
                terms(document, Fields.SOUNDS, parts[i], text -> new TermStream.Sounds(text, weight));
            }
        }
        for (Event event : section.events()) {
            key(document, Fields.EVENT, event.id().value());
            When when = event.when();
            if (when != null) {
                document.add(new IntRange(Fields.DAYS, new int[]{(int) when.earliest().toEpochDay()},
                        new int[]{(int) when.latest().toEpochDay()}));
                if (isStatedDay(when)) {
                    key(document, Fields.DAY_OF_YEAR, dayOfYear(when));
                }
            }
        }
        var keys = new HashSet<String>();
        var sites = new HashSet<String>();
        var authors = new HashSet<String>();
        authors.add(Folding.key(entry.author()));
        Citations.of(section).forEach(citation -> {
            keys.addAll(Citations.keys(citation));
            sites.addAll(Citations.sites(citation));
            authors.add(Folding.key(citation.author()));
        });
        keys.forEach(key -> key(document, Fields.LINK, key));
        sites.forEach(site -> key(document, Fields.SITE, site));
        authors.forEach(author -> key(document, Fields.AUTHOR, author));
        tagKeys(entry).forEach(tag -> key(document, Fields.TAG, tag));
        folders.forEach(folder -> key(document, Fields.FOLDER, folder));
        return document;
    }

    static Set<String> tagKeys(Entry entry) {
        return entry.tags().stream().map(Folding::key).collect(Collectors.toSet());
    }

    static boolean isStatedDay(When when) {
        return when.basis() == When.Basis.STATED && when.precision() == When.Precision.DAY;
    }

    private static String dayOfYear(When when) {
        return dayOfYear(when.earliest().getMonthValue(), when.earliest().getDayOfMonth());
    }

    static String dayOfYear(int month, int day) {
        return String.format(Locale.ROOT, "%02d%02d", month, day);
    }

    /** The folders above an entry: each of them from each of them on, so that {@code in:腾讯} means company/腾讯. */
    static Set<String> folders(String folder) {
        var all = new HashSet<String>();
        if (folder.isEmpty()) {
            return all;
        }
        String[] names = folder.split("/", 32);
        for (int from = 0; from < names.length; from++) {
            var path = new StringBuilder();
            for (int to = from; to < names.length; to++) {
                path.append(to > from ? "/" : "").append(Folding.key(names[to]));
                all.add(path.toString());
            }
        }
        return all;
    }

    private static void key(Document document, String field, String key) {
        String cut = Citations.cut(key);
        if (!cut.isEmpty()) {
            document.add(new StringField(field, cut, Field.Store.NO));
        }
    }

    private static void term(Document document, String field, String term) {
        document.add(new Field(field, new BytesRef(term), KEYS));
    }

    /**
     * Gives a document without terms the lengths that all others have: where only some have one, Lucene searches for
     * each of them, for each term that it writes, which takes a third of the time of indexing.
     */
    private static void lengths(Document document) {
        for (String field : List.of(Fields.UNITS, Fields.PAIRS, Fields.SOUNDS)) {
            terms(document, field, "", text -> new TermStream.Units(text, 1));
        }
    }

    private static void terms(Document document, String field, String text, Function<String, TokenStream> stream) {
        document.add(new Field(field, stream.apply(text), TERMS));
    }
}
