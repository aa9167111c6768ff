package org.lossproof.expansion;

import cc.redberry.rings.Rings;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a coefficient factored, as text and as TeX: the one printer there is. */
final class CoefficientText {
    private record Factor(List<Coefficient.Term> terms, int exponent) {}

    private record Side(BigInteger number, List<Factor> factors) {}

    /** The largest exponent that the language of definitions reads. */
    private static final int LARGEST_EXPONENT = 64;

    private final Coefficient coefficient;
    private final boolean tex;
    /** The texts of the generators, parameters first in the order of their declaration. */
    private final List<String> variables;

    private CoefficientText(Coefficient coefficient, boolean tex) {
        this.coefficient = coefficient;
        this.tex = tex;
        List<String> order = coefficient.order();
        Comparator<String> declared = Comparator.comparingInt(v -> order.contains(v) ? order.indexOf(v) : order.size());
        this.variables = coefficient.generators().keySet().stream()
                .sorted(declared.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static String plain(Coefficient coefficient) {
        return new CoefficientText(coefficient, false).write();
    }

    static String tex(Coefficient coefficient) {
        return new CoefficientText(coefficient, true).write();
    }

    private String write() {
        if (coefficient.isZero()) {
            return "0";
        }
        Side over = factored(coefficient.numerator());
        Side under = factored(coefficient.denominator());
        boolean negative = over.number().signum() * under.number().signum() < 0;
        String sign = negative ? "-" : "";
        String numerator = side(over);
        String denominator = side(under);
        if (denominator.equals("1")) {
            boolean lone =
                    over.number().abs().equals(BigInteger.ONE) && over.factors().size() == 1;
            boolean bare = lone && over.factors().get(0).exponent() == 1 && !negative;
            return bare ? polynomial(over.factors().get(0).terms()) : sign + numerator;
        }
        if (tex) {
            return sign + "\\frac{" + unbracketed(numerator) + "}{" + unbracketed(denominator) + "}";
        }
        boolean simple = denominator.matches("[0-9A-Za-z_]+|\\([^()]*\\)(\\^[0-9]+)?");
        return sign + numerator + "/" + (simple ? denominator : "(" + denominator + ")");
    }

    private static String unbracketed(String text) {
        boolean whole = text.startsWith("(") && text.indexOf(')') == text.length() - 1;
        return whole ? text.substring(1, text.length() - 1) : text;
    }

    /** The factors with their leading coefficients positive; numbers and signs in front. */
    private Side factored(List<Coefficient.Term> terms) {
        if (terms.size() == 1 && terms.get(0).powers().isEmpty()) {
            return new Side(terms.get(0).coefficient(), List.of());
        }
        MultivariateRing<MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger>> ring =
                Rings.MultivariateRing(variables.size(), Rings.Z);
        Rationals.Factored all = Rationals.factor(ring, polynomial(ring, terms));
        BigInteger number = all.number();
        List<Factor> factors = new ArrayList<>();
        for (Rationals.Factor factor : all.factors()) {
            MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger> p = factor.polynomial();
            if (sorted(terms(p)).get(0).coefficient().signum() < 0) {
                p = p.clone().negate();
                number = factor.exponent() % 2 == 0 ? number : number.negate();
            }
            factors.add(new Factor(terms(p), factor.exponent()));
        }
        factors.sort(Comparator.comparingInt((Factor f) -> f.terms().size()).thenComparing(f -> polynomial(f.terms())));
        return new Side(number, factors);
    }

    private MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger> polynomial(
            MultivariateRing<MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger>> ring,
            List<Coefficient.Term> terms) {
        MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger> sum = ring.getZero();
        for (Coefficient.Term term : terms) {
            int[] exponents = new int[variables.size()];
            term.powers().forEach((v, k) -> exponents[variables.indexOf(v)] = k);
            sum.add(new Monomial<>(exponents, Rationals.rings(term.coefficient())));
        }
        return sum;
    }

    private List<Coefficient.Term> terms(MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger> p) {
        List<Coefficient.Term> out = new ArrayList<>();
        p.forEach(m -> {
            java.util.SortedMap<String, Integer> powers = new java.util.TreeMap<>();
            for (int i = 0; i < m.exponents.length; i++) {
                if (m.exponents[i] > 0) {
                    powers.put(variables.get(i), m.exponents[i]);
                }
            }
            out.add(new Coefficient.Term(Rationals.java(m.coefficient), powers));
        });
        return out;
    }

    private String side(Side side) {
        List<String> parts = new ArrayList<>();
        BigInteger number = side.number().abs();
        if (!number.equals(BigInteger.ONE) || side.factors().isEmpty()) {
            parts.add(number.toString());
        }
        for (Factor factor : side.factors()) {
            String p = polynomial(factor.terms());
            boolean bracketed = factor.terms().size() > 1 || (factor.exponent() > 1 && endsInExponent(factor));
            boolean single = factor.terms().size() == 1;
            String base = !bracketed ? p : tex && single ? "\\left(" + p + "\\right)" : "(" + p + ")";
            parts.add(raised(base, factor.exponent()));
        }
        return String.join(tex ? "\\," : "*", parts);
    }

    /** Whether the factor is a single generator whose text ends in an exponent. */
    private boolean endsInExponent(Factor factor) {
        return factor.terms().get(0).powers().keySet().stream()
                .anyMatch(v -> coefficient.generators().get(v) instanceof Generator.Power p
                        && (tex || p.isWrittenWithExponent()));
    }

    private String polynomial(List<Coefficient.Term> terms) {
        StringBuilder out = new StringBuilder();
        for (Coefficient.Term term : sorted(terms)) {
            boolean negative = term.coefficient().signum() < 0;
            out.append(out.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
            String product = product(term);
            boolean unit = term.coefficient().abs().equals(BigInteger.ONE);
            String number = term.coefficient().abs().toString();
            out.append(product.isEmpty() ? number : unit ? product : number + (tex ? "\\," : "*") + product);
        }
        return out.toString();
    }

    private String product(Coefficient.Term term) {
        return variables.stream()
                .filter(v -> term.powers().containsKey(v))
                .map(v -> power(v, term.powers().get(v)))
                .collect(Collectors.joining(tex ? "\\," : "*"));
    }

    private String power(String variable, int k) {
        Generator generator = coefficient.generators().get(variable);
        String name = tex ? generator.tex() : variable;
        if (k == 1) {
            return name;
        }
        boolean bracketed = generator instanceof Generator.Power p && (tex || p.isWrittenWithExponent());
        String base = !bracketed ? name : tex ? "\\left(" + name + "\\right)" : "(" + name + ")";
        return raised(base, k);
    }

    /** A power; as text, one beyond what the language reads is written as a product. */
    private String raised(String base, int k) {
        if (k == 1) {
            return base;
        } else if (tex) {
            return base + "^{" + k + "}";
        }
        return k <= LARGEST_EXPONENT
                ? base + "^" + k
                : base + "^" + LARGEST_EXPONENT + "*" + raised(base, k - LARGEST_EXPONENT);
    }

    /** Highest total degree first, then in the order of the variables, so that a text is unique. */
    private List<Coefficient.Term> sorted(List<Coefficient.Term> terms) {
        return terms.stream()
                .sorted(Comparator.comparingInt((Coefficient.Term t) ->
                                -t.powers().values().stream().mapToInt(k -> k).sum())
                        .thenComparing(t -> Arrays.toString(exponents(t.powers()))))
                .toList();
    }

    private int[] exponents(Map<String, Integer> powers) {
        return variables.stream()
                .mapToInt(v -> 1000 - powers.getOrDefault(v, 0))
                .toArray();
    }
}
