package org.lossproof.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The mean of a product of inner products of linear combinations of two views of one datum and one view of another, by
 * Isserlis' theorem, in two ways that share nothing with the code that is tested: as products of traces (pairings are cycles)
 * and in coordinates at rational covariances.
 *
 * @param products the inner products, each of two combinations
 */
record SoundnessMoment(List<List<List<Leg>>> products) {
    private static final List<String> VIEWS = List.of("x", "x'", "chi");

    /** A representation with its coefficient. */
    record Leg(int coefficient, String view) {}

    /** Rational covariances A and Sigma of the representations. */
    record Model(List<List<BigFraction>> a, List<List<BigFraction>> s) {
        /** Symmetric matrices of whole numbers; moments are polynomials in their entries, positive or not. */
        static Model random(Random random, int dimension) {
            return new Model(symmetric(random, dimension), symmetric(random, dimension));
        }

        private static List<List<BigFraction>> symmetric(Random random, int dimension) {
            int[] entries = random.ints((long) dimension * dimension, -5, 6).toArray();
            return matrix(dimension, (i, j) -> new BigFraction(entries[Math.min(i, j) * dimension + Math.max(i, j)]));
        }

        private int dimension() {
            return a.size();
        }

        private List<List<BigFraction>> letter(char letter) {
            return letter == 'A' ? a : s;
        }
    }

    private static List<List<BigFraction>> matrix(int dimension, BiFunction<Integer, Integer, BigFraction> entry) {
        return IntStream.range(0, dimension)
                .mapToObj(i -> IntStream.range(0, dimension)
                        .mapToObj(j -> entry.apply(i, j))
                        .toList())
                .toList();
    }

    private static BigFraction sum(int dimension, IntFunction<BigFraction> term) {
        return IntStream.range(0, dimension).mapToObj(term).reduce(BigFraction.ZERO, BigFraction::add);
    }

    static SoundnessMoment random(Random random) {
        List<List<List<Leg>>> products = new ArrayList<>();
        // Three are rare: fifteen pairings, each for many choices of legs.
        int count = random.nextInt(8) == 0 ? 3 : 1 + random.nextInt(2);
        for (int k = 0; k < count; k++) {
            List<Leg> left = combination(random);
            products.add(List.of(left, random.nextBoolean() ? left : combination(random)));
        }
        return new SoundnessMoment(products);
    }

    private static List<Leg> combination(Random random) {
        Leg first = new Leg(1 + random.nextInt(2), VIEWS.get(random.nextInt(3)));
        if (random.nextInt(3) > 0) {
            return List.of(first);
        }
        String other = VIEWS.get((VIEWS.indexOf(first.view()) + 1) % 3);
        return List.of(first, new Leg(random.nextBoolean() ? 1 : -1, other));
    }

    /** As it is written on a page. */
    String text() {
        return "E[x, x', chi]("
                + products.stream()
                        .map(p -> "<" + text(p.get(0)) + ", " + text(p.get(1)) + ">")
                        .collect(Collectors.joining(" * "))
                + ")";
    }

    private static String text(List<Leg> combination) {
        return combination.stream()
                .map(l -> (l.coefficient() < 0 ? "- " : "+ ") + Math.abs(l.coefficient()) + "*f(" + l.view() + ")")
                .collect(Collectors.joining(" "))
                .replaceFirst("^\\+ ", "");
    }

    /** Coefficients by sorted words, each the least of its rotations and reversals. */
    Map<List<String>, BigFraction> traces() {
        Map<List<String>, BigFraction> out =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        List<List<Leg>> ends = products.stream().flatMap(List::stream).toList();
        choose(ends, new ArrayList<>(), BigFraction.ONE, out);
        out.values().removeIf(c -> c.signum() == 0);
        return out;
    }

    private static void choose(
            List<List<Leg>> ends, List<String> chosen, BigFraction factor, Map<List<String>, BigFraction> out) {
        if (chosen.size() == ends.size()) {
            pair(chosen, new int[chosen.size()], new char[chosen.size()], 0, factor, out);
            return;
        }
        for (Leg leg : ends.get(chosen.size())) {
            List<String> longer = new ArrayList<>(chosen);
            longer.add(leg.view());
            choose(ends, longer, factor.multiply(leg.coefficient()), out);
        }
    }

    /** All pairings of legs whose covariance does not vanish; a partner of 0 stands for none, so that partners count from 1. */
    private static void pair(
            List<String> legs,
            int[] partner,
            char[] letter,
            int from,
            BigFraction factor,
            Map<List<String>, BigFraction> out) {
        int first = from;
        while (first < partner.length && partner[first] > 0) {
            first++;
        }
        if (first == partner.length) {
            out.merge(words(partner, letter), factor, BigFraction::add);
            return;
        }
        for (int second = first + 1; second < partner.length; second++) {
            char covariance = covariance(legs.get(first), legs.get(second));
            if (partner[second] == 0 && covariance != '0') {
                int[] longer = partner.clone();
                char[] letters = letter.clone();
                longer[first] = second + 1;
                longer[second] = first + 1;
                letters[first] = covariance;
                letters[second] = covariance;
                pair(legs, longer, letters, first + 1, factor, out);
            }
        }
    }

