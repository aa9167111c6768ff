package org.lossproof.search;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Condition;
import org.lossproof.kernel.Condition.Sign;
import org.lossproof.kernel.Proposition;

/**
 * A system with what is known not to vanish divided out, and the certificate steps that get there: squares of it out of
 * signed conditions, simple factors where they are positive or only zero or not matters.
 */
final class ReducedSystem {
    private final Ring ring;
    private final List<Condition> all = new ArrayList<>();
    private final List<Certificate.Step> steps = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /**
     * A condition of the reduced system.
     *
     * @param number its number for a certificate
     * @param sign the sign it has
     * @param polynomial what has it
     */
    record Member(int number, Sign sign, MultivariatePolynomial<Rational<BigInteger>> polynomial) {}

    /** What is known not to vanish: a polynomial and the condition that says so. */
    private record NonZero(MultivariatePolynomial<Rational<BigInteger>> polynomial, int number) {}

    ReducedSystem(Ring ring, Proposition.NoPoint system) {
        this.ring = ring;
        all.addAll(system.conditions());
        Map<Integer, List<NonZero>> factors = nonZeroFactors(system.conditions());
        for (int i = 0; i < system.conditions().size(); i++) {
            reduce(i, factors);
        }
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    List<Certificate.Step> steps() {
        return List.copyOf(steps);
    }

    /** The irreducible factors of what does not vanish, by the condition they come from; the steps are noted. */
    private Map<Integer, List<NonZero>> nonZeroFactors(List<Condition> conditions) {
        Map<Integer, List<NonZero>> out = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (!isNonZero(i)) {
                continue;
            }
            List<NonZero> found = new ArrayList<>();
            MultivariatePolynomial<Rational<BigInteger>> p =
                    ring.of(conditions.get(i).polynomial());
            for (MultivariatePolynomial<Rational<BigInteger>> f :
                    p.isZero() ? List.<MultivariatePolynomial<Rational<BigInteger>>>of() : ring.factors(p)) {
                Optional<MultivariatePolynomial<Rational<BigInteger>>> rest = ring.quotient(p, f);
                boolean itself = rest.isPresent() && rest.get().isConstant();
                if (itself) {
                    found.add(new NonZero(p, i));
                } else if (rest.isPresent()) {
                    found.add(new NonZero(
                            f,
                            append(
                                    new Certificate.NonZeroFactor(i, ring.kernel(f), ring.kernel(rest.get())),
                                    new Condition(ring.kernel(f), Sign.NON_ZERO))));
                }
            }
            out.put(i, found);
        }
        return out;
    }

    private void reduce(int number, Map<Integer, List<NonZero>> factors) {
        Condition condition = all.get(number);
        MultivariatePolynomial<Rational<BigInteger>> p = ring.of(condition.polynomial());
        List<Integer> signed = new ArrayList<>();
        List<Integer> squared = new ArrayList<>();
        boolean signMatters = condition.sign() == Sign.NON_NEGATIVE || condition.sign() == Sign.POSITIVE;
        for (Map.Entry<Integer, List<NonZero>> source : factors.entrySet()) {
            for (NonZero f : source.getKey() == number ? List.<NonZero>of() : source.getValue()) {
                boolean simple = !signMatters || all.get(f.number()).sign() == Sign.POSITIVE;
                MultivariatePolynomial<Rational<BigInteger>> divisor =
                        simple ? f.polynomial() : f.polynomial().clone().multiply(f.polynomial());
                Optional<MultivariatePolynomial<Rational<BigInteger>>> quotient = divided(p, divisor);
                while (quotient.isPresent()) {
                    p = quotient.get();
                    (simple ? signed : squared).add(f.number());
                    quotient = divided(p, divisor);
                }
            }
        }
        int reduced = number;
        if (!signed.isEmpty() || !squared.isEmpty()) {
            Condition quotient = new Condition(ring.kernel(p), condition.sign());
            reduced = append(
                    new Certificate.Quotient(
                            number, new Certificate.Product(signed, squared, List.of()), quotient.polynomial()),
                    quotient);
        }
        members.add(new Member(reduced, condition.sign(), p));
    }

    /** The quotient, if there is one and it is worth having: a condition on a number is kept as it is. */
    private Optional<MultivariatePolynomial<Rational<BigInteger>>> divided(
            MultivariatePolynomial<Rational<BigInteger>> p, MultivariatePolynomial<Rational<BigInteger>> divisor) {
        return p.isZero() || p.isConstant() ? Optional.empty() : ring.quotient(p, divisor);
    }

    private int append(Certificate.Step step, Condition condition) {
        steps.add(step);
        all.add(condition);
        return all.size() - 1;
    }

    /** A new variable that is the inverse of the product of all that does not vanish. */
    Member inverse(String name) {
        List<Integer> of = new ArrayList<>();
        MultivariatePolynomial<Rational<BigInteger>> product = ring.variable(name);
        for (Member member : members) {
            if (member.sign() == Sign.NON_ZERO || member.sign() == Sign.POSITIVE) {
                of.add(member.number());
                product = product.multiply(member.polynomial());
            }
        }
        MultivariatePolynomial<Rational<BigInteger>> equation = product.subtract(ring.one());
        int number = append(new Certificate.Inverse(of, name), new Condition(ring.kernel(equation), Sign.ZERO));
        return new Member(number, Sign.ZERO, equation);
    }

    private boolean isNonZero(int i) {
        return all.get(i).sign() == Sign.NON_ZERO || all.get(i).sign() == Sign.POSITIVE;
    }
}
