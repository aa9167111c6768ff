package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Coefficient;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;
import org.lossproof.moments.Atom;
import org.lossproof.moments.End;
import org.lossproof.moments.Invariant;

/**
 * The landscape L = -Tr[W B W'] + quartic + gamma Tr[W W'] + kappa (rho - c)^2, rho = Tr[W Sigma W'] + |v|^2, written out in the
 * entries of W: d1 x d0 and of a bias v: d1 for covariances that are diagonal in the modes, exactly; and its derivatives.
 */
public final class SymbolicLandscape {
    private final Modes modes;
    private final EntryPolynomial rho;
    private final EntryPolynomial loss;
    private final Map<Derivative, Expr> derivatives = new ConcurrentHashMap<>();

    private record Derivative(List<String> by, Expr mu) {}

    /**
     * The eigenvalues of the covariances and the names of what is unknown.
     *
     * @param a eigenvalues of A0, d0 of them
     * @param c eigenvalues of C
     * @param b eigenvalues of B
     * @param entries names of the entries of W, row by row: d1 d0 of them
     * @param bias names of the entries of the bias; none without one
     */
    public record Modes(List<Expr> a, List<Expr> c, List<Expr> b, List<String> entries, List<String> bias) {
        public Modes {
            a = List.copyOf(a);
            c = List.copyOf(c);
            b = List.copyOf(b);
            entries = List.copyOf(entries);
            bias = List.copyOf(bias);
            if (a.size() != c.size() || a.size() != b.size() || entries.size() % a.size() != 0) {
                throw new IllegalArgumentException(
                        "eigenvalues of " + a.size() + " modes and " + entries.size() + " entries");
            }
        }

        int d0() {
            return a.size();
        }

        int d1() {
            return entries.size() / a.size();
        }

        Expr s(int i) {
            return Exprs.sum(List.of(a.get(i), c.get(i)));
        }
    }

    /** What holds E|f(x)|^2: {@code kappa (rho - c)^2} is added to L; and weight decay, {@code gamma Tr[W W']}. */
    public record Added(Expr decay, Expr kappa, Expr c) {
        /** Nothing. */
        public static final Added NOTHING = new Added(Exprs.number(0), Exprs.number(0), Exprs.number(0));
    }

    /**
     * @param quartic the fourth order of an expansion in A, C (and d1), by invariant
     * @throws InputException if an invariant has other letters, or a coefficient is no rational function of the parameters
     */
    public SymbolicLandscape(Modes modes, Map<Invariant, Coefficient> quartic, Added added) {
        this.modes = modes;
        this.rho = norm();
        EntryPolynomial sum = quadratic(added.decay());
        for (Map.Entry<Invariant, Coefficient> term : quartic.entrySet()) {
            sum = sum.plus(invariant(term.getKey()).times(expression(term.getValue(), modes.d1())));
        }
        EntryPolynomial excess = rho.plus(EntryPolynomial.of(Exprs.negative(added.c())));
        this.loss = sum.plus(excess.squared().times(added.kappa()));
    }

    /** rho = Tr[W Sigma W'] + |v|^2. */
    public Expr rho() {
        return rho.expression();
    }

    /** L. */
    public Expr loss() {
        return loss.expression();
    }

    /** (W'W)_ij, modes from 0. */
    public Expr gram(int i, int j) {
        EntryPolynomial sum = EntryPolynomial.ZERO;
        for (int r = 0; r < modes.d1(); r++) {
            sum = sum.plus(entry(r, i).times(entry(r, j)));
        }
        return sum.expression();
    }

    /** The derivative of L + mu (rho - c) by one or several entries; {@code mu} is 0 without a constraint. */
    public Expr derivative(List<String> by, Expr mu) {
        return derivatives.computeIfAbsent(
                new Derivative(List.copyOf(by), mu),
                d -> lagrangian(d.by(), d.mu()).expression());
    }

    /** The second derivative of L at W = 0 along a mode, from 0. */
    public Expr curvatureAtOrigin(int mode) {
        String name = modes.entries().get(mode);
        return lagrangian(List.of(name, name), Exprs.number(0)).atOrigin();
    }

    private EntryPolynomial lagrangian(List<String> by, Expr mu) {
        EntryPolynomial out = loss.plus(rho.times(mu));
        for (String name : by) {
            out = out.by(name);
        }
        return out;
    }

    private EntryPolynomial entry(int row, int mode) {
        return EntryPolynomial.entry(modes.entries().get(row * modes.d0() + mode));
    }

    private EntryPolynomial norm() {
        EntryPolynomial sum = EntryPolynomial.ZERO;
        for (int i = 0; i < modes.d0(); i++) {
            for (int r = 0; r < modes.d1(); r++) {
                sum = sum.plus(entry(r, i).squared().times(modes.s(i)));
            }
        }
        for (String v : modes.bias()) {
            sum = sum.plus(EntryPolynomial.entry(v).squared());
        }
        return sum;
    }

    private EntryPolynomial quadratic(Expr decay) {
        EntryPolynomial sum = EntryPolynomial.ZERO;
        for (int i = 0; i < modes.d0(); i++) {
            Expr coefficient = Exprs.difference(decay, modes.b().get(i));
            for (int r = 0; r < modes.d1(); r++) {
                sum = sum.plus(entry(r, i).squared().times(Exprs.sum(List.of(coefficient))));
            }
        }
        return sum;
    }

