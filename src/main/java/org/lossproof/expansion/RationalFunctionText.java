package org.lossproof.expansion;

import cc.redberry.rings.FactorDecomposition;
import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lossproof.expansion.RationalFunctionField.Term;
import org.lossproof.loss.Notation;

/** Writes rational functions of parameters factored, as text and TeX, and evaluates them. */
final class RationalFunctionText {
    private record Constant(String name, String tex, Coefficient.Value value, boolean symbolic) {}

    private record Factor(MultivariatePolynomial<BigInteger> polynomial, int exponent) {}

    private final List<String> symbols;
    private final List<Constant> constants = new ArrayList<>();

    RationalFunctionText(List<String> symbols) {
        this.symbols = List.copyOf(symbols);
    }

    List<String> symbols() {
        return symbols;
    }

    /** The number of the indeterminate that stands for a constant, new or known. */
    int constant(String name, String tex, Coefficient.Value value, boolean symbolic) {
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i).name().equals(name)) {
                return symbols.size() + i;
            }
        }
        constants.add(new Constant(name, tex, value, symbolic));
        return symbols.size() + constants.size() - 1;
    }

    /** Whether its value is known: no parameter occurs, directly or inside a constant. */
    boolean dependsOnConstantsOnly(Rational<MultivariatePolynomial<BigInteger>> a) {
        return List.of(a.numerator(), a.denominator()).stream()
                .flatMap(p -> RationalFunctionField.terms(p).stream())
                .allMatch(this::isKnown);
    }

    private boolean isKnown(Term term) {
        for (int i = 0; i < term.exponents().length; i++) {
            boolean parameter = i < symbols.size();
            boolean symbolic = parameter
                    || (i - symbols.size() < constants.size()
                            && constants.get(i - symbols.size()).symbolic());
            if (term.exponents()[i] != 0 && symbolic) {
                return false;
            }
        }
        return true;
    }

    Coefficient coefficient(Rational<MultivariatePolynomial<BigInteger>> a) {
        List<Term> over = RationalFunctionField.terms(a.numerator());
        List<Term> under = RationalFunctionField.terms(a.denominator());
        boolean symbolic = !(a.numerator().isConstant() && a.denominator().isConstant());
        return new Coefficient(write(a, false), write(a, true), symbolic, p -> evaluate(over, p) / evaluate(under, p));
    }

    private double evaluate(List<Term> terms, Map<String, Double> parameters) {
        double sum = 0;
        for (Term term : terms) {
            double product = term.coefficient().doubleValue();
            for (int i = 0; i < term.exponents().length; i++) {
                if (term.exponents()[i] != 0) {
                    double base = i < symbols.size()
                            ? parameters.get(symbols.get(i))
                            : constants.get(i - symbols.size()).value().at(parameters);
                    product *= Math.pow(base, term.exponents()[i]);
                }
            }
            sum += product;
        }
        return sum;
    }

    private String write(Rational<MultivariatePolynomial<BigInteger>> a, boolean tex) {
        if (a.isZero()) {
            return "0";
        }
        java.math.BigInteger[] number = {java.math.BigInteger.ONE, java.math.BigInteger.ONE};
        List<Factor> over = factors(a.factorNumerator(), number, 0);
        List<Factor> under = factors(a.factorDenominator(), number, 1);
        boolean negative = number[0].signum() * number[1].signum() < 0;
        String sign = negative ? "-" : "";
        String numerator = side(number[0].abs(), over, tex);
        String denominator = side(number[1].abs(), under, tex);
        if (denominator.equals("1")) {
            boolean lone = number[0].abs().equals(java.math.BigInteger.ONE) && over.size() == 1;
            boolean bare = lone && over.get(0).exponent() == 1 && !negative;
            return bare ? polynomial(over.get(0).polynomial(), tex) : sign + numerator;
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

    /** The factors with their leading coefficients positive; numbers and signs go to {@code number[side]}. */
    private List<Factor> factors(
            FactorDecomposition<MultivariatePolynomial<BigInteger>> all, java.math.BigInteger[] number, int side) {
        List<Factor> out = new ArrayList<>();
        number[side] =
                number[side].multiply(new java.math.BigInteger(all.unit.cc().toString()));
        for (int i = 0; i < all.size(); i++) {
            MultivariatePolynomial<BigInteger> p = all.get(i);
            int exponent = all.getExponent(i);
            if (p.isConstant()) {
                number[side] = number[side].multiply(new java.math.BigInteger(p.cc().toString()).pow(exponent));
                continue;
            }
            if (sortedTerms(p).get(0).coefficient().signum() < 0) {
                p = p.clone().negate();
                number[side] = exponent % 2 == 0 ? number[side] : number[side].negate();
            }
            out.add(new Factor(p, exponent));
        }
        out.sort(Comparator.comparingInt((Factor f) -> f.polynomial().size())
                .thenComparing(f -> polynomial(f.polynomial(), false)));
        return out;
    }

    private String side(java.math.BigInteger number, List<Factor> factors, boolean tex) {
        List<String> parts = new ArrayList<>();
        if (!number.equals(java.math.BigInteger.ONE) || factors.isEmpty()) {
            parts.add(number.toString());
        }
        for (Factor factor : factors) {
            String p = polynomial(factor.polynomial(), tex);
            String base = factor.polynomial().size() > 1 ? "(" + p + ")" : p;
            parts.add(
                    factor.exponent() == 1
                            ? base
                            : base + "^" + (tex ? "{" + factor.exponent() + "}" : factor.exponent()));
        }
        return String.join(tex ? "\\," : "*", parts);
    }

    private String polynomial(MultivariatePolynomial<BigInteger> p, boolean tex) {
        StringBuilder out = new StringBuilder();
        for (Term term : sortedTerms(p)) {
            boolean negative = term.coefficient().signum() < 0;
            out.append(out.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
            String product = product(term, tex);
            boolean unit = term.coefficient().abs().equals(java.math.BigInteger.ONE);
            String number = term.coefficient().abs().toString();
            out.append(product.isEmpty() ? number : unit ? product : number + (tex ? "\\," : "*") + product);
        }
        return out.toString();
    }

    private String product(Term term, boolean tex) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < term.exponents().length; i++) {
            int k = term.exponents()[i];
            if (k > 0) {
                String name = name(i, tex);
                parts.add(k == 1 ? name : tex ? name + "^{" + k + "}" : name + "^" + k);
            }
        }
        return parts.stream().collect(Collectors.joining(tex ? "\\," : "*"));
    }

    private String name(int i, boolean tex) {
        if (i < symbols.size()) {
            return tex ? Notation.parameter(symbols.get(i)) : symbols.get(i);
        }
        Constant constant = constants.get(i - symbols.size());
        return tex ? constant.tex() : constant.name();
    }

    /** Highest total degree first, then alphabetical, so that a text is unique. */
    private List<Term> sortedTerms(MultivariatePolynomial<BigInteger> p) {
        return RationalFunctionField.terms(p).stream()
                .sorted(Comparator.comparingInt(
                                (Term t) -> -Arrays.stream(t.exponents()).sum())
                        .thenComparing(t -> Arrays.toString(
                                Arrays.stream(t.exponents()).map(k -> 1000 - k).toArray())))
                .toList();
    }
}
