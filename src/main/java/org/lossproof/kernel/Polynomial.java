package org.lossproof.kernel;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A polynomial with rational coefficients in named variables; immutable, equal just when identical.
 *
 * @param terms the coefficient, not zero, of every product of powers (exponents positive) that occurs
 */
public record Polynomial(SortedMap<Monomial, Rational> terms) {
    public static final Polynomial ZERO = new Polynomial(new TreeMap<>());
    public static final Polynomial ONE = constant(Rational.ONE);
    private static final Pattern TERM = Pattern.compile("([+-]?)\\s*([^+\\-\\s\"]*(?:\"[^\"]*\"[^+\\-\\s\"]*)*)\\s*");
    private static final Pattern FACTOR =
            Pattern.compile("([0-9]+(?:/[0-9]+)?)|([A-Za-z_][A-Za-z0-9_']*|\"[^\"]+\")(?:\\^([0-9]{1,4}))?");

    /** A product of powers of variables. */
    public record Monomial(SortedMap<String, Integer> powers) implements Comparable<Monomial> {
        static final Monomial ONE = new Monomial(new TreeMap<>());

        public Monomial {
            powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
            if (powers.values().stream().anyMatch(k -> k <= 0)) {
                throw new IllegalArgumentException("exponents must be positive: " + powers);
            }
        }

        Monomial times(Monomial that) {
            SortedMap<String, Integer> product = new TreeMap<>(powers);
            that.powers.forEach((name, k) -> product.merge(name, k, Math::addExact));
            return new Monomial(product);
        }

        @Override
        public int compareTo(Monomial that) {
            Iterator<Map.Entry<String, Integer>> mine = powers.entrySet().iterator();
            Iterator<Map.Entry<String, Integer>> others = that.powers.entrySet().iterator();
            while (mine.hasNext() && others.hasNext()) {
                Map.Entry<String, Integer> p = mine.next();
                Map.Entry<String, Integer> q = others.next();
                int byName = p.getKey().compareTo(q.getKey());
                int byPower = Integer.compare(p.getValue(), q.getValue());
                if (byName != 0 || byPower != 0) {
                    return byName != 0 ? byName : byPower;
                }
            }
            return Boolean.compare(mine.hasNext(), others.hasNext());
        }

        @Override
        public String toString() {
            return powers.entrySet().stream()
                    .map(e -> quoted(e.getKey()) + (e.getValue() == 1 ? "" : "^" + e.getValue()))
                    .collect(Collectors.joining("*"));
        }

        private static String quoted(String name) {
            return name.matches("[A-Za-z_][A-Za-z0-9_']*") ? name : "\"" + name + "\"";
        }
    }

    public Polynomial {
        SortedMap<Monomial, Rational> kept = new TreeMap<>(terms);
        kept.values().removeIf(c -> c.signum() == 0);
        terms = Collections.unmodifiableSortedMap(kept);
    }

    public static Polynomial constant(Rational value) {
        return term(value, Monomial.ONE);
    }

    public static Polynomial variable(String name) {
        return term(Rational.ONE, new Monomial(new TreeMap<>(Map.of(name, 1))));
    }

    /** A single term. */
    public static Polynomial term(Rational coefficient, Monomial monomial) {
        return new Polynomial(new TreeMap<>(Map.of(monomial, coefficient)));
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    public Polynomial plus(Polynomial that) {
        SortedMap<Monomial, Rational> sum = new TreeMap<>(terms);
        that.terms.forEach((m, c) -> sum.merge(m, c, Rational::plus));
        return new Polynomial(sum);
    }

    public Polynomial minus(Polynomial that) {
        return plus(that.times(constant(Rational.of(-1))));
    }

    public Polynomial times(Polynomial that) {
        SortedMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((m, c) -> that.terms.forEach((n, d) -> product.merge(m.times(n), c.times(d), Rational::plus)));
        return new Polynomial(product);
    }

    /** The names that occur. */
    public Set<String> variables() {
        return terms.keySet().stream()
                .flatMap(m -> m.powers().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The highest power of a variable; -1 for the zero polynomial. */
    public int degree(String name) {
        return terms.keySet().stream()
                .mapToInt(m -> m.powers().getOrDefault(name, 0))
                .max()
                .orElse(-1);
    }

    /** The value at a point that gives every variable one; throws {@link IllegalArgumentException} if it does not. */
    public Rational at(Map<String, Rational> point) {
        Rational sum = Rational.ZERO;
        for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
            Rational product = term.getValue();
            for (Map.Entry<String, Integer> power : term.getKey().powers().entrySet()) {
                Rational base = point.get(power.getKey());
                if (base == null) {
                    throw new IllegalArgumentException("no value for " + power.getKey());
                }
                for (int i = 0; i < power.getValue(); i++) {
                    product = product.times(base);
                }
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** Reads what {@link #toString} writes; throws {@link IllegalArgumentException} for anything else. */
    public static Polynomial parse(String text) {
        Polynomial sum = ZERO;
        Matcher term = TERM.matcher(text.strip());
        int at = 0;
        while (at < term.regionEnd()) {
            if (!term.find(at)
                    || term.start() != at
                    || term.end() == at
                    || (at > 0 && term.group(1).isEmpty())) {
                throw new IllegalArgumentException("no polynomial: " + text);
            }
            Polynomial product = product(term.group(2));
            sum = term.group(1).equals("-") ? sum.minus(product) : sum.plus(product);
            at = term.end();
        }
        if (at == 0) {
            throw new IllegalArgumentException("no polynomial: empty");
        }
        return sum;
    }

    private static Polynomial product(String text) {
        Polynomial product = ONE;
        Matcher factor = FACTOR.matcher(text);
        int at = 0;
        while (true) {
            if (!factor.find(at) || factor.start() != at) {
                throw new IllegalArgumentException("no product: " + text);
            }
            if (factor.group(1) != null) {
                product = product.times(constant(Rational.parse(factor.group(1))));
            } else {
                String name = factor.group(2).replace("\"", "");
                int exponent = factor.group(3) == null ? 1 : Integer.parseInt(factor.group(3));
                product = product.times(term(Rational.ONE, new Monomial(new TreeMap<>(Map.of(name, exponent)))));
            }
            at = factor.end();
            if (at == text.length()) {
                return product;
            } else if (text.charAt(at) != '*') {
                throw new IllegalArgumentException("no product: " + text);
            }
            at++;
        }
    }

    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        StringBuilder out = new StringBuilder();
        terms.forEach((m, c) -> {
            out.append(out.isEmpty() ? (c.isNegative() ? "-" : "") : c.isNegative() ? " - " : " + ");
            Rational size = c.isNegative() ? c.negated() : c;
            String power = m.toString();
            boolean bare = size.equals(Rational.ONE) && !power.isEmpty();
            out.append(bare ? power : power.isEmpty() ? size.toString() : size + "*" + power);
        });
        return out.toString();
    }
}