    /** Traces of words and sums over coordinates of entries of words, at K_A = W diag(a) W' and the like. */
    private EntryPolynomial invariant(Invariant invariant) {
        EntryPolynomial out = EntryPolynomial.of(Exprs.number(1));
        List<Atom> edges = new ArrayList<>();
        for (Atom atom : invariant.monomial().atoms()) {
            if (atom.isTrace()) {
                out = out.times(trace(matrix(atom.word())));
            } else {
                edges.add(atom);
            }
        }
        return edges.isEmpty() ? out : out.times(coordinateSum(edges));
    }

    private EntryPolynomial coordinateSum(List<Atom> edges) {
        Set<End> vertices = new LinkedHashSet<>();
        edges.forEach(e -> vertices.addAll(List.of(e.left(), e.right())));
        return summed(edges, List.copyOf(vertices), new HashMap<>());
    }

    private EntryPolynomial summed(List<Atom> edges, List<End> free, Map<End, Integer> chosen) {
        if (free.isEmpty()) {
            EntryPolynomial out = EntryPolynomial.of(Exprs.number(1));
            for (Atom edge : edges) {
                out = out.times(matrix(edge.word()).get(chosen.get(edge.left())).get(chosen.get(edge.right())));
            }
            return out;
        }
        EntryPolynomial sum = EntryPolynomial.ZERO;
        for (int r = 0; r < modes.d1(); r++) {
            chosen.put(free.get(0), r);
            sum = sum.plus(summed(edges, free.subList(1, free.size()), chosen));
        }
        return sum;
    }

    private EntryPolynomial trace(List<List<EntryPolynomial>> m) {
        return IntStream.range(0, m.size())
                .mapToObj(r -> m.get(r).get(r))
                .reduce(EntryPolynomial.ZERO, EntryPolynomial::plus);
    }

    /** The product of K_A, K_C (or W W' for G) in the order of the word: d1 x d1. */
    private List<List<EntryPolynomial>> matrix(String word) {
        List<List<EntryPolynomial>> out = covariance(word.charAt(0));
        for (int k = 1; k < word.length(); k++) {
            out = product(out, covariance(word.charAt(k)));
        }
        return out;
    }

    private List<List<EntryPolynomial>> covariance(char letter) {
        List<Expr> weights = switch (letter) {
            case 'A' -> modes.a();
            case 'C' -> modes.c();
            case 'G' -> java.util.Collections.nCopies(modes.d0(), Exprs.number(1));
            default ->
                throw new InputException("the landscape has the letter " + letter
                        + ", which is no covariance of one encoder; settings speak of losses with one encoder");
        };
        List<List<EntryPolynomial>> out = new ArrayList<>();
        for (int r = 0; r < modes.d1(); r++) {
            List<EntryPolynomial> row = new ArrayList<>();
            for (int q = 0; q < modes.d1(); q++) {
                EntryPolynomial sum = EntryPolynomial.ZERO;
                for (int i = 0; i < modes.d0(); i++) {
                    sum = sum.plus(entry(r, i).times(entry(q, i)).times(weights.get(i)));
                }
                row.add(sum);
            }
            out.add(row);
        }
        return out;
    }

    private static List<List<EntryPolynomial>> product(
            List<List<EntryPolynomial>> left, List<List<EntryPolynomial>> right) {
        int n = left.size();
        List<List<EntryPolynomial>> out = new ArrayList<>();
        for (int r = 0; r < n; r++) {
            List<EntryPolynomial> row = new ArrayList<>();
            for (int q = 0; q < n; q++) {
                EntryPolynomial sum = EntryPolynomial.ZERO;
                for (int k = 0; k < n; k++) {
                    sum = sum.plus(left.get(r).get(k).times(right.get(k).get(q)));
                }
                row.add(sum);
            }
            out.add(row);
        }
        return out;
    }

    /**
     * A coefficient as an expression, d1 set.
     *
     * @throws InputException if it is no rational function of the parameters
     */
    public static Expr expression(Coefficient coefficient, int d1) {
        Expr over = polynomial(coefficient.numerator(), coefficient, d1);
        Expr under = polynomial(coefficient.denominator(), coefficient, d1);
        return under.equals(Exprs.number(1))
                ? over
                : Exprs.product(List.of(over, new Expr.Power(under, Exprs.number(-1), Span.API)));
    }

    private static Expr polynomial(List<Coefficient.Term> terms, Coefficient of, int d1) {
        if (!of.isRational()) {
            throw new InputException("the landscape has the coefficient " + of.text()
                    + ", which is no rational function of the parameters; facts are about rational functions");
        }
        List<Expr> sum = new ArrayList<>();
        for (Coefficient.Term term : terms) {
            List<Expr> factors = new ArrayList<>();
            factors.add(Exprs.number(new BigFraction(term.coefficient())));
            term.powers().forEach((name, k) -> {
                Expr base = name.equals("d1") ? Exprs.number(d1) : new Expr.Parameter(name);
                factors.add(k == 1 ? base : new Expr.Power(base, Exprs.number(k), Span.API));
            });
            sum.add(Exprs.product(factors));
        }
        return Exprs.sum(sum);
    }
}
