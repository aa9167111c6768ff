package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;

/**
 * Where b_i = alpha a_i + gamma c_i + g is not positive, for a_i > 0, c_i >= 0 and parameters in their ranges: never, always, or
 * beyond a threshold. Where the answer depends on a parameter, its range is split at the zeros of the coefficients.
 */
final class CollapseThreshold {
    private static final String NEVER = "no mode with a_i > 0 collapses at the origin";
    private static final String ALWAYS = "every mode collapses at the origin";
    private static final String WHERE = "mode i collapses at the origin where ";
    /** -u/(v - w) is written u/(w - v), which is positive where a threshold is. */
    private static final Pattern MINUS_OVER_DIFFERENCE = Pattern.compile("(?<![^ ])-([^ ]+)/\\((\\w+) - (\\w+)\\)");

    private static final int MOST_SPLITS = 3;
    private static final long STEPS = 100_000;
    private static final Duration TIME = Duration.ofSeconds(10);

    /** The coefficients of b_i. */
    private record Eigenvalue(Coefficient ofData, Coefficient ofNoise, Coefficient ofIdentity) {
        Stream<Coefficient> all() {
            return Stream.of(ofNoise, ofData, ofIdentity);
        }
    }

    /** An answer for parameters in some ranges. */
    private record Case(Map<String, Range> ranges, String answer) {}

    private final LossDefinition loss;

    private CollapseThreshold(LossDefinition loss) {
        this.loss = loss;
    }

    /** In a sentence. */
    static String of(LossDefinition loss, Coefficient ofData, Coefficient ofNoise, Coefficient ofIdentity) {
        CollapseThreshold threshold = new CollapseThreshold(loss);
        return threshold.cases(new Eigenvalue(ofData, ofNoise, ofIdentity), Map.of(), MOST_SPLITS).stream()
                .map(c -> c.answer() + threshold.condition(c.ranges()))
                .collect(Collectors.joining("; "));
    }

