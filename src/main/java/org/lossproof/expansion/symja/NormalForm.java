package org.lossproof.expansion.symja;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.RationalFunctionField;
import org.lossproof.loss.Function;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Span;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Expressions of Symja as coefficients, by walking their trees. */
final class NormalForm {
    private final LossDefinition loss;
    private final RationalFunctionField field;
    private final Map<IExpr, IExpr> symbols;
    private final Map<IExpr, Rational<MultivariatePolynomial<BigInteger>>> known = new HashMap<>();

    /** @param symbols what the symbols q0, q1, ... stand for */
    NormalForm(LossDefinition loss, Map<String, BigFraction> values, Map<IExpr, IExpr> symbols, Budget budget) {
        this.loss = loss;
        this.field = new RationalFunctionField(loss, values, budget);
        this.symbols = symbols;
    }

    Coefficient of(IExpr e) {
        return field.coefficient(element(e));
    }

    /** sum_w n_w w. */
    Coefficient sum(Map<IExpr, Long> weights) {
        Rational<MultivariatePolynomial<BigInteger>> total = field.zero();
        for (Map.Entry<IExpr, Long> w : weights.entrySet()) {
            total = field.add(total, field.multiply(element(w.getKey()), field.integer(w.getValue())));
        }
        return field.coefficient(total);
    }

    /** The sign of an expression, as far as the ranges of the parameters tell. */
    int sign(IExpr e, Span span) {
        return field.sign(element(e), span);
    }

    private Rational<MultivariatePolynomial<BigInteger>> element(IExpr e) {
        Rational<MultivariatePolynomial<BigInteger>> value = known.get(e);
        if (value == null) {
            value = walk(e);
            known.put(e, value);
        }
        return value;
    }

    private Rational<MultivariatePolynomial<BigInteger>> walk(IExpr e) {
        if (e instanceof IRational r) {
            return field.rational(new BigFraction(r.toBigNumerator(), r.toBigDenominator()));
        } else if (e.equals(S.E)) {
            return field.constant(Function.EXP, field.one(), Span.API);
        } else if (e.isSymbol()) {
            return symbol(e);
        } else if (e instanceof IAST sum && sum.isPlus()) {
            Rational<MultivariatePolynomial<BigInteger>> total = field.zero();
            for (int i = 1; i < sum.size(); i++) {
                total = field.add(total, element(sum.get(i)));
            }
            return total;
        } else if (e instanceof IAST product && product.isTimes()) {
            Rational<MultivariatePolynomial<BigInteger>> total = field.one();
            for (int i = 1; i < product.size(); i++) {
                total = field.multiply(total, element(product.get(i)));
            }
            return total;
        } else if (e.isPower() && e.base().equals(S.E)) {
            return field.constant(Function.EXP, element(e.exponent()), Span.API);
        } else if (e.isPower()) {
            return field.power(element(e.base()), element(e.exponent()), Span.API);
        } else if (e instanceof IAST ast && ast.isLog() && ast.size() == 2) {
            return field.constant(Function.LOG, element(ast.get(1)), Span.API);
        }
        throw new IllegalStateException("Symja left " + e.fullFormString() + " in a result");
    }

    private Rational<MultivariatePolynomial<BigInteger>> symbol(IExpr e) {
        if (symbols.containsKey(e)) {
            return element(symbols.get(e));
        }
        String name = e.toString();
        if (name.equals("pd")) {
            return field.parameter("d1");
        } else if (name.matches("p[0-9]+")) {
            return field.parameter(
                    loss.parameters().get(Integer.parseInt(name.substring(1))).name());
        }
        throw new IllegalStateException("Symja left the symbol " + name + " in a result");
    }
}
