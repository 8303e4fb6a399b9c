package guidang.index;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

import guidang.archive.Entry;
import guidang.judged.Question;
import guidang.learn.JudgedSet;
import guidang.learn.Softmax;
import guidang.learn.Softmax.Choice;
import guidang.learn.WeightFile;
import guidang.query.Query;
import guidang.query.QueryReader;

/** Learns what each {@link Feature} counts: among the candidates of the first look, the gold sections are right. */
@SuppressWarnings("EnumOrdinal")
public final class RankingLearner {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final double RIDGE = 2;
    private static final double WHOLE = 1_000;
    /** Few questions touch them, or none. */
    private static final Set<Feature> BY_HAND = EnumSet.range(Feature.PERIOD, Feature.EMPTY);

    private RankingLearner() {}

    private record Asking(String set, String page, Choice choice) {}

    /** Prints figures for questions whose pages were not learned from, then writes what is learned from all. */
    public static void learn(List<JudgedSet> sets, Path file, PrintStream out) throws IOException {
        var all = new ArrayList<Asking>();
        for (JudgedSet set : sets) {
            try (FSDirectory directory = FSDirectory.open(set.folder())) {
                var view = new View(DirectoryReader.open(directory));
                List<Asking> of = set.questions().parallelStream().flatMap(question -> choice(view, set, question)
                        .stream()).toList();
                of.forEach(one -> all.add(new Asking(one.set, one.page, new Choice(WHOLE / of.size(),
                        one.choice.alternatives(), one.choice.right()))));
                view.release();
            }
        }
        double[] present = new double[Feature.values().length];
        var learned = new BitSet();
        for (Feature feature : Feature.values()) {
            present[feature.ordinal()] = feature.weight();
            learned.set(feature.ordinal(), !BY_HAND.contains(feature));
        }
        double[][] folds = new double[JudgedSet.folds()][];
        for (int fold = 0; fold < folds.length; fold++) {
            int not = fold;
            folds[fold] = Softmax.learn(all.stream().filter(one -> JudgedSet.fold(one.page) != not)
                    .map(Asking::choice).toList(), sharp(present), learned, RIDGE);
        }
        double[][] before = {present, present, present};
        out.printf(Locale.ROOT, "%-40s %6s %18s %18s%n", "held out, in three folds by page", "n", "learned R@1/MRR",
                "present R@1/MRR");
        for (JudgedSet set : sets) {
            List<Asking> of = all.stream().filter(one -> one.set.equals(set.name())).toList();
            out.printf(Locale.ROOT, "%-40s %6d     %6.3f  %6.3f     %6.3f  %6.3f%n", set.name(), of.size(),
                    first(of, folds), mean(of, folds), first(of, before), mean(of, before));
        }
        double[] weights = Softmax.learn(all.stream().map(Asking::choice).toList(), sharp(present), learned, RIDGE);
        double scale = Feature.CANDIDATE.weight() / weights[Feature.CANDIDATE.ordinal()];
        var written = new LinkedHashMap<String, Double>();
        for (Feature feature : Feature.values()) {
            String name = feature.name().toLowerCase(Locale.ROOT);
            boolean byHand = BY_HAND.contains(feature);
            double weight = byHand ? feature.weight() : weights[feature.ordinal()] * scale;
            out.printf(Locale.ROOT, "%-18s %8.3f   before %8.3f%s%n", name, weight, feature.weight(),
                    byHand ? "   set by hand" : "");
            if (!byHand) {
                written.put(name, weight);
            }
        }
        WeightFile.write(file, written);
        out.println("written: " + file);
    }

    /** Likelihoods need larger weights than an order does; these begin where those by hand are as sharp. */
    private static double[] sharp(double[] present) {
        return java.util.Arrays.stream(present).map(weight -> weight * 10).toArray();
    }

    private static double first(List<Asking> of, double[][] folds) {
        return of.stream().filter(one -> one.choice.rank(folds[JudgedSet.fold(one.page)]) == 1).count()
                / (double) Math.max(1, of.size());
    }

    private static double mean(List<Asking> of, double[][] folds) {
        return of.stream().mapToDouble(one -> 1.0 / one.choice.rank(folds[JudgedSet.fold(one.page)])).average()
                .orElse(0);
    }

    private static Optional<Asking> choice(View view, JudgedSet set, Question question) {
        try {
            return candidates(view, set, question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Asking> candidates(View view, JudgedSet set, Question question) throws IOException {
        Query query = QueryReader.question(question.message(), TODAY);
        var words = new ArrayList<>(query.words());
        words.addAll(query.phrases());
        Asked asked = Asked.exactly(view, words, new AliasTable(Aliases.none()));
        if (question.gold().isEmpty() || asked.isEmpty() || asked.isUnknown()) {
            return Optional.empty();
        }
        var builder = new BooleanQuery.Builder();
        asked.addTo(builder);
        ScoreDoc[] found = view.searcher.search(builder.build(), Weights.CANDIDATES).scoreDocs;
        var ranking = new Ranking(asked);
        var alternatives = new ArrayList<double[]>();
        var right = new BitSet();
        for (ScoreDoc doc : found) {
            LeafReaderContext leaf = view.reader.leaves().get(ReaderUtil.subIndex(doc.doc, view.reader.leaves()));
            BinaryDocValues texts = leaf.reader().getBinaryDocValues(Fields.TEXT);
            if (texts == null || !texts.advanceExact(doc.doc - leaf.docBase)) {
                continue;
            }
            var features = new EnumMap<Feature, Double>(Feature.class);
            ranking.features(SectionText.decode(texts.binaryValue()), doc.score / found[0].score, false, features);
            double[] values = new double[Feature.values().length];
            features.forEach((feature, value) -> values[feature.ordinal()] = value);
            right.set(alternatives.size(), isGold(view, doc.doc, question));
            alternatives.add(values);
        }
        return right.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asking(set.name(), JudgedSet.page(question),
                        new Choice(1, alternatives.toArray(double[][]::new), right)));
    }

    private static boolean isGold(View view, int document, Question question) throws IOException {
        int back = view.back(document);
        Entry entry = view.entryAt(document + back);
        String heading = entry.sections().get(entry.sections().size() - back).heading();
        return question.gold().stream().anyMatch(gold -> gold.path().equals(entry.path().value())
                && (gold.heading() == null || Folding.key(heading).equals(Folding.key(gold.heading()))));
    }
}
