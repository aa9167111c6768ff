package org.lossproof.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof.Multiple;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Word;

/**
 * Writes a matrix (or a number) as a sum of multiples of what is zero, if it finds how: the products considered are those that share
 * a term with what is to be written or with another one considered, up to a degree; which of them add up to it is linear
 * algebra over the rationals. Ends by work done, never by a clock.
 */
public final class MatrixSearch {
    /** The most products that are considered at a degree. */
    private static final int MOST_PRODUCTS = 1500;
    /** How far products may exceed the degree of what is to be written and of the premises. */
    private static final List<Integer> EXCESS = List.of(1, 2, 4);

    private final MatrixPolynomial target;
    private final List<Oriented> known;
    private final int degree;
    private final SparseElimination system = new SparseElimination();
    private final List<Multiple> products = new ArrayList<>();
    private final Set<Multiple> seen = new HashSet<>();
    private final Set<MatrixTerm> terms = new HashSet<>();
    private final Deque<MatrixTerm> open = new ArrayDeque<>();

    /** A matrix that is known to be zero, and the number of that fact. */
    public record Known(int of, MatrixPolynomial zero) {}

    /** A premise as it is, or transposed. */
    private record Oriented(int of, MatrixPolynomial zero, boolean transposed) {
        static List<Oriented> bothWays(Known known) {
            Oriented plain = new Oriented(known.of(), known.zero(), false);
            MatrixPolynomial other = known.zero().transpose();
            return other.equals(known.zero()) ? List.of(plain) : List.of(plain, new Oriented(known.of(), other, true));
        }
    }

    /**
     * What came of a search.
     *
     * @param multiples that add up, if found
     * @param rest what remained of the target
     * @param bound what the search covered, in words
     */
    public record Outcome(Optional<List<Multiple>> multiples, MatrixPolynomial rest, String bound) {}

    private MatrixSearch(MatrixPolynomial target, List<Oriented> known, int degree) {
        this.target = target;
        this.known = known;
        this.degree = degree;
    }

    /** Searches with growing degrees. */
    public static Outcome find(MatrixPolynomial target, List<Known> known) {
        int least = target.terms().keySet().stream()
                .mapToInt(MatrixTerm::degree)
                .max()
                .orElse(0);
        List<Oriented> oriented =
                known.stream().flatMap(k -> Oriented.bothWays(k).stream()).toList();
        Outcome last = new MatrixSearch(target, oriented, least).search();
        for (int excess : EXCESS) {
            if (last.multiples().isEmpty()) {
                last = new MatrixSearch(target, oriented, least + excess).search();
            }
        }
        return last;
    }

    private Outcome search() {
        target.terms().keySet().forEach(this::reach);
        int round = 1;
        while (!open.isEmpty() && products.size() < MOST_PRODUCTS) {
            for (int i = open.size(); i > 0 && products.size() < MOST_PRODUCTS; i--) {
                extend(open.poll());
            }
            round++;
            SparseElimination.Solution solution = system.solve(target.terms());
            if (solution.rest().isEmpty()) {
                return new Outcome(Optional.of(multiples(solution.weights())), target, "");
            }
        }
        SparseElimination.Solution solution = system.solve(target.terms());
        if (solution.rest().isEmpty()) {
            return new Outcome(Optional.of(multiples(solution.weights())), target, "");
        }
        String bound = products.size() + " products of degree at most " + degree + " in " + round + " rounds"
                + (products.size() < MOST_PRODUCTS ? ", which are all" : "");
        return new Outcome(
                Optional.empty(), new MatrixPolynomial(target.rows(), target.columns(), solution.rest()), bound);
    }

    private List<Multiple> multiples(SortedMap<Integer, Rational> weights) {
        List<Multiple> out = new ArrayList<>();
        weights.forEach((i, c) -> {
            Multiple m = products.get(i);
            out.add(new Multiple(m.left().scaled(c), m.of(), m.transposed(), m.right(), m.trace()));
        });
        return out;
    }

    private void reach(MatrixTerm term) {
        if (term.degree() <= degree && terms.add(term)) {
            open.add(term);
        }
    }

    private void extend(MatrixTerm term) {
        for (Oriented premise : known) {
            for (MatrixTerm lead : premise.zero().terms().keySet()) {
                Match match = new Match(term, lead, premise.zero(), premise.of(), premise.transposed());
                (premise.zero().isScalar() ? match.byNumber() : match.byWord()).forEach(m -> add(m, premise.zero()));
            }
        }
    }

    private void add(Multiple m, MatrixPolynomial zero) {
        if (products.size() >= MOST_PRODUCTS || seen.contains(m)) {
            return;
        }
        MatrixPolynomial product = m.left().times(zero).times(m.right());
        product = m.trace() ? product.trace() : product;
        boolean low = product.terms().keySet().stream().allMatch(t -> t.degree() <= degree);
        if (low && seen.add(m)) {
            system.add(product.terms(), products.size());
            products.add(m);
            product.terms().keySet().forEach(this::reach);
        }
    }

