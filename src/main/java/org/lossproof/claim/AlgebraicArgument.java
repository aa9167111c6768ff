package org.lossproof.claim;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.Ideal;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * A second opinion on a fact that shares no code with the solver: why no point fails it, as an identity of polynomials.
 * Modulo the equations (a Groebner basis, Rings), a combination with positive rational coefficients of products of what is
 * not negative, one of them positive, is identically zero (Stengle's Positivstellensatz with products and simple
 * squares only). A linear program proposes the combination; that it is zero is then checked in exact arithmetic. The search is
 * bounded: to find none says nothing.
 */
final class AlgebraicArgument {
    private static final int MAX_DEGREE = 10;
    private static final int MAX_PRODUCTS = 500;
    private static final int MAX_PIVOTS = 4000;
    private static final double SUPPORT = 1e-9;

    private final RealPolynomials polynomials;
    private final int variables;

    /** A product that is not negative where the system holds. */
    private record Product(
            MultivariatePolynomial<Rational<BigInteger>> value,
            MultivariatePolynomial<Rational<BigInteger>> reduced,
            boolean positive,
            String text) {}

    private AlgebraicArgument(Fact fact) {
        this.polynomials = new RealPolynomials(fact.variables());
        this.variables = fact.variables().size();
    }

    /** The identities that exclude every case of a counterexample; empty if one case is left open. */
    static Optional<List<String>> excluding(Fact fact) {
        AlgebraicArgument argument = new AlgebraicArgument(fact);
        List<String> out = new ArrayList<>();
        for (SignSystem system : SignSystem.ofCounterexamples(fact, argument.polynomials)) {
            Optional<String> identity = argument.refute(system);
            if (identity.isEmpty()) {
                return Optional.empty();
            }
            out.add(identity.get());
        }
        return Optional.of(List.copyOf(out));
    }

    /** First without, then with the inverse of what does not vanish as a variable. */
    private Optional<String> refute(SignSystem system) {
        Optional<String> plain = refute(system, List.of());
        if (plain.isPresent() || system.zero().isEmpty()) {
            return plain;
        }
        MultivariatePolynomial<Rational<BigInteger>> product = polynomials.one();
        List<MultivariatePolynomial<Rational<BigInteger>>> nonZero = new ArrayList<>(system.nonZero());
        nonZero.addAll(system.positive());
        for (var p : nonZero.stream().distinct().toList()) {
            product = product.multiply(p);
        }
        return refute(system, List.of(polynomials.one().subtract(product.clone().multiply(polynomials.inverse()))));
    }

    private Optional<String> refute(SignSystem system, List<MultivariatePolynomial<Rational<BigInteger>>> inverses) {
        List<MultivariatePolynomial<Rational<BigInteger>>> equations = new ArrayList<>(system.zero());
        equations.addAll(inverses);
        equations.removeIf(MultivariatePolynomial::isZero);
        Optional<Ideal<Monomial<Rational<BigInteger>>, MultivariatePolynomial<Rational<BigInteger>>>> ideal =
                equations.isEmpty() ? Optional.empty() : Optional.of(Ideal.create(equations, MonomialOrder.GREVLEX));
        if (ideal.isPresent() && ideal.get().contains(polynomials.one())) {
            return Optional.of("1 = 0 follows from the equations and inequations");
        }
        List<Product> signs = signs(system);
        List<Product> signsAndSquares = new ArrayList<>(signs);
        signsAndSquares.addAll(squares());
        // Small searches first: the linear programs are degenerate and grow slow.
        return Stream.of(1, 2, 3)
                .flatMap(factors -> Stream.of(signs, signsAndSquares).map(g -> products(g, factors, ideal)))
                .map(AlgebraicArgument::combination)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Product> signs(SignSystem system) {
        List<Product> out = new ArrayList<>();
        system.positive().forEach(p -> out.add(generator(p, true)));
        system.nonNegative().forEach(p -> out.add(generator(p, false)));
        system.nonZero().forEach(p -> out.add(square(p, true)));
        return out;
    }

    private List<Product> squares() {
        List<Product> out = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            var x = polynomials.variable(i);
            out.add(square(x, false));
            for (int j = 0; j < i; j++) {
                var y = polynomials.variable(j);
                out.add(square(x.clone().subtract(y), false));
                out.add(square(x.clone().multiply(2).subtract(y), false));
                out.add(square(x.clone().subtract(y.clone().multiply(2)), false));
            }
        }
        return out;
    }