    private static char covariance(String u, String v) {
        if (u.equals(v)) {
            return 'S';
        }
        return u.equals("chi") || v.equals("chi") ? '0' : 'A';
    }

    /** Legs 2k and 2k + 1 belong to one inner product: pairings and inner products alternate in cycles. */
    private static List<String> words(int[] partner, char[] letter) {
        List<String> out = new ArrayList<>();
        boolean[] seen = new boolean[partner.length];
        for (int start = 0; start < partner.length; start++) {
            StringBuilder word = new StringBuilder();
            for (int leg = start; !seen[leg]; ) {
                int other = partner[leg] - 1;
                word.append(letter[leg]);
                seen[leg] = true;
                seen[other] = true;
                leg = other ^ 1;
            }
            if (word.length() > 0) {
                out.add(least(word.toString()));
            }
        }
        Collections.sort(out);
        return List.copyOf(out);
    }

    private static String least(String word) {
        String best = word;
        for (String direction : List.of(word, new StringBuilder(word).reverse().toString())) {
            for (int i = 0; i < word.length(); i++) {
                String rotated = direction.substring(i) + direction.substring(0, i);
                best = rotated.compareTo(best) < 0 ? rotated : best;
            }
        }
        return best;
    }

    /** A sum of products of traces as it is written on a page. */
    static String text(Map<List<String>, BigFraction> traces) {
        return traces.isEmpty()
                ? "0*tr(A)"
                : traces.entrySet().stream()
                        .map(e -> e.getValue().toString().replace(" ", "") + "*"
                                + e.getKey().stream()
                                        .map(w -> "tr("
                                                + String.join(" ", w.split("", -1))
                                                        .strip() + ")")
                                        .collect(Collectors.joining("*")))
                        .collect(Collectors.joining(" + "))
                        .replace("+ -", "- ");
    }

    /** The value of a sum of products of traces. */
    static BigFraction value(Map<List<String>, BigFraction> traces, Model model) {
        BigFraction out = BigFraction.ZERO;
        for (Map.Entry<List<String>, BigFraction> term : traces.entrySet()) {
            BigFraction product = term.getValue();
            for (String word : term.getKey()) {
                product = product.multiply(trace(word, model));
            }
            out = out.add(product);
        }
        return out;
    }

    private static BigFraction trace(String word, Model model) {
        int d = model.dimension();
        List<List<BigFraction>> product = model.letter(word.charAt(0));
        for (char c : word.substring(1).toCharArray()) {
            List<List<BigFraction>> left = product;
            List<List<BigFraction>> right = model.letter(c);
            product = matrix(
                    d,
                    (i, j) ->
                            sum(d, k -> left.get(i).get(k).multiply(right.get(k).get(j))));
        }
        List<List<BigFraction>> whole = product;
        return sum(d, i -> whole.get(i).get(i));
    }

    /** The value in coordinates: every inner product written out as a sum, every mean as a sum over pairings of numbers. */
    BigFraction value(Model model) {
        return value(model, 0, new ArrayList<>(), new ArrayList<>());
    }

    private BigFraction value(Model model, int product, List<String> views, List<Integer> coordinates) {
        if (product == products.size()) {
            return moment(model, views, coordinates);
        }
        BigFraction out = BigFraction.ZERO;
        for (int i = 0; i < model.dimension(); i++) {
            for (Leg left : products.get(product).get(0)) {
                for (Leg right : products.get(product).get(1)) {
                    List<String> longer = new ArrayList<>(views);
                    longer.addAll(List.of(left.view(), right.view()));
                    List<Integer> at = new ArrayList<>(coordinates);
                    at.addAll(Arrays.asList(i, i));
                    out = out.add(
                            value(model, product + 1, longer, at).multiply(left.coefficient() * right.coefficient()));
                }
            }
        }
        return out;
    }

    private static BigFraction moment(Model model, List<String> views, List<Integer> coordinates) {
        if (views.isEmpty()) {
            return BigFraction.ONE;
        }
        BigFraction out = BigFraction.ZERO;
        for (int k = 1; k < views.size(); k++) {
            char covariance = covariance(views.get(0), views.get(k));
            if (covariance != '0') {
                List<String> rest = new ArrayList<>(views);
                List<Integer> at = new ArrayList<>(coordinates);
                BigFraction entry = model.letter(covariance).get(at.remove(k)).get(at.remove(0));
                rest.remove(k);
                rest.remove(0);
                out = out.add(entry.multiply(moment(model, rest, at)));
            }
        }
        return out;
    }
}
