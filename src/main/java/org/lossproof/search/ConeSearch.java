package org.lossproof.search;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.Ideal;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Condition.Sign;
import org.lossproof.kernel.Proposition;
import org.lossproof.search.ReducedSystem.Member;

/**
 * Looks for a cone certificate: modulo the equations (a Groebner basis, Rings), a combination with positive rational
 * coefficients of products of what is not negative, one of them positive, is zero (Stengle's Positivstellensatz with products
 * and simple squares only). A linear program proposes the combination. The search is bounded: to find none says nothing.
 */
public final class ConeSearch {
    private static final int MAX_DEGREE = 10;
    private static final int MOST_FACTORS = 3;
    private static final int MAX_PRODUCTS = 500;
    private static final String INVERSE = "inverse";

    private final int mostFactors;
    private final Ring ring;
    private final ReducedSystem system;

    /** A product that is not negative where the system holds, and what is left of it modulo the equations. */
    record Candidate(
            MultivariatePolynomial<Rational<BigInteger>> value,
            MultivariatePolynomial<Rational<BigInteger>> reduced,
            boolean positive,
            Certificate.Product product) {}

    private ConeSearch(Proposition.NoPoint proposition, int mostFactors) {
        this.mostFactors = mostFactors;
        TreeSet<String> names = new TreeSet<>();
        proposition.conditions().forEach(c -> names.addAll(c.polynomial().variables()));
        List<String> all = new ArrayList<>(names);
        all.add(INVERSE
                + "'".repeat((int)
                        all.stream().filter(n -> n.startsWith(INVERSE)).count()));
        this.ring = new Ring(all);
        this.system = new ReducedSystem(ring, proposition);
    }

    /** A certificate, if one is found. */
    public static Optional<Certificate.Cone> find(Proposition.NoPoint proposition) {
        return new ConeSearch(proposition, MOST_FACTORS).find();
    }

    /** A certificate, if one is found among the simplest: the conditions themselves and squares, no products of them. */
    public static Optional<Certificate.Cone> findSimple(Proposition.NoPoint proposition) {
        return new ConeSearch(proposition, 1).find();
    }

    /** First without, then with the inverse of what does not vanish as a variable. */
    private Optional<Certificate.Cone> find() {
        List<Member> equations = new ArrayList<>(withSign(Sign.ZERO));
        Optional<Certificate.Cone> plain = find(equations);
        if (plain.isPresent() || equations.isEmpty()) {
            return plain;
        }
        equations.add(system.inverse(ring.names().get(ring.names().size() - 1)));
        return find(equations);
    }

    private List<Member> withSign(Sign sign) {
        return system.members().stream()
                .filter(m -> m.sign() == sign
                        && !(sign == Sign.ZERO && m.polynomial().isZero()))
                .toList();
    }

