package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a fact about matrices follows from those known: multiplied out and compared.
 *
 * @param known what is known where the fact stands
 */
record ReasonCheck(MatrixScope known) {
    /** Throws {@link RejectedCertificateException} if the reason does not show the fact. */
    void check(MatrixFact fact, MatrixProof.Reason reason) {
        if (fact instanceof MatrixFact.Zero zero && reason instanceof MatrixProof.Multiples why) {
            requireSame(zero.matrix(), sum(zero.matrix(), why.multiples()));
        } else if (fact instanceof MatrixFact.NonNegative that && reason instanceof MatrixProof.Forms why) {
            requireSame(that.matrix(), sum(that.matrix(), why));
        } else if (fact instanceof MatrixFact.Positive that && reason instanceof MatrixProof.Forms why) {
            require(why.forms().stream().anyMatch(this::isStrict), "no part of it is positive");
            requireSame(that.matrix(), sum(that.matrix(), why));
        } else if (fact instanceof MatrixFact.AtLeastZero that && reason instanceof MatrixProof.Sum why) {
            checkCounts(that, why);
        } else if (reason instanceof MatrixProof.Instance why
                && known.fact(why.of()) instanceof MatrixFact.ForAll all) {
            why.arguments().forEach(known::requireKnown);
            require(fact.equals(all.at(why.arguments())), "it is no instance: " + fact);
        } else {
            require(false, "a reason of this kind shows no such fact: " + fact);
        }
    }

    private static void requireSame(MatrixPolynomial claimed, MatrixPolynomial found) {
        require(claimed.equals(found), "multiplied out it is " + found + ", not " + claimed);
    }

    private MatrixPolynomial sum(MatrixPolynomial like, List<MatrixProof.Multiple> multiples) {
        MatrixPolynomial sum = MatrixPolynomial.zero(like.rows(), like.columns());
        for (MatrixProof.Multiple m : multiples) {
            require(
                    known.fact(m.of()) instanceof MatrixFact.Zero,
                    "fact " + m.of() + " says of nothing that it is zero");
            known.requireKnown(m.left());
            known.requireKnown(m.right());
            MatrixPolynomial zero = ((MatrixFact.Zero) known.fact(m.of())).matrix();
            MatrixPolynomial product =
                    m.left().times(m.transposed() ? zero.transpose() : zero).times(m.right());
            sum = sum.plus(m.trace() ? product.trace() : product);
        }
        return sum;
    }

    private MatrixPolynomial sum(MatrixPolynomial like, MatrixProof.Forms why) {
        MatrixPolynomial sum = sum(like, why.multiples());
        for (MatrixProof.Form form : why.forms()) {
            sum = sum.plus(value(form));
        }
        return sum;
    }

    /** weight * numbers * X'SX, or its trace: not negative. */
    private MatrixPolynomial value(MatrixProof.Form form) {
        require(form.weight().signum() > 0, "a weight is not positive");
        known.requireKnown(form.x());
        MatrixPolynomial left = form.x().transpose();
        MatrixPolynomial square = form.of().isPresent()
                ? left.times(notNegative(form.of().getAsInt())).times(form.x())
                : left.times(form.x());
        MatrixPolynomial product = (form.trace() ? square.trace() : square).scaled(form.weight());
        for (int number : form.numbers()) {
            require(notNegative(number).isScalar(), "fact " + number + " is not about a number");
            product = notNegative(number).times(product);
        }
        return product;
    }

    /** The matrix that a fact says is not negative. */
    private MatrixPolynomial notNegative(int of) {
        if (known.fact(of) instanceof MatrixFact.Positive positive) {
            return positive.matrix();
        }
        require(known.fact(of) instanceof MatrixFact.NonNegative, "fact " + of + " gives nothing a sign");
        return ((MatrixFact.NonNegative) known.fact(of)).matrix();
    }

    /** Whether it is a positive multiple of what is positive: what stands on both sides is a nonzero multiple of an identity. */
    private boolean isStrict(MatrixProof.Form form) {
        boolean invertible =
                form.x().terms().size() == 1 && form.x().terms().firstKey().isNonzero();
        return invertible
                && form.numbers().stream().allMatch(this::isPositive)
                && (form.of().isEmpty() || isPositive(form.of().getAsInt()));
    }

    private boolean isPositive(int of) {
        return known.fact(of) instanceof MatrixFact.Positive;
    }

    /** The claim minus the weighted facts is a number that is not negative. */
    private void checkCounts(MatrixFact.AtLeastZero claim, MatrixProof.Sum why) {
        Map<MatrixFact.Count, Rational> rest = new HashMap<>(claim.counts());
        Rational constant = claim.constant();
        for (MatrixProof.Weighted part : why.parts()) {
            require(part.weight().signum() >= 0, "a weight is negative");
            require(known.fact(part.of()) instanceof MatrixFact.AtLeastZero, "fact " + part.of() + " counts nothing");
            MatrixFact.AtLeastZero fact = (MatrixFact.AtLeastZero) known.fact(part.of());
            Rational minus = part.weight().negated();
            fact.counts().forEach((count, c) -> rest.merge(count, c.times(minus), Rational::plus));
            constant = constant.plus(fact.constant().times(minus));
        }
        require(rest.values().stream().allMatch(c -> c.signum() == 0), "the counts do not add up to " + claim);
        require(constant.signum() >= 0, "the numbers add up to more than in " + claim);
    }
}