    private String condition(Map<String, Range> ranges) {
        String all = ranges.entrySet().stream()
                .map(e -> e.getValue().within(Range.of(loss, e.getKey()), e.getKey()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
        return all.isEmpty() ? "" : " if " + all;
    }

    private List<Case> cases(Eigenvalue b, Map<String, Range> ranges, int splits) {
        Optional<String> decided = decided(b, ranges);
        if (decided.isPresent()) {
            return List.of(new Case(ranges, decided.get()));
        }
        Optional<Map.Entry<String, BigFraction>> zero = splits == 0 ? Optional.empty() : zero(b, ranges);
        if (zero.isEmpty()) {
            return List.of(new Case(ranges, solved(b, ranges).orElse(WHERE + text(b) + " <= 0")));
        }
        String name = zero.get().getKey();
        BigFraction at = zero.get().getValue();
        Range range = range(name, ranges);
        List<Case> out = new ArrayList<>();
        range.below(at).ifPresent(r -> append(out, cases(b, with(ranges, name, r), splits - 1), name));
        if (isTaken(name, at)) {
            Map<String, Range> point = with(ranges, name, new Range(Optional.of(at), false, Optional.of(at), false));
            append(out, cases(atValue(b, name, at), point, splits - 1), name);
        }
        range.above(at).ifPresent(r -> append(out, cases(b, with(ranges, name, r), splits - 1), name));
        return out;
    }

    /** The cases joined, those beside each other with one answer as one. */
    private static void append(List<Case> all, List<Case> next, String name) {
        Optional<Case> last = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        boolean same = next.size() == 1
                && last.isPresent()
                && last.get().answer().equals(next.get(0).answer())
                && last.get().ranges().keySet().equals(next.get(0).ranges().keySet());
        if (!same) {
            all.addAll(next);
            return;
        }
        Range joined = last.get().ranges().get(name).to(next.get(0).ranges().get(name));
        all.set(
                all.size() - 1,
                new Case(with(last.get().ranges(), name, joined), last.get().answer()));
    }

    private static Map<String, Range> with(Map<String, Range> ranges, String name, Range range) {
        Map<String, Range> out = new LinkedHashMap<>(ranges);
        out.put(name, range);
        return out;
    }

    private Range range(String name, Map<String, Range> ranges) {
        return ranges.getOrDefault(name, Range.of(loss, name));
    }

    private boolean isTaken(String name, BigFraction value) {
        return loss.parameter(name)
                .map(p -> p.admits(value))
                .orElse(value.getDenominator().equals(java.math.BigInteger.ONE));
    }

    /** What is seen without a case distinction. */
    private Optional<String> decided(Eigenvalue b, Map<String, Range> ranges) {
        List<Sign> signs = b.all().map(c -> sign(c, ranges)).toList();
        Sign noise = signs.get(0);
        Sign data = signs.get(1);
        Sign identity = signs.get(2);
        if (signs.stream().allMatch(s -> s == Sign.ZERO)) {
            return Optional.of("order 2 vanishes, it does not tell whether a mode leaves the origin");
        } else if (signs.stream().allMatch(Sign::isNotPositive)) {
            return Optional.of(ALWAYS);
        } else if (signs.stream().allMatch(Sign::isNotNegative)
                && (data == Sign.POSITIVE || identity == Sign.POSITIVE)) {
            return Optional.of(NEVER);
        } else if (noise == Sign.POSITIVE && data == Sign.ZERO && identity == Sign.ZERO) {
            return Optional.of(WHERE + "c_i = 0, and nowhere else");
        }
        boolean seen = noise == Sign.NEGATIVE || (signs.stream().allMatch(Sign::isConstant) && noise != Sign.ZERO);
        return seen || (noise == Sign.ZERO && data.isConstant() && data != Sign.ZERO)
                ? solved(b, ranges)
                : Optional.empty();
    }

    /** Solved for c_i, or without it for a_i, whose coefficient has one sign. */
    private Optional<String> solved(Eigenvalue b, Map<String, Range> ranges) {
        Sign noise = sign(b.ofNoise(), ranges);
        Sign data = sign(b.ofData(), ranges);
        boolean forNoise = noise == Sign.POSITIVE || noise == Sign.NEGATIVE;
        if (!forNoise && (noise != Sign.ZERO || !data.isConstant() || data == Sign.ZERO)) {
            return Optional.empty();
        }
        Coefficient divisor = forNoise ? b.ofNoise() : b.ofData();
        Coefficient zero = Coefficient.of(BigFraction.ZERO);
        Eigenvalue bound = new Eigenvalue(
                forNoise ? negativeQuotient(b.ofData(), divisor) : zero,
                zero,
                negativeQuotient(b.ofIdentity(), divisor));
        String relation = (forNoise ? noise : data) == Sign.NEGATIVE ? " >= " : " <= ";
        String written = MINUS_OVER_DIFFERENCE.matcher(text(bound)).replaceAll("$1/($3 - $2)");
        return Optional.of(WHERE + (forNoise ? "c_i" : "a_i") + relation + written);
    }

    private Sign sign(Coefficient c, Map<String, Range> ranges) {
        return SignOnRange.of(c, loss, ranges);
    }

    private static String text(Eigenvalue b) {
        return OriginHessian.sum(List.of(b.ofData(), b.ofNoise(), b.ofIdentity()), List.of("a_i", "c_i", ""), false);
    }

    private RationalFunctionField field(Map<String, BigFraction> values) {
        return new RationalFunctionField(loss, values, new Budget("the threshold of " + loss.name(), STEPS, TIME));
    }

    private Coefficient negativeQuotient(Coefficient over, Coefficient under) {
        RationalFunctionField field = field(Map.of());
        Rational<MultivariatePolynomial<BigInteger>> quotient = field.divide(field.of(over), field.of(under));
        return field.coefficient(field.multiply(quotient, field.rational(BigFraction.MINUS_ONE)));
    }

    private Eigenvalue atValue(Eigenvalue b, String name, BigFraction value) {
        if (loss.parameter(name).isEmpty()) {
            return b;
        }
        RationalFunctionField field = field(Map.of(name, value));
        List<Coefficient> all = b.all().map(c -> field.coefficient(field.of(c))).toList();
        return new Eigenvalue(all.get(1), all.get(0), all.get(2));
    }

    /** A parameter and where in its range a coefficient without a known sign vanishes. */
    private Optional<Map.Entry<String, BigFraction>> zero(Eigenvalue b, Map<String, Range> ranges) {
        return b.all()
                .filter(c -> !sign(c, ranges).isConstant() && c.isRational())
                .flatMap(c -> zeros(c).stream())
                .filter(z -> isInside(range(z.getKey(), ranges), z.getValue()))
                .findFirst();
    }

    private static boolean isInside(Range range, BigFraction value) {
        return range.contains(value) && !(range.low().isPresent() && range.low().equals(range.high()));
    }

    /** Of factors of the numerator that are linear in one parameter. */
    private static List<Map.Entry<String, BigFraction>> zeros(Coefficient c) {
        Set<String> names = new TreeSet<>(c.generators().keySet());
        List<String> variables = List.copyOf(names);
        MultivariateRing<MultivariatePolynomial<BigInteger>> ring = Rings.MultivariateRing(variables.size(), Rings.Z);
        MultivariatePolynomial<BigInteger> p = ring.getZero();
        for (Coefficient.Term term : c.numerator()) {
            int[] powers = variables.stream()
                    .mapToInt(v -> term.powers().getOrDefault(v, 0))
                    .toArray();
            p.add(new Monomial<>(powers, Rationals.rings(term.coefficient())));
        }
        List<Map.Entry<String, BigFraction>> out = new ArrayList<>();
        for (Rationals.Factor factor : Rationals.factor(ring, p).factors()) {
            for (int i = 0; i < variables.size(); i++) {
                MultivariatePolynomial<BigInteger> f = factor.polynomial();
                if (f.degree() == 1 && f.degree(i) == 1 && f.size() == (f.cc().isZero() ? 1 : 2)) {
                    BigFraction zero = new BigFraction(Rationals.java(f.cc()).negate(), Rationals.java(f.lc()));
                    out.add(Map.entry(variables.get(i), zero));
                }
            }
        }
        return out;
    }
}
