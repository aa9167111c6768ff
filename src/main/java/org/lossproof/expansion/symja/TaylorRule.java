package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.ArithmeticUtils;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * How the coefficient of t^k of F(u0 + u1 t + u2 t^2 + ...) is made of u0, u1, ...: Symja's k-th derivative at t = 0 over
 * k!, read off term by term.
 */
final class TaylorRule {
    private final Symja symja;
    private final Map<String, List<Term>> known = new HashMap<>();

    /**
     * A term of a rule.
     *
     * @param coefficient a number or a function of u0
     * @param powers the exponent of every u_j, j >= 1, that occurs
     */
    record Term(IExpr coefficient, Map<Integer, Integer> powers) {}

    TaylorRule(Symja symja) {
        this.symja = symja;
    }

    /**
     * The rule of order k.
     *
     * @param outer the function, a text in {@code U} such as {@code Log[U]}
     * @param present which orders j >= 1 of the argument do not vanish
     */
    List<Term> of(String outer, int k, List<Integer> present) {
        return known.computeIfAbsent(outer + k + present, key -> derive(outer, k, present));
    }

    /** With all orders present multiples of g, t^g is the variable: fewer derivatives. */
    private List<Term> derive(String outer, int k, List<Integer> present) {
        int g = present.stream().reduce(0, ArithmeticUtils::gcd);
        if (g == 0 || k % g != 0) {
            return List.of();
        }
        StringBuilder u = new StringBuilder("(u0");
        present.stream().filter(j -> j <= k).forEach(j -> u.append("+u" + j + "*t^" + j / g));
        String composed = outer.replace("U", u.append(")").toString());
        int n = k / g;
        IExpr sum = symja.evaluate("Expand[(D[" + composed + ",{t," + n + "}]/" + n + "!)/.t->0]");
        List<Term> out = new ArrayList<>();
        List<IExpr> summands = new ArrayList<>();
        if (sum instanceof IAST ast && ast.isPlus()) {
            summands.addAll(arguments(ast));
        } else if (!sum.isZero()) {
            summands.add(sum);
        }
        summands.forEach(s -> out.add(term(s)));
        return out;
    }

    private Term term(IExpr summand) {
        IExpr coefficient = F.C1;
        Map<Integer, Integer> powers = new HashMap<>();
        List<IExpr> factors = new ArrayList<>();
        if (summand instanceof IAST ast && ast.isTimes()) {
            factors.addAll(arguments(ast));
        } else {
            factors.add(summand);
        }
        for (IExpr factor : factors) {
            boolean power = factor.isPower() && factor.exponent().isInteger();
            IExpr base = power ? factor.base() : factor;
            String name = base.toString();
            if (base.isSymbol() && name.matches("u[1-9][0-9]*")) {
                int exponent = power ? factor.exponent().toIntDefault() : 1;
                powers.merge(Integer.parseInt(name.substring(1)), exponent, Integer::sum);
            } else {
                coefficient = symja.multiply(coefficient, factor);
            }
        }
        return new Term(coefficient, powers);
    }

    private static List<IExpr> arguments(IAST ast) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 1; i < ast.size(); i++) {
            out.add(ast.get(i));
        }
        return out;
    }
}
