package guidang.answer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Section;
import guidang.judged.Question;
import guidang.learn.JudgedSet;
import guidang.learn.Softmax;
import guidang.learn.Softmax.Choice;
import guidang.learn.WeightFile;
import guidang.query.QueryReader;

/** Learns what each {@link Sign} is worth: among the sentences of a gold section, those that hold the answer are right. */
@SuppressWarnings("EnumOrdinal")
public final class SentenceLearner {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    /** A sign that tells sentences apart in fewer questions is too rare to learn. */
    private static final int LEAST_QUESTIONS = 300;
    private static final double RIDGE = 2;
    private static final double WHOLE = 1_000;

    private SentenceLearner() {}

    private record Asking(String set, String page, Choice choice) {}

    /** Prints figures for questions whose pages were not learned from, then writes what is learned from all. */
    public static void learn(List<JudgedSet> sets, Path file, PrintStream out) throws IOException {
        var all = new ArrayList<Asking>();
        for (JudgedSet set : sets) {
            var of = new ArrayList<Asking>();
            set.questions().parallelStream().flatMap(question -> choice(set, question).stream())
                    .forEachOrdered(of::add);
            double weight = WHOLE / Math.max(1, of.size());
            of.forEach(one -> all.add(new Asking(one.set, one.page,
                    new Choice(weight, one.choice.alternatives(), one.choice.right()))));
        }
        double[] present = new double[Sign.values().length];
        for (Sign sign : Sign.values()) {
            present[sign.ordinal()] = SignWeights.usual().worth(Map.of(sign, 1.0));
        }
        BitSet learned = common(all);
        double[][] folds = new double[JudgedSet.folds()][];
        for (int fold = 0; fold < folds.length; fold++) {
            int out1 = fold;
            folds[fold] = Softmax.learn(all.stream().filter(one -> JudgedSet.fold(one.page) != out1)
                    .map(Asking::choice).toList(), present, learned, RIDGE);
        }
        out.printf(Locale.ROOT, "%-40s %6s %18s %18s%n", "held out, in three folds by page", "n", "learned top1/top2",
                "present top1/top2");
        for (JudgedSet set : sets) {
            List<Asking> of = all.stream().filter(one -> one.set.equals(set.name())).toList();
            out.printf(Locale.ROOT, "%-40s %6d     %6.3f  %6.3f     %6.3f  %6.3f%n", set.name(), of.size(),
                    share(of, folds, 1), share(of, folds, 2), share(of, new double[][]{present, present, present}, 1),
                    share(of, new double[][]{present, present, present}, 2));
        }
        double[] weights = Softmax.learn(all.stream().map(Asking::choice).toList(), present, learned, RIDGE);
        var written = new LinkedHashMap<String, Double>();
        for (Sign sign : Sign.values()) {
            String name = sign.name().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, "%-12s %8.3f   before %8.3f%s%n", name, weights[sign.ordinal()],
                    present[sign.ordinal()], learned.get(sign.ordinal()) ? "" : "   too rare: left as it is");
            if (learned.get(sign.ordinal())) {
                written.put(name, weights[sign.ordinal()]);
            }
        }
        WeightFile.write(file, written);
        out.println("written: " + file);
    }

    private static double share(List<Asking> of, double[][] folds, int within) {
        return of.stream().filter(one -> one.choice.rank(folds[JudgedSet.fold(one.page)]) <= within).count()
                / (double) Math.max(1, of.size());
    }

    private static BitSet common(List<Asking> all) {
        var common = new BitSet();
        for (Sign sign : Sign.values()) {
            long tells = all.stream().map(one -> one.choice.alternatives()).filter(alternatives -> {
                double first = alternatives[0][sign.ordinal()];
                for (double[] each : alternatives) {
                    if (each[sign.ordinal()] != first) {
                        return true;
                    }
                }
                return false;
            }).count();
            common.set(sign.ordinal(), tells >= LEAST_QUESTIONS);
        }
        return common;
    }

    /** The sentences of the question's gold section; empty if none holds the answer, or all do. */
    private static Optional<Asking> choice(JudgedSet set, Question question) {
        if (question.gold().isEmpty() || question.answerAny().isEmpty()) {
            return Optional.empty();
        }
        Question.Gold gold = question.gold().getFirst();
        Optional<Entry> entry = set.index().entry(new EntryPath(gold.path()));
        var alternatives = new ArrayList<double[]>();
        var right = new BitSet();
        for (Section section : entry.map(Entry::sections).orElse(List.of())) {
            if (gold.heading() != null
                    && !plain(section.heading()).equals(plain(Objects.requireNonNull(gold.heading())))) {
                continue;
            }
            var passage = new Passage(entry.orElseThrow(), section);
            List<Map<Sign, Double>> signs = new Quotations(new Asked(QueryReader.question(question.message(), TODAY)))
                    .signs(passage);
            for (int i = 0; i < signs.size(); i++) {
                String sentence = plain(passage.sentences().get(i).text());
                right.set(alternatives.size(),
                        question.answerAny().stream().anyMatch(answer -> sentence.contains(plain(answer))));
                double[] values = new double[Sign.values().length];
                signs.get(i).forEach((sign, value) -> values[sign.ordinal()] = value);
                alternatives.add(values);
            }
        }
        return right.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asking(set.name(), gold.path(),
                        new Choice(1, alternatives.toArray(double[][]::new), right)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