    private List<Product> products(
            List<Product> generators,
            int maxFactors,
            Optional<Ideal<Monomial<Rational<BigInteger>>, MultivariatePolynomial<Rational<BigInteger>>>> ideal) {
        List<Product> all = new ArrayList<>();
        all.add(new Product(polynomials.one(), polynomials.one(), true, "1"));
        for (int from = 0, factors = 0; factors < maxFactors; factors++) {
            int to = all.size();
            for (Product left : List.copyOf(all.subList(from, to))) {
                for (Product right : generators) {
                    var value = left.value().clone().multiply(right.value());
                    if (value.degree() <= MAX_DEGREE
                            && all.size() < MAX_PRODUCTS
                            && all.stream().noneMatch(p -> p.value().equals(value))) {
                        String text = left.value().isOne() ? right.text() : left.text() + "*" + right.text();
                        all.add(new Product(
                                value,
                                ideal.map(i -> i.normalForm(value.clone())).orElse(value),
                                left.positive() && right.positive(),
                                text));
                    }
                }
            }
            from = to;
        }
        return all;
    }

    private Product generator(MultivariatePolynomial<Rational<BigInteger>> p, boolean positive) {
        return new Product(p, p, positive, "(" + polynomials.text(p) + ")");
    }

    private Product square(MultivariatePolynomial<Rational<BigInteger>> p, boolean positive) {
        var square = p.clone().multiply(p);
        return new Product(square, square, positive, "(" + polynomials.text(p) + ")^2");
    }

    private static Optional<String> combination(List<Product> products) {
        FieldMatrix<BigFraction> columns = coefficients(products);
        double[] proposal = proposal(columns, products);
        List<Integer> support = new ArrayList<>();
        for (int j = 0; j < proposal.length; j++) {
            if (proposal[j] > SUPPORT) {
                support.add(j);
            }
        }
        return support.isEmpty() ? Optional.empty() : exact(columns, support).map(weights -> text(products, weights));
    }

    /** A row per monomial, and a last one that holds 1 for what is positive. */
    private static FieldMatrix<BigFraction> coefficients(List<Product> products) {
        Map<String, Integer> rows = new TreeMap<>();
        products.forEach(p -> p.reduced().forEach(t -> rows.putIfAbsent(key(t), rows.size())));
        FieldMatrix<BigFraction> out =
                MatrixUtils.createFieldMatrix(BigFractionField.getInstance(), rows.size() + 1, products.size());
        for (int j = 0; j < products.size(); j++) {
            int column = j;
            products.get(j).reduced().forEach(t -> out.setEntry(rows.get(key(t)), column, fraction(t.coefficient)));
            out.setEntry(rows.size(), j, products.get(j).positive() ? BigFraction.ONE : BigFraction.ZERO);
        }
        return out;
    }

    private static String key(Monomial<Rational<BigInteger>> term) {
        return java.util.Arrays.toString(term.exponents);
    }

    private static BigFraction fraction(Rational<BigInteger> value) {
        return new BigFraction(
                new java.math.BigInteger(value.numerator().toString()),
                new java.math.BigInteger(value.denominator().toString()));
    }

    private static double[] proposal(FieldMatrix<BigFraction> columns, List<Product> products) {
        int rows = columns.getRowDimension();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] row = new double[products.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = columns.getEntry(i, j).doubleValue();
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, i == rows - 1 ? 1 : 0));
        }
        double[] cost =
                products.stream().mapToDouble(p -> 1 + p.value().degree()).toArray();
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MAX_PIVOTS),
                            new LinearObjectiveFunction(cost, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (MathRuntimeException e) {
            // Infeasible, or too long: no argument of this kind.
            return new double[0];
        }
    }

    /** The weights of the support in exact arithmetic, if they are positive and solve the equations. */
    private static Optional<Map<Integer, BigFraction>> exact(FieldMatrix<BigFraction> columns, List<Integer> support) {
        int[] chosen = support.stream().mapToInt(Integer::intValue).toArray();
        int[] rows =
                java.util.stream.IntStream.range(0, columns.getRowDimension()).toArray();
        FieldMatrix<BigFraction> a = columns.getSubMatrix(rows, chosen);
        FieldVector<BigFraction> b = MatrixUtils.createFieldVector(
                Collections.nCopies(rows.length, BigFraction.ZERO).toArray(BigFraction[]::new));
        b.setEntry(rows.length - 1, BigFraction.ONE);
        var solver = new FieldLUDecomposition<>(a.transpose().multiply(a)).getSolver();
        if (!solver.isNonSingular()) {
            return Optional.empty();
        }
        FieldVector<BigFraction> x = solver.solve(a.transpose().operate(b));
        Map<Integer, BigFraction> out = new TreeMap<>();
        for (int j = 0; j < chosen.length; j++) {
            if (x.getEntry(j).signum() < 0) {
                return Optional.empty();
            }
            out.put(chosen[j], x.getEntry(j));
        }
        return a.operate(x).equals(b) ? Optional.of(out) : Optional.empty();
    }

    private static String text(List<Product> products, Map<Integer, BigFraction> weights) {
        return weights.entrySet().stream()
                        .filter(e -> e.getValue().signum() > 0)
                        .map(e -> (e.getValue().equals(BigFraction.ONE)
                                        ? ""
                                        : e.getValue().toString().replace(" ", "") + "*")
                                + products.get(e.getKey()).text())
                        .collect(Collectors.joining(" + "))
                + " = 0";
    }
}