    private Optional<Certificate.Cone> find(List<Member> equations) {
        Optional<Ideal<Monomial<Rational<BigInteger>>, MultivariatePolynomial<Rational<BigInteger>>>> ideal =
                equations.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Ideal.create(
                                equations.stream().map(Member::polynomial).toList(), MonomialOrder.GREVLEX));
        Candidate one = new Candidate(ring.one(), ring.one(), true, product(List.of(), List.of(), List.of()));
        if (ideal.isPresent() && ideal.get().contains(ring.one())) {
            return cone(List.of(one), Map.of(0, BigFraction.ONE), equations);
        }
        List<Candidate> signs = signs();
        List<Candidate> signsAndSquares = new ArrayList<>(signs);
        signsAndSquares.addAll(squares());
        // Small searches first: the linear programs are degenerate and grow slow.
        for (int factors = 1; factors <= mostFactors; factors++) {
            for (List<Candidate> generators : List.of(signs, signsAndSquares)) {
                List<Candidate> candidates = products(one, generators, factors, ideal);
                Optional<Certificate.Cone> found =
                        Combination.of(candidates).flatMap(weights -> cone(candidates, weights, equations));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The combination with the cofactors of the equations that make it zero. */
    private Optional<Certificate.Cone> cone(
            List<Candidate> candidates, Map<Integer, BigFraction> weights, List<Member> equations) {
        List<Certificate.Summand> summands = new ArrayList<>();
        MultivariatePolynomial<Rational<BigInteger>> sum = ring.zero();
        for (Map.Entry<Integer, BigFraction> weight : new TreeMap<>(weights).entrySet()) {
            org.lossproof.kernel.Rational number = new org.lossproof.kernel.Rational(
                    weight.getValue().getNumerator(), weight.getValue().getDenominator());
            Candidate candidate = candidates.get(weight.getKey());
            summands.add(new Certificate.Summand(number, candidate.product()));
            sum = sum.add(
                    ring.of(org.lossproof.kernel.Polynomial.constant(number)).multiply(candidate.value()));
        }
        MultivariatePolynomial<Rational<BigInteger>> negative = sum.negate();
        return new CofactorSearch(
                        ring, equations.stream().map(Member::polynomial).toList())
                .of(negative)
                .map(cofactors -> new Certificate.Cone(system.steps(), summands, multiples(equations, cofactors)));
    }

    private List<Certificate.Cofactor> multiples(
            List<Member> equations, List<MultivariatePolynomial<Rational<BigInteger>>> cofactors) {
        List<Certificate.Cofactor> out = new ArrayList<>();
        for (int i = 0; i < equations.size(); i++) {
            if (!cofactors.get(i).isZero()) {
                out.add(new Certificate.Cofactor(equations.get(i).number(), ring.kernel(cofactors.get(i))));
            }
        }
        return out;
    }

    private List<Candidate> signs() {
        List<Candidate> out = new ArrayList<>();
        for (Sign sign : List.of(Sign.POSITIVE, Sign.NON_NEGATIVE)) {
            withSign(sign)
                    .forEach(m -> out.add(new Candidate(
                            m.polynomial(),
                            m.polynomial(),
                            sign == Sign.POSITIVE,
                            product(List.of(m.number()), List.of(), List.of()))));
        }
        for (Member m : withSign(Sign.NON_ZERO)) {
            var square = m.polynomial().clone().multiply(m.polynomial());
            out.add(new Candidate(square, square, true, product(List.of(), List.of(m.number()), List.of())));
        }
        return out;
    }

    private List<Candidate> squares() {
        List<MultivariatePolynomial<Rational<BigInteger>>> roots = new ArrayList<>();
        for (int i = 0; i + 1 < ring.names().size(); i++) {
            var x = ring.variable(ring.names().get(i));
            roots.add(x);
            for (int j = 0; j < i; j++) {
                var y = ring.variable(ring.names().get(j));
                roots.add(x.clone().subtract(y));
                roots.add(x.clone().multiply(2).subtract(y));
                roots.add(x.clone().subtract(y.clone().multiply(2)));
            }
        }
        return roots.stream()
                .map(r -> {
                    var square = r.clone().multiply(r);
                    return new Candidate(square, square, false, product(List.of(), List.of(), List.of(ring.kernel(r))));
                })
                .toList();
    }

    private static List<Candidate> products(
            Candidate one,
            List<Candidate> generators,
            int maxFactors,
            Optional<Ideal<Monomial<Rational<BigInteger>>, MultivariatePolynomial<Rational<BigInteger>>>> ideal) {
        List<Candidate> all = new ArrayList<>(List.of(one));
        TreeSet<MultivariatePolynomial<Rational<BigInteger>>> known = new TreeSet<>(Comparator.naturalOrder());
        known.add(one.value());
        for (int factors = 0; factors < maxFactors; factors++) {
            for (Candidate left : List.copyOf(all)) {
                for (Candidate right : generators) {
                    if (all.size() >= MAX_PRODUCTS) {
                        return all;
                    }
                    // Degrees add up, so that what is too high need not be multiplied out.
                    if (left.value().degree() + right.value().degree() > MAX_DEGREE) {
                        continue;
                    }
                    var value = left.value().clone().multiply(right.value());
                    if (known.add(value)) {
                        var rest = ideal.map(i -> i.normalForm(value.clone())).orElse(value);
                        boolean positive = left.positive() && right.positive();
                        all.add(new Candidate(value, rest, positive, times(left.product(), right.product())));
                    }
                }
            }
        }
        return all;
    }

    private static Certificate.Product times(Certificate.Product p, Certificate.Product q) {
        return product(
                joined(p.signed(), q.signed()), joined(p.squared(), q.squared()), joined(p.squares(), q.squares()));
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> out = new ArrayList<>(a);
        out.addAll(b);
        return out;
    }

    private static Certificate.Product product(
            List<Integer> signed, List<Integer> squared, List<org.lossproof.kernel.Polynomial> squares) {
        return new Certificate.Product(signed, squared, squares);
    }
}
