package org.lossproof.montecarlo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An orthogonal basis of the polynomials in independent standard random numbers that are symmetric in replicas. A group
 * holds n independent replicas of a list of variables. For nonzero multi-indices a_1, ..., a_k the basis has
 *
 * <pre>Q(a_1, ..., a_k) = sum over distinct replicas m_1, ..., m_k of p_(a_1)(z_(m_1)) ... p_(a_k)(z_(m_k))</pre>
 *
 * with p_a the product of orthonormal polynomials of the variables; elements are products over groups. Different ones are
 * uncorrelated and E Q^2 = n (n - 1) ... (n - k + 1) times the number of permutations that leave (a_1, ..., a_k) as it
 * is. For n = 1 this is the polynomial chaos of Wiener and Askey (Xiu and Karniadakis, SIAM J. Sci. Comput. 24, 2002);
 * the sums over distinct replicas are Hoeffding's decomposition (Ann. Math. Stat. 19, 1948).
 */
final class ChaosBasis {
    /** Degrees of one variable stay below this. */
    private static final int DEGREES = 64;

    private static final long MOST_PRODUCTS = 40_000_000;
    private static final Comparator<List<Integer>> INDEX_ORDER = ChaosBasis::compare;

    /**
     * The factor of an element that belongs to one group.
     *
     * @param group which group
     * @param indices the multi-indices a_1, ..., a_k in order, each a list of variable * 64 + degree, ascending
     */
    record Part(int group, List<List<Integer>> indices) {}

    /** A summand of a product of two parts; none of a constant. */
    record Summand(List<Part> part, double factor) {}

    private record Pair(Part left, Part right) {}

    private final List<Long> replicas = new ArrayList<>();
    private final List<OrthonormalFamily> variables = new ArrayList<>();
    private final Map<Pair, List<Summand>> products = new HashMap<>();
    private long work;

    /** A group of n replicas, n >= 1. */
    int group(long n) {
        replicas.add(n);
        return replicas.size() - 1;
    }

    /** n. */
    long replicas(int group) {
        return replicas.get(group);
    }

    /** A variable that every replica of the groups it is used in has for itself. */
    int variable(OrthonormalFamily family) {
        variables.add(family);
        return variables.size() - 1;
    }

    /** The element p_1(variable) of a group. */
    static Part linear(int group, int variable) {
        return new Part(group, List.of(List.of(variable * DEGREES + 1)));
    }

    /** E Q^2. */
    double squaredNorm(List<Part> element) {
        double out = 1;
        for (Part part : element) {
            long n = replicas(part.group());
            int equal = 0;
            for (int i = 0; i < part.indices().size(); i++) {
                equal = i > 0 && part.indices().get(i).equals(part.indices().get(i - 1)) ? equal + 1 : 1;
                out *= (double) (n - i) * equal;
            }
        }
        return out;
    }

    /**
     * The product of two elements, added to {@code out} with a factor.
     *
     * @throws NoVarianceException when the work gets too much
     */
    void addProduct(Map<List<Part>, Double> out, List<Part> left, List<Part> right, double factor) {
        addProduct(out, left, 0, right, 0, new ArrayList<>(), factor);
    }

    private void addProduct(
            Map<List<Part>, Double> out,
            List<Part> left,
            int i,
            List<Part> right,
            int j,
            List<Part> done,
            double factor) {
        if (i == left.size() && j == right.size()) {
            if (++work > MOST_PRODUCTS) {
                throw new NoVarianceException("the variance has too many terms");
            }
            out.merge(List.copyOf(done), factor, Double::sum);
            return;
        }
        int l = i < left.size() ? left.get(i).group() : Integer.MAX_VALUE;
        int r = j < right.size() ? right.get(j).group() : Integer.MAX_VALUE;
        if (l != r) {
            done.add(l < r ? left.get(i) : right.get(j));
            addProduct(out, left, l < r ? i + 1 : i, right, l < r ? j : j + 1, done, factor);
            done.remove(done.size() - 1);
            return;
        }
        for (Summand s : products.computeIfAbsent(new Pair(left.get(i), right.get(j)), this::product)) {
            done.addAll(s.part());
            addProduct(out, left, i + 1, right, j + 1, done, factor * s.factor());
            for (int k = 0; k < s.part().size(); k++) {
                done.remove(done.size() - 1);
            }
        }
    }

