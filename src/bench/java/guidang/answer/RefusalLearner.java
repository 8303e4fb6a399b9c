package guidang.answer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.index.ArchiveIndex;
import guidang.judged.Question;
import guidang.learn.JudgedSet;
import guidang.learn.Softmax;
import guidang.learn.Softmax.Choice;
import guidang.learn.WeightFile;
import guidang.query.QueryReader;

/**
 * Learns what each piece of {@link Evidence} is worth, and how likely an answer must be. Questions that cannot be answered
 * are made: their page is left out of the index (with one in twenty others), or they are put to another archive.
 */
@SuppressWarnings("EnumOrdinal")
public final class RefusalLearner {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int BATCHES = 20;
    private static final double RIDGE = 5;
    private static final double ANSWERED = 0.95;
    /** Of the questions of other archives, one in so many is put. */
    private static final int ONE_IN = 3;
    /** Set by hand: no judged question shows it. */
    private static final Set<Evidence> BY_HAND = Set.of(Evidence.ONLY_PUBLISHER);

    /** Why a question has an answer or none, and what all such of one set weigh. */
    private enum Case {
        ANSWERABLE(400), UNANSWERABLE(400), LEFT_OUT(200), ELSEWHERE(100);

        private final double weight;

        Case(double weight) {
            this.weight = weight;
        }
    }

    /** @param rightly whether the evidence is of the page that answers, if one does */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(JudgedSet set, Case kind, String page, double[] evidence, boolean rightly) {
        boolean isLearned() {
            return !set.onlyTested() && rightly;
        }
    }

    private final List<JudgedSet> sets;
    private final List<Row> rows = new ArrayList<>();

    private RefusalLearner(List<JudgedSet> sets) {
        this.sets = sets;
    }

    /** Prints figures for questions whose pages were not learned from, then writes what is learned from all. */
    public static void learn(List<JudgedSet> sets, Path file, PrintStream out) throws IOException {
        var learner = new RefusalLearner(sets);
        learner.collect();
        learner.learn(file, out);
    }

    private void collect() throws IOException {
        for (JudgedSet set : sets) {
            add(set, set.questions().stream().filter(question -> question.gold().isEmpty()).toList(), set.index(),
                    Case.UNANSWERABLE);
            List<Question> answerable = set.questions().stream().filter(question -> !question.gold().isEmpty())
                    .toList();
            add(set, answerable, set.index(), Case.ANSWERABLE);
            leftOut(set, answerable);
        }
        var archives = new LinkedHashMap<Path, ArchiveIndex>();
        sets.forEach(set -> archives.put(set.archive(), set.index()));
        for (JudgedSet set : sets) {
            for (Map.Entry<Path, ArchiveIndex> other : archives.entrySet()) {
                if (!other.getKey().equals(set.archive()) && set.questions().size() > BATCHES * BATCHES) {
                    add(set, set.questions().stream().filter(
                            question -> JudgedSet.part(question.id(), ONE_IN) == 0).toList(), other.getValue(),
                            Case.ELSEWHERE);
                }
            }
        }
    }

    private void leftOut(JudgedSet set, List<Question> answerable) throws IOException {
        var back = new ArrayList<Entry>();
        for (int batch = 0; batch <= BATCHES; batch++) {
            int now = batch;
            List<Question> asked = answerable.stream()
                    .filter(question -> JudgedSet.part(JudgedSet.page(question), BATCHES) == now).toList();
            var pages = new HashSet<EntryPath>();
            asked.forEach(question -> question.gold().forEach(gold -> pages.add(new EntryPath(gold.path()))));
            List<Entry> gone = pages.stream().flatMap(path -> set.index().entry(path).stream()).toList();
            try (ArchiveIndex.Update update = set.index().update()) {
                for (Entry entry : back) {
                    update.put(entry);
                }
                update.remove(pages);
                update.commit();
            }
            back.clear();
            back.addAll(gone);
            add(set, asked, set.index(), Case.LEFT_OUT);
        }
    }

    private void add(JudgedSet set, List<Question> questions, ArchiveIndex index, Case kind) {
        rows.addAll(questions.parallelStream().flatMap(question -> new Questions(index)
                .evidence(QueryReader.question(question.message(), TODAY)).map(found -> {
                    double[] values = new double[Evidence.values().length];
                    found.getValue().forEach((evidence, value) -> values[evidence.ordinal()] = value);
                    boolean gold = question.gold().stream()
                            .anyMatch(place -> place.path().equals(found.getKey().path().value()));
                    return new Row(set, kind, JudgedSet.page(question), values, kind != Case.ANSWERABLE || gold);
                }).stream()).toList());
    }