    /** The ways in which a multiple of a premise holds a term, through one of the premise's terms. */
    private final class Match {
        private final MatrixTerm term;
        private final MatrixTerm lead;
        private final MatrixPolynomial zero;
        private final int of;
        private final boolean transposed;

        Match(MatrixTerm term, MatrixTerm lead, MatrixPolynomial zero, int of, boolean transposed) {
            this.term = term;
            this.lead = lead;
            this.zero = zero;
            this.of = of;
            this.transposed = transposed;
        }

        /** A number that is zero, times the rest of the term. */
        List<Multiple> byNumber() {
            List<Multiple> out = new ArrayList<>();
            quotient(term.scalars(), lead.scalars())
                    .ifPresent(rest -> out.add(new Multiple(
                            MatrixPolynomial.of(
                                    target.rows(), target.columns(), new MatrixTerm(rest, term.word()), Rational.ONE),
                            of,
                            transposed,
                            MatrixPolynomial.identity(target.columns(), Rational.ONE),
                            false)));
            return out;
        }

        List<Multiple> byWord() {
            List<Multiple> out = new ArrayList<>();
            if (lead.word().factors().isEmpty()) {
                return out;
            }
            if (!target.isScalar()) {
                quotient(term.scalars(), lead.scalars())
                        .ifPresent(rest -> within(term.word(), target.rows(), target.columns(), rest, out));
                return out;
            }
            for (MatrixTerm.Scalar s : term.scalars().keySet()) {
                SortedMap<MatrixTerm.Scalar, Integer> others = new TreeMap<>(term.scalars());
                others.merge(s, -1, Integer::sum);
                others.values().removeIf(k -> k == 0);
                if (s.letter().isEmpty() && !s.word().factors().isEmpty()) {
                    quotient(others, lead.scalars()).ifPresent(rest -> inside(s, rest, out));
                }
            }
            return out;
        }

        /** Where the lead's word stands in a number: around in a trace, straight in a 1 x 1 word, either way round. */
        private void inside(MatrixTerm.Scalar s, SortedMap<MatrixTerm.Scalar, Integer> rest, List<Multiple> out) {
            if (!s.trace()) {
                within(s.word(), Letter.UNIT, Letter.UNIT, rest, out);
                within(s.word().transpose(), Letter.UNIT, Letter.UNIT, rest, out);
                return;
            }
            int n = lead.word().factors().size();
            int size = s.word().factors().size();
            for (Word start : List.of(s.word(), s.word().transpose())) {
                for (int i = 0; i < size; i++) {
                    Word rotated = start.part(i, size).then(start.part(0, i));
                    if (n <= size && rotated.part(0, n).equals(lead.word())) {
                        MatrixTerm right = new MatrixTerm(new TreeMap<>(), rotated.part(n, size));
                        out.add(new Multiple(
                                number(rest, zero.rows()),
                                of,
                                transposed,
                                MatrixPolynomial.of(
                                        /* rows= */ zero.columns(), /* columns= */ zero.rows(), right, Rational.ONE),
                                true));
                    }
                }
            }
        }

        private void within(
                Word word,
                String rows,
                String columns,
                SortedMap<MatrixTerm.Scalar, Integer> rest,
                List<Multiple> out) {
            int n = lead.word().factors().size();
            for (int i = 0; i + n <= word.factors().size(); i++) {
                if (word.part(i, i + n).equals(lead.word())) {
                    MatrixTerm left = new MatrixTerm(rest, word.part(0, i));
                    MatrixTerm right = new MatrixTerm(
                            new TreeMap<>(), word.part(i + n, word.factors().size()));
                    out.add(new Multiple(
                            MatrixPolynomial.of(rows, zero.rows(), left, Rational.ONE),
                            of,
                            transposed,
                            MatrixPolynomial.of(zero.columns(), columns, right, Rational.ONE),
                            false));
                }
            }
        }

        private MatrixPolynomial number(SortedMap<MatrixTerm.Scalar, Integer> scalars, String size) {
            return MatrixPolynomial.of(size, size, new MatrixTerm(scalars, Word.EMPTY), Rational.ONE);
        }
    }

    /** What is left of numbers after a division; empty if they do not divide. */
    private static Optional<SortedMap<MatrixTerm.Scalar, Integer>> quotient(
            SortedMap<MatrixTerm.Scalar, Integer> of, SortedMap<MatrixTerm.Scalar, Integer> by) {
        SortedMap<MatrixTerm.Scalar, Integer> out = new TreeMap<>(of);
        for (Map.Entry<MatrixTerm.Scalar, Integer> e : by.entrySet()) {
            int left = out.merge(e.getKey(), -e.getValue(), Integer::sum);
            boolean divides = e.getKey()
                    .letter()
                    .filter(l -> l.kind() == Letter.Kind.NONZERO)
                    .isPresent();
            if (left < 0 && !divides) {
                return Optional.empty();
            }
        }
        out.values().removeIf(k -> k == 0);
        return Optional.of(out);
    }
}
