package org.lossproof.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * A polynomial with rational coefficients, written out on purpose without the code that is tested.
 *
 * @param terms coefficients by the exponents of {@link #NAMES}; none is zero
 */
record SoundnessPolynomial(Map<List<Integer>, BigFraction> terms) {
    static final List<String> NAMES = List.of("x", "y", "z");

    SoundnessPolynomial {
        Map<List<Integer>, BigFraction> kept =
                new TreeMap<>((a, b) -> Arrays.compare(b.toArray(new Integer[0]), a.toArray(new Integer[0])));
        terms.forEach((e, c) -> {
            if (c.signum() != 0) {
                kept.put(e, c);
            }
        });
        terms = java.util.Collections.unmodifiableMap(kept);
    }

    static SoundnessPolynomial constant(BigFraction c) {
        return new SoundnessPolynomial(Map.of(List.of(0, 0, 0), c));
    }

    /** a x + b y + c with whole a, b, c of at most 3 in size and a not 0. */
    static SoundnessPolynomial line(Random random) {
        int a = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
        return new SoundnessPolynomial(Map.of(
                List.of(1, 0, 0), new BigFraction(a),
                List.of(0, 1, 0), new BigFraction(random.nextInt(7) - 3),
                List.of(0, 0, 0), new BigFraction(random.nextInt(7) - 3)));
    }

    /** Up to three terms of degree at most {@code degree} in each variable. */
    static SoundnessPolynomial random(Random random, int degree) {
        Map<List<Integer>, BigFraction> out = new java.util.HashMap<>();
        for (int i = 0; i < 3; i++) {
            List<Integer> exponents =
                    List.of(random.nextInt(degree + 1), random.nextInt(degree + 1), random.nextInt(3) == 0 ? 1 : 0);
            out.put(
                    exponents,
                    new BigFraction(1 + random.nextInt(9), 1 + random.nextInt(3))
                            .multiply(random.nextBoolean() ? 1 : -1));
        }
        return new SoundnessPolynomial(out);
    }

    SoundnessPolynomial plus(SoundnessPolynomial other) {
        Map<List<Integer>, BigFraction> out = new java.util.HashMap<>(terms);
        other.terms.forEach((e, c) -> out.merge(e, c, BigFraction::add));
        return new SoundnessPolynomial(out);
    }

    SoundnessPolynomial times(SoundnessPolynomial other) {
        Map<List<Integer>, BigFraction> out = new java.util.HashMap<>();
        terms.forEach((e, c) -> other.terms.forEach((f, d) -> out.merge(
                IntStream.range(0, e.size()).mapToObj(i -> e.get(i) + f.get(i)).toList(),
                c.multiply(d),
                BigFraction::add)));
        return new SoundnessPolynomial(out);
    }

    /** The same with one coefficient changed, so that they differ wherever no variable vanishes. */
    SoundnessPolynomial perturbed(Random random) {
        List<List<Integer>> all = new ArrayList<>(terms.keySet());
        List<Integer> chosen = all.isEmpty() ? List.of(1, 0, 0) : all.get(random.nextInt(all.size()));
        return plus(new SoundnessPolynomial(Map.of(chosen, new BigFraction(1, 1 + random.nextInt(100)))));
    }

    BigFraction at(BigFraction... values) {
        BigFraction sum = BigFraction.ZERO;
        for (Map.Entry<List<Integer>, BigFraction> term : terms.entrySet()) {
            BigFraction product = term.getValue();
            for (int i = 0; i < values.length; i++) {
                product = product.multiply(values[i].pow(term.getKey().get(i)));
            }
            sum = sum.add(product);
        }
        return sum;
    }

    /** As it is written on a page. */
    String text() {
        if (terms.isEmpty()) {
            return "0";
        }
        String joined = terms.entrySet().stream()
                .map(t -> (t.getValue().signum() < 0 ? "- " : "+ ")
                        + monomial(t.getKey(), t.getValue().abs()))
                .collect(Collectors.joining(" "));
        return joined.startsWith("+ ") ? joined.substring(2) : "-" + joined.substring(2);
    }

    private static String monomial(List<Integer> exponents, BigFraction coefficient) {
        StringBuilder out = new StringBuilder(coefficient.toString().replace(" ", ""));
        for (int i = 0; i < exponents.size(); i++) {
            int power = exponents.get(i);
            if (power > 0) {
                out.append('*').append(NAMES.get(i)).append(power > 1 ? "^" + power : "");
            }
        }
        return out.toString();
    }
}