    private void learn(Path file, PrintStream out) throws IOException {
        double[] start = Arrays.stream(Evidence.values()).mapToDouble(EvidenceWeights.usual()::of).toArray();
        double[][] folds = new double[JudgedSet.folds()][];
        for (int fold = 0; fold < folds.length; fold++) {
            int not = fold;
            folds[fold] = learn(rows.stream().filter(row -> JudgedSet.fold(row.page) != not).toList(), start);
        }
        ToDoubleFunction<Row> heldOut = row -> likelihood(folds[JudgedSet.fold(row.page)], row);
        double least = least(heldOut);
        out.printf(Locale.ROOT, "least likely %.3f: by it at least %.2f of the answerable questions of each archive are"
                + " answered, held out%n", least, ANSWERED);
        table(out, "held out, in three folds by page", heldOut, least);
        calibration(out, heldOut);
        double[] weights = learn(rows, start);
        table(out, "tested only", row -> likelihood(weights, row), least);
        var written = new LinkedHashMap<String, Double>();
        for (Evidence evidence : Evidence.values()) {
            String name = evidence.name().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, "%-16s %8.3f   before %8.3f%s%n", name, weights[evidence.ordinal()],
                    start[evidence.ordinal()], BY_HAND.contains(evidence) ? "   set by hand" : "");
            written.put(name, weights[evidence.ordinal()]);
        }
        written.put(EvidenceWeights.LEAST_LIKELY, least);
        BY_HAND.forEach(evidence -> written.remove(evidence.name().toLowerCase(Locale.ROOT)));
        WeightFile.write(file, written);
        out.println("written: " + file);
    }

    private double[] learn(List<Row> from, double[] start) {
        var learned = new BitSet();
        Arrays.stream(Evidence.values()).filter(evidence -> !BY_HAND.contains(evidence))
                .forEach(evidence -> learned.set(evidence.ordinal()));
        var choices = new ArrayList<Choice>();
        for (JudgedSet set : sets) {
            for (Case kind : Case.values()) {
                List<Row> of = from.stream()
                        .filter(row -> row.isLearned() && row.set.name().equals(set.name()) && row.kind == kind)
                        .toList();
                var right = new BitSet();
                right.set(kind == Case.ANSWERABLE ? 0 : 1);
                of.forEach(row -> choices.add(new Choice(kind.weight / of.size(),
                        new double[][]{row.evidence, new double[row.evidence.length]}, right)));
            }
        }
        return Softmax.learn(choices, start, learned, RIDGE);
    }

    private static double likelihood(double[] weights, Row row) {
        double odds = 0;
        for (int i = 0; i < weights.length; i++) {
            odds += weights[i] * row.evidence[i];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    /** The highest bound by which enough of the answerable questions of each archive are answered. */
    private double least(ToDoubleFunction<Row> likelihood) {
        return sets.stream().map(JudgedSet::archive).distinct().mapToDouble(archive -> {
            double[] sorted = rows.stream().filter(row -> row.kind == Case.ANSWERABLE && !row.set.onlyTested()
                    && row.set.archive().equals(archive)).mapToDouble(likelihood).sorted().toArray();
            return sorted.length == 0 ? 1 : sorted[(int) (sorted.length * (1 - ANSWERED))];
        }).min().orElse(0.5);
    }

    private void table(PrintStream out, String title, ToDoubleFunction<Row> likelihood, double least) {
        boolean tested = title.equals("tested only");
        out.printf(Locale.ROOT, "%-44s %9s %12s %12s %12s %9s%n", title, "answered", "unanswerable", "left out",
                "elsewhere", "precision");
        for (JudgedSet set : sets) {
            if (set.onlyTested() != tested) {
                continue;
            }
            out.printf(Locale.ROOT, "%-44s", set.name());
            int refused = 0;
            int rightly = 0;
            for (Case kind : Case.values()) {
                List<Row> of = rows.stream().filter(row -> row.set.name().equals(set.name()) && row.kind == kind)
                        .toList();
                int no = (int) of.stream().filter(row -> likelihood.applyAsDouble(row) < least).count();
                boolean real = kind == Case.ANSWERABLE || kind == Case.UNANSWERABLE;
                refused += real ? no : 0;
                rightly += kind == Case.UNANSWERABLE ? no : 0;
                double share = (double) (kind == Case.ANSWERABLE ? of.size() - no : no) / Math.max(1, of.size());
                out.print(of.isEmpty() ? "            –" : String.format(Locale.ROOT, " %6.3f/%-5d", share, of.size()));
            }
            out.println(rightly == 0 ? "" : String.format(Locale.ROOT, " %9.3f", rightly / (double) refused));
        }
    }

    /** Of questions said to have an answer with such a likelihood, the share that has one, each case weighing the same. */
    private void calibration(PrintStream out, ToDoubleFunction<Row> likelihood) {
        double[] has = new double[5];
        double[] all = new double[5];
        for (Row row : rows) {
            if (row.isLearned()) {
                long alike = rows.stream()
                        .filter(one -> one.isLearned() && one.set.name().equals(row.set.name()) && one.kind == row.kind)
                        .count();
                int bin = Math.min(4, (int) (likelihood.applyAsDouble(row) * 5));
                double weight = row.kind.weight / alike;
                all[bin] += weight;
                has[bin] += row.kind == Case.ANSWERABLE ? weight : 0;
            }
        }
        out.println("said to be likely   0–.2   .2–.4   .4–.6   .6–.8   .8–1");
        out.print("is answerable     ");
        for (int bin = 0; bin < 5; bin++) {
            out.printf(Locale.ROOT, " %7.2f", all[bin] == 0 ? 0 : has[bin] / all[bin]);
        }
        out.println();
    }
}