    /** Every replica of the right factor is one of the left factor's, or another: matched positions are multiplied out. */
    private List<Summand> product(Pair pair) {
        Map<List<List<Integer>>, Double> sums = new HashMap<>();
        match(
                pair,
                0,
                new ArrayList<>(pair.left().indices()),
                new boolean[pair.left().indices().size()],
                1,
                sums);
        List<Summand> out = new ArrayList<>();
        sums.forEach((indices, factor) -> out.add(new Summand(
                indices.isEmpty() ? List.of() : List.of(new Part(pair.left().group(), indices)), factor)));
        return out;
    }

    private void match(
            Pair pair,
            int next,
            List<List<Integer>> positions,
            boolean[] taken,
            double factor,
            Map<List<List<Integer>>, Double> out) {
        if (next == pair.right().indices().size()) {
            add(out, replicas(pair.left().group()), positions, factor);
            return;
        }
        List<Integer> index = pair.right().indices().get(next);
        List<List<Integer>> apart = new ArrayList<>(positions);
        apart.add(index);
        match(pair, next + 1, apart, taken, factor, out);
        for (int k = 0; k < taken.length; k++) {
            if (!taken[k]) {
                taken[k] = true;
                for (Map.Entry<List<Integer>, Double> term :
                        linearised(positions.get(k), index).entrySet()) {
                    List<List<Integer>> joined = new ArrayList<>(positions);
                    joined.set(k, term.getKey());
                    match(pair, next + 1, joined, taken, factor * term.getValue(), out);
                }
                taken[k] = false;
            }
        }
    }

    /** A position whose polynomial is constant runs over the replicas that the others leave. */
    private static void add(
            Map<List<List<Integer>>, Double> out, long n, List<List<Integer>> positions, double factor) {
        List<List<Integer>> rest =
                positions.stream().filter(p -> !p.isEmpty()).sorted(INDEX_ORDER).toList();
        if (rest.size() > n) {
            return;
        }
        double product = factor;
        for (int k = rest.size(); k < positions.size(); k++) {
            product *= n - k;
        }
        if (product != 0) {
            out.merge(rest, product, Double::sum);
        }
    }

    /** p_a p_b of one replica as a sum of p_c. */
    private Map<List<Integer>, Double> linearised(List<Integer> a, List<Integer> b) {
        Map<List<Integer>, Double> out = new HashMap<>(Map.of(List.of(), 1.0));
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int left = i < a.size() ? a.get(i) / DEGREES : Integer.MAX_VALUE;
            int right = j < b.size() ? b.get(j) / DEGREES : Integer.MAX_VALUE;
            int variable = Math.min(left, right);
            int p = left == variable ? a.get(i++) % DEGREES : 0;
            int q = right == variable ? b.get(j++) % DEGREES : 0;
            if (p + q >= DEGREES) {
                throw new NoVarianceException("the variance has terms of too high a degree");
            }
            out = times(out, variable, variables.get(variable).product(p, q));
        }
        return out;
    }

    private static Map<List<Integer>, Double> times(Map<List<Integer>, Double> u, int variable, double[] factors) {
        Map<List<Integer>, Double> out = new HashMap<>();
        for (int degree = 0; degree < factors.length; degree++) {
            double factor = factors[degree];
            if (factor == 0) {
                continue;
            }
            for (Map.Entry<List<Integer>, Double> e : u.entrySet()) {
                List<Integer> index = new ArrayList<>(e.getKey());
                if (degree > 0) {
                    index.add(variable * DEGREES + degree);
                }
                out.merge(List.copyOf(index), factor * e.getValue(), Double::sum);
            }
        }
        return out;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int c = Integer.compare(a.get(i), b.get(i));
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
