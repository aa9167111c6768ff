package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.kernel.Condition.Sign;

/** Multiplies a {@link Certificate.Cone} out. */
final class ConeCheck {
    private final List<Condition> conditions;

    private ConeCheck(Proposition.NoPoint system) {
        this.conditions = new ArrayList<>(system.conditions());
    }

    static void check(Proposition.NoPoint system, Certificate.Cone cone) {
        ConeCheck check = new ConeCheck(system);
        cone.steps().forEach(step -> check.conditions.add(check.consequence(step)));
        check.identity(cone);
    }

    private Condition consequence(Certificate.Step step) {
        if (step instanceof Certificate.NonZeroFactor f) {
            require(isNonZero(f.of()), "condition " + f.of() + " may vanish");
            require(
                    polynomial(f.of()).equals(f.factor().times(f.cofactor())),
                    "condition " + f.of() + " is not (" + f.factor() + ") * (" + f.cofactor() + ")");
            return new Condition(f.factor(), Sign.NON_ZERO);
        } else if (step instanceof Certificate.Quotient q) {
            return new Condition(quotient(q), condition(q.of()).sign());
        }
        Certificate.Inverse inverse = (Certificate.Inverse) step;
        require(
                conditions.stream().noneMatch(c -> c.polynomial().variables().contains(inverse.name())),
                inverse.name() + " is not new");
        Polynomial product = Polynomial.variable(inverse.name());
        for (int i : inverse.of()) {
            require(isNonZero(i), "condition " + i + " may vanish");
            product = product.times(polynomial(i));
        }
        return new Condition(product.minus(Polynomial.ONE), Sign.ZERO);
    }

    private Polynomial quotient(Certificate.Quotient q) {
        Sign sign = condition(q.of()).sign();
        boolean signMatters = sign == Sign.NON_NEGATIVE || sign == Sign.POSITIVE;
        require(
                signMatters ? isPositive(q.divisor()) : isNonZero(q.divisor()),
                "a divisor of condition " + q.of() + (signMatters ? " may not be positive" : " may vanish"));
        require(
                polynomial(q.of()).equals(q.quotient().times(value(q.divisor()))),
                "condition " + q.of() + " is not the quotient " + q.quotient() + " times its divisor");
        return q.quotient();
    }

    private void identity(Certificate.Cone cone) {
        Polynomial sum = Polynomial.ZERO;
        boolean positive = false;
        for (Certificate.Summand summand : cone.summands()) {
            require(summand.weight().signum() > 0, "the weight " + summand.weight() + " is not positive");
            require(isNonNegative(summand.product()), "a summand may be negative: " + summand.product());
            positive |= isPositive(summand.product());
            sum = sum.plus(value(summand.product()).times(Polynomial.constant(summand.weight())));
        }
        for (Certificate.Cofactor cofactor : cone.cofactors()) {
            require(condition(cofactor.of()).sign() == Sign.ZERO, "condition " + cofactor.of() + " need not vanish");
            sum = sum.plus(polynomial(cofactor.of()).times(cofactor.polynomial()));
        }
        require(positive, "no summand is positive");
        require(sum.isZero(), "the sum is not zero but " + sum);
    }

    private boolean isNonNegative(Certificate.Product p) {
        return p.signed().stream()
                .allMatch(i ->
                        condition(i).sign() == Sign.NON_NEGATIVE || condition(i).sign() == Sign.POSITIVE);
    }

    private boolean isPositive(Certificate.Product p) {
        return p.squares().isEmpty()
                && p.signed().stream().allMatch(i -> condition(i).sign() == Sign.POSITIVE)
                && p.squared().stream().allMatch(this::isNonZero);
    }

    private boolean isNonZero(Certificate.Product p) {
        return p.squares().isEmpty()
                && p.signed().stream().allMatch(this::isNonZero)
                && p.squared().stream().allMatch(this::isNonZero);
    }

    private boolean isNonZero(int i) {
        return condition(i).sign() == Sign.POSITIVE || condition(i).sign() == Sign.NON_ZERO;
    }

    private Polynomial value(Certificate.Product p) {
        Polynomial product = Polynomial.ONE;
        for (int i : p.signed()) {
            product = product.times(polynomial(i));
        }
        for (int i : p.squared()) {
            product = product.times(polynomial(i)).times(polynomial(i));
        }
        for (Polynomial square : p.squares()) {
            product = product.times(square).times(square);
        }
        return product;
    }

    private Polynomial polynomial(int i) {
        return condition(i).polynomial();
    }

    private Condition condition(int i) {
        require(i >= 0 && i < conditions.size(), "there is no condition " + i);
        return conditions.get(i);
    }
}
