package org.lossproof.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.page.Verdict;

/** Random statements that are true by construction, or false with a counterexample that is known. */
enum SoundnessGenerator {
    /** p*q and its expansion; or its expansion with one coefficient changed, which fails at (1, 1, 1). */
    EXPANDED_PRODUCT {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.random(random, 2);
            SoundnessPolynomial q = SoundnessPolynomial.random(random, 2);
            SoundnessPolynomial product = p.times(q);
            SoundnessPolynomial right = truth ? product : product.perturbed(random);
            return when(
                    ones(product).equals(ones(right)) == truth,
                    fact(
                            name,
                            truth,
                            truth ? Verdict.PROVED : Verdict.REFUTED,
                            truth ? "multiplied out" : "it fails at (1, 1, 1)",
                            "",
                            "(" + p.text() + ")*(" + q.text() + ") == " + right.text()));
        }
    },
    /** A square is not negative; less a small number it is, at the zero of its root. */
    SQUARE {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial line = SoundnessPolynomial.line(random);
            BigFraction y = new BigFraction(random.nextInt(5) - 2);
            SoundnessPolynomial square = line.times(line);
            SoundnessPolynomial small = SoundnessPolynomial.constant(new BigFraction(-1, 1 + random.nextInt(1000)));
            boolean strict = random.nextBoolean();
            String claim = truth
                    ? square.text() + " >= 0"
                    : strict ? square.text() + " > 0" : square.plus(small).text() + " >= 0";
            return when(
                    line.at(zero(line, y), y, BigFraction.ZERO).signum() == 0,
                    fact(
                            name,
                            truth,
                            truth ? Verdict.PROVED : null,
                            truth ? "a square" : "it fails where " + line.text() + " = 0",
                            "",
                            claim));
        }
    },
    /** Two squares and a positive number are positive; two squares are not, where both vanish. */
    SUM_OF_SQUARES {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.line(random);
            SoundnessPolynomial q = SoundnessPolynomial.line(random);
            BigFraction x = new BigFraction(random.nextInt(7) - 3);
            BigFraction y = new BigFraction(random.nextInt(7) - 3, 2);
            // Both lines are moved so that they meet at (x, y).
            p = p.plus(SoundnessPolynomial.constant(p.at(x, y, BigFraction.ZERO).negate()));
            q = q.plus(SoundnessPolynomial.constant(q.at(x, y, BigFraction.ZERO).negate()));
            SoundnessPolynomial squares = p.times(p).plus(q.times(q));
            SoundnessPolynomial rest = SoundnessPolynomial.constant(new BigFraction(1, 1 + random.nextInt(20)));
            return when(
                    squares.at(x, y, BigFraction.ZERO).signum() == 0,
                    fact(
                            name,
                            truth,
                            null,
                            truth ? "two squares and a positive number" : "it vanishes at x = " + x + ", y = " + y,
                            "",
                            (truth ? squares.plus(rest) : squares).text() + " > 0"));
        }
    },
    /** p*q/q is p where q does not vanish; if that is not assumed, the quotient is undefined at a zero of q. */
    QUOTIENT {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.random(random, 2);
            SoundnessPolynomial q = SoundnessPolynomial.line(random);
            BigFraction zero = zero(q, BigFraction.ONE);
            return when(
                    q.at(zero, BigFraction.ONE, BigFraction.ZERO).signum() == 0,
                    fact(
                            name,
                            truth,
                            truth ? Verdict.PROVED : null,
                            truth ? "the divisor is assumed not to vanish" : "undefined at x = " + zero + ", y = 1",
                            truth ? "assume " + q.text() + " != 0\n" : "",
                            "(" + p.times(q).text() + ")/(" + q.text() + ") == " + p.text()));
        }
    },
    /** If a product vanishes, a factor does; not always the first. */
    ZERO_PRODUCT {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.line(random);
            SoundnessPolynomial q = SoundnessPolynomial.line(random);
            BigFraction y = new BigFraction(1 + random.nextInt(3));
            BigFraction zero = zero(q, y);
            return when(
                    (truth || p.at(zero, y, BigFraction.ZERO).signum() != 0),
                    fact(
                            name,
                            truth,
                            truth ? Verdict.PROVED : null,
                            truth
                                    ? "the reals have no zero divisors"
                                    : "the second factor vanishes at x = " + zero + ", y = " + y,
                            "assume " + p.times(q).text() + " == 0\n",
                            p.text() + " == 0" + (truth ? " or " + q.text() + " == 0" : "")));
        }
    },
    /** From what no point satisfies, nothing is proved; from what a point satisfies, its consequences are. */
    ASSUMED {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.line(random);
            SoundnessPolynomial positive = SoundnessPolynomial.constant(new BigFraction(1, 1 + random.nextInt(9)));
            SoundnessPolynomial square = p.times(p);
            return Optional.of(
                    truth
                            ? fact(
                                    name,
                                    true,
                                    Verdict.PROVED,
                                    "a root of 0",
                                    "assume " + square.text() + " <= 0\n",
                                    p.text() + " == 0")
                            : fact(
                                    name,
                                    false,
                                    null,
                                    "no point satisfies the assumption",
                                    "assume " + square.plus(positive).text() + " <= 0\n",
                                    p.text() + " == 0"));
        }
    },
    /** The root of a square of p is p where p is not negative only. */
    ROOT {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessPolynomial p = SoundnessPolynomial.line(random);
            BigFraction below = zero(p.plus(SoundnessPolynomial.constant(BigFraction.ONE)), BigFraction.ZERO);
            return when(
                    p.at(below, BigFraction.ZERO, BigFraction.ZERO).signum() < 0,
                    fact(
                            name,
                            truth,
                            null,
                            truth ? "p is not negative and has this square" : "p = -1 at x = " + below + ", y = 0",
                            truth ? "assume " + p.text() + " >= 0\n" : "",
                            "((" + p.text() + ")^2)^(1/2) == " + p.text()));
        }
    },
    /** Isserlis' theorem; or one of its coefficients changed. */
    MOMENT {
        @Override
        Optional<SoundnessStatement> draw(Random random, boolean truth, String name) {
            SoundnessMoment moment = SoundnessMoment.random(random);
            Map<List<String>, BigFraction> right = new HashMap<>(moment.traces());
            if (!truth && !right.isEmpty()) {
                List<List<String>> all = new ArrayList<>(moment.traces().keySet());
                right.merge(
                        all.get(random.nextInt(all.size())),
                        new BigFraction(random.nextBoolean() ? 1 : -1),
                        BigFraction::add);
            }
            boolean equal = true;
            for (int d = 1; d <= 2; d++) {
                SoundnessMoment.Model model = SoundnessMoment.Model.random(random, d);
                equal &= moment.value(model).equals(SoundnessMoment.value(right, model));
            }
            String data = "datum xh with views x, x'\ndatum yh with view chi\n";
            return when(
                    equal == truth,
                    new SoundnessStatement(
                            "generated",
                            name,
                            truth,
                            Optional.of(truth ? Verdict.PROVED : Verdict.REFUTED),
                            truth ? "Isserlis, in coordinates too" : "one coefficient is off by one",
                            "```expansion printed\n" + data + "claim " + SoundnessMoment.text(right) + " == "
                                    + moment.text() + "\n```"));
        }
    };

    private static final int ATTEMPTS = 100;

    /** Another of its kind; empty if the draw is of no use. */
    abstract Optional<SoundnessStatement> draw(Random random, boolean truth, String name);

    /** One statement for a seed; its truth has been checked at exact points. */
    SoundnessStatement statement(long seed, boolean truth) {
        Random random = new Random(seed * 31 + name().hashCode());
        String kind = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String name = kind + (truth ? "-true-" : "-false-") + seed;
        return Stream.generate(() -> draw(random, truth, name))
                .limit(ATTEMPTS)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + ATTEMPTS + " draws"));
    }

    private static Optional<SoundnessStatement> when(boolean useful, SoundnessStatement statement) {
        return useful ? Optional.of(statement) : Optional.empty();
    }

    private static BigFraction ones(SoundnessPolynomial p) {
        return p.at(BigFraction.ONE, BigFraction.ONE, BigFraction.ONE);
    }

    /** Where a line vanishes, given y. */
    private static BigFraction zero(SoundnessPolynomial line, BigFraction y) {
        return line.at(BigFraction.ZERO, y, BigFraction.ZERO)
                .negate()
                .divide(line.terms().get(List.of(1, 0, 0)));
    }

    private static SoundnessStatement fact(
            String name, boolean truth, Verdict must, String reason, String assumption, String claim) {
        String variables = (assumption + claim).contains("z") ? "x, y, z" : "x, y";
        return new SoundnessStatement(
                "generated",
                name,
                truth,
                Optional.ofNullable(must),
                reason,
                "```fact printed\nreal " + variables + "\n" + assumption + "claim " + claim + "\n```");
    }
}
