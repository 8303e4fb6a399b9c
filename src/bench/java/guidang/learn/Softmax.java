package guidang.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Learns what each feature of an alternative is worth, so that the right ones get the greatest share of the likelihood:
 * the exponent of an alternative's worth over the sum of all. Newton's method with the spread of the alternatives as the
 * curvature, and a ridge that keeps weights small.
 */
public final class Softmax {
    private static final int MOST_STEPS = 60;
    private static final double SMALL = 1e-6;

    private Softmax() {}

    /**
     * Some alternatives, each by its features.
     *
     * @param weight how much the choice counts
     * @param right those that are right, at least one
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Choice(double weight, double[][] alternatives, BitSet right) {
        /** The alternatives by worth, best first. */
        public int[] order(double[] weights) {
            double[] worth = Arrays.stream(alternatives).mapToDouble(each -> dot(weights, each)).toArray();
            return java.util.stream.IntStream.range(0, worth.length).boxed()
                    .sorted((a, b) -> Double.compare(worth[b], worth[a])).mapToInt(Integer::intValue).toArray();
        }

        /** The place of the best right one, from 1 on. */
        public int rank(double[] weights) {
            int[] order = order(weights);
            for (int i = 0; i < order.length; i++) {
                if (right.get(order[i])) {
                    return i + 1;
                }
            }
            return Integer.MAX_VALUE;
        }
    }

    /**
     * The weights learned.
     *
     * @param start those that are not learned stay as they are here
     * @param learned which are
     * @param ridge what the square of a weight costs, against choices that weigh 1
     */
    public static double[] learn(List<Choice> choices, double[] start, BitSet learned, double ridge) {
        int[] free = learned.stream().toArray();
        double[] weights = start.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = new double[free.length];
            double[][] curve = new double[free.length][free.length];
            for (int i = 0; i < free.length; i++) {
                slope[i] = -ridge * weights[free[i]];
                curve[i][i] = ridge;
            }
            double[] now = weights;
            choices.forEach(choice -> add(choice, now, free, slope, curve));
            double[] change = solve(curve, slope);
            double[] next = further(weights, free, change, 1);
            double length = 1;
            while (length > SMALL && goodness(choices, next, free, ridge) < goodness(choices, weights, free, ridge)) {
                length /= 4;
                next = further(weights, free, change, length);
            }
            double most = length * Arrays.stream(change).map(Math::abs).max().orElse(0);
            if (length <= SMALL || most < SMALL) {
                break;
            }
            weights = next;
        }
        return weights;
    }

    private static double[] further(double[] weights, int[] free, double[] change, double length) {
        double[] next = weights.clone();
        for (int i = 0; i < free.length; i++) {
            next[free[i]] += length * change[i];
        }
        return next;
    }

    /** The logarithm of the likelihood of what is right, less the ridge. */
    private static double goodness(List<Choice> choices, double[] weights, int[] free, double ridge) {
        double cost = Arrays.stream(free).mapToDouble(at -> weights[at] * weights[at]).sum() * ridge / 2;
        return choices.stream().mapToDouble(choice -> {
            double[] worth = Arrays.stream(choice.alternatives).mapToDouble(each -> dot(weights, each)).toArray();
            double best = Arrays.stream(worth).max().orElse(0);
            double all = Arrays.stream(worth).map(each -> Math.exp(each - best)).sum();
            double right = choice.right.stream().mapToDouble(at -> Math.exp(worth[at] - best)).sum();
            return choice.weight * Math.log(Math.max(right, Double.MIN_VALUE) / all);
        }).sum() - cost;
    }

    private static void add(Choice choice, double[] weights, int[] free, double[] slope, double[][] curve) {
        double[] worth = Arrays.stream(choice.alternatives).mapToDouble(each -> dot(weights, each)).toArray();
        double best = Arrays.stream(worth).max().orElse(0);
        double all = 0;
        double right = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = Math.exp(worth[i] - best);
            all += worth[i];
            right += choice.right.get(i) ? worth[i] : 0;
        }
        double[] mean = new double[free.length];
        double[] rightMean = new double[free.length];
        for (int i = 0; i < worth.length; i++) {
            for (int f = 0; f < free.length; f++) {
                double part = worth[i] * choice.alternatives[i][free[f]];
                mean[f] += part / all;
                rightMean[f] += choice.right.get(i) && right > 0 ? part / right : 0;
            }
        }
        for (int f = 0; f < free.length; f++) {
            slope[f] += choice.weight * (rightMean[f] - mean[f]);
        }
        for (int i = 0; i < worth.length; i++) {
            double share = choice.weight * worth[i] / all;
            for (int f = 0; f < free.length; f++) {
                double off = share * (choice.alternatives[i][free[f]] - mean[f]);
                for (int g = 0; off != 0 && g < free.length; g++) {
                    curve[f][g] += off * (choice.alternatives[i][free[g]] - mean[g]);
                }
            }
        }
    }

    static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /** Gaussian elimination; the ridge keeps every pivot above 0. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double times = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    matrix[row][column] -= times * matrix[pivot][column];
                }
                right[row] -= times * right[pivot];
            }
        }
        double[] found = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < size; column++) {
                rest -= matrix[row][column] * found[column];
            }
            found[row] = rest / matrix[row][row];
        }
        return found;
    }
}
