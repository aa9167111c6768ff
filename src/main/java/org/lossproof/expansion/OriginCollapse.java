package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/**
 * Whether modes with a_i > 0 can stay at the origin, b_i <= 0 with B = alpha A0 + gamma C + g I, for some parameters in their
 * ranges and some covariances: shown by exact numbers, excluded by the signs of the coefficients, or not decided.
 *
 * @param complete whether all modes can stay there at once
 * @param dimensional whether one can while another leaves
 */
public record OriginCollapse(Answer complete, Answer dimensional) {
    private static final List<BigFraction> DATA =
            List.of(BigFraction.ONE, new BigFraction(1, 10), new BigFraction(1, 1000));
    private static final List<BigFraction> NOISE =
            List.of(BigFraction.ZERO, BigFraction.ONE, new BigFraction(10), new BigFraction(1000));
    private static final int MOST_VALUES = 8;
    private static final int MOST_POINTS = 1_000;

    /** Whether it is possible. */
    public enum Word {
        POSSIBLE,
        IMPOSSIBLE,
        UNDECIDED
    }

    /**
     * An answer.
     *
     * @param word whether it is possible
     * @param parameters those that b_i depends on, at which it happens, if it is possible
     * @param modes those at which it happens: the one that leaves, if there is one, before the one that stays
     */
    public record Answer(Word word, Map<String, BigFraction> parameters, List<Mode> modes) {
        private static final Answer IMPOSSIBLE = new Answer(Word.IMPOSSIBLE, Map.of(), List.of());
        private static final Answer UNDECIDED = new Answer(Word.UNDECIDED, Map.of(), List.of());

        public Answer {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            modes = List.copyOf(modes);
        }

        /** Such as {@code beta = 1/2, a = 1, 1, c = 0, 1}. */
        public String witness() {
            String values = parameters.entrySet().stream()
                    .map(e -> e.getKey() + " = " + text(e.getValue()) + ", ")
                    .collect(Collectors.joining());
            return values + "a = " + modes.stream().map(m -> text(m.a())).collect(Collectors.joining(", ")) + ", c = "
                    + modes.stream().map(m -> text(m.c())).collect(Collectors.joining(", "));
        }

        private static String text(BigFraction value) {
            return value.toString().replace(" ", "");
        }
    }

    /**
     * A mode.
     *
     * @param a its eigenvalue of A0, positive
     * @param c its eigenvalue of C, not negative
     * @param b its eigenvalue of B
     */
    public record Mode(BigFraction a, BigFraction c, BigFraction b) {
        /** Whether W = 0 is no maximum of the loss along this mode. */
        public boolean stays() {
            return b.signum() <= 0;
        }
    }

    /**
     * Of a loss, from order 2 of its expansion.
     *
     * @throws IllegalArgumentException if order 2 is no form -Tr[W B W']
     */
    public static OriginCollapse of(Expansion expansion) {
        if (!new OriginHessian(expansion).isQuadraticForm()) {
            throw new IllegalArgumentException("order 2 of " + expansion.loss().name() + " is no form -Tr[W B W']");
        }
        List<Coefficient> b = List.of(Letter.A, Letter.C, Letter.G).stream()
                .map(l -> expansion.hessian(l).negated())
                .toList();
        List<Sign> signs = b.stream()
                .map(c -> SignOnRange.of(c, expansion.loss(), Map.of()))
                .toList();
        boolean leaves = signs.stream().allMatch(Sign::isNotNegative)
                && (signs.get(0) == Sign.POSITIVE || signs.get(2) == Sign.POSITIVE);
        boolean stays = signs.stream().allMatch(Sign::isNotPositive);
        OriginCollapse found = searched(expansion.loss(), b);
        return new OriginCollapse(
                leaves ? Answer.IMPOSSIBLE : found.complete(),
                leaves || stays ? Answer.IMPOSSIBLE : found.dimensional());
    }

    private static OriginCollapse searched(LossDefinition loss, List<Coefficient> b) {
        Answer complete = Answer.UNDECIDED;
        Answer dimensional = Answer.UNDECIDED;
        for (Map<String, BigFraction> point : points(loss, b)) {
            List<Mode> modes = modes(b, point);
            Optional<Mode> one = modes.stream().filter(Mode::stays).findFirst();
            Optional<Mode> other = modes.stream().filter(m -> !m.stays()).findFirst();
            if (complete.word() == Word.UNDECIDED && one.isPresent()) {
                complete = new Answer(Word.POSSIBLE, point, List.of(one.get()));
            }
            if (dimensional.word() == Word.UNDECIDED && one.isPresent() && other.isPresent()) {
                dimensional = new Answer(Word.POSSIBLE, point, List.of(other.get(), one.get()));
            }
        }
        return new OriginCollapse(complete, dimensional);
    }

    /** None where a coefficient has a pole or is irrational. */
    private static List<Mode> modes(List<Coefficient> b, Map<String, BigFraction> point) {
        List<BigFraction> values = new ArrayList<>();
        try {
            for (Coefficient c : b) {
                values.add(c.exact(point));
            }
        } catch (IrrationalConstantException e) {
            return List.of();
        }
        List<Mode> out = new ArrayList<>();
        for (BigFraction c : NOISE) {
            for (BigFraction a : DATA) {
                BigFraction sum = values.get(0).multiply(a).add(values.get(1).multiply(c));
                out.add(new Mode(a, c, sum.add(values.get(2))));
            }
        }
        return out;
    }

    /** Values of the parameters that occur: the examples first, then simple ones. */
    private static List<Map<String, BigFraction>> points(LossDefinition loss, List<Coefficient> b) {
        Set<String> names = new TreeSet<>();
        b.forEach(c -> names.addAll(c.parameters()));
        List<Map<String, BigFraction>> out = new ArrayList<>(List.of(Map.of()));
        for (ParameterDeclaration p : loss.parameters()) {
            if (names.contains(p.name())) {
                List<BigFraction> values = new ArrayList<>(List.of(p.example()));
                values.addAll(p.simpleValues());
                out = out.stream()
                        .flatMap(before -> values.stream().limit(MOST_VALUES).map(v -> with(before, p.name(), v)))
                        .limit(MOST_POINTS)
                        .toList();
            }
        }
        return out;
    }

    private static Map<String, BigFraction> with(Map<String, BigFraction> before, String name, BigFraction value) {
        Map<String, BigFraction> out = new LinkedHashMap<>(before);
        out.put(name, value);
        return out;
    }
}
