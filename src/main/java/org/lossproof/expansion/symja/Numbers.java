package org.lossproof.expansion.symja;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Deterministic expressions, factored as they are written. */
final class Numbers {
    private final LossDefinition loss;
    private final Map<String, BigFraction> values;
    private final Symja symja;

    Numbers(LossDefinition loss, Map<String, BigFraction> values, Symja symja) {
        this.loss = loss;
        this.values = values;
        this.symja = symja;
    }

    IExpr of(Expr e) {
        return symja.evaluate(translate(e));
    }

    /** A power; unless it is a whole one its base is a symbol, so that powers of it are single terms. */
    private IExpr power(IExpr base, IExpr exponent) {
        IExpr b = symja.evaluate(base);
        IExpr e = symja.evaluate(exponent);
        boolean whole = e.isInteger() && !e.isNegative();
        return symja.power(whole ? b : symja.symbolFor(b), e);
    }

    /** The symbol p0, p1, ... of a parameter, or its value. */
    IExpr parameter(String name) {
        BigFraction value = values.get(name);
        return value != null ? symja.rational(value) : symja.evaluate(symbol(name));
    }

    private String symbol(String name) {
        for (int i = 0; i < loss.parameters().size(); i++) {
            if (loss.parameters().get(i).name().equals(name)) {
                return "p" + i;
            }
        }
        return "pd";
    }

    private IExpr translate(Expr e) {
        return new Arithmetic<IExpr>() {
            @Override
            protected IExpr number(BigFraction value) {
                return symja.rational(value);
            }

            @Override
            protected IExpr named(String name) {
                return Numbers.this.parameter(name);
            }

            @Override
            protected IExpr plus(IExpr a, IExpr b) {
                return F.Plus(a, b);
            }

            @Override
            protected IExpr times(IExpr a, IExpr b) {
                return F.Times(a, b);
            }

            @Override
            public IExpr sum(Expr.Sum sum) {
                return F.Plus(sum.terms().stream().map(this::of).toArray(IExpr[]::new));
            }

            @Override
            public IExpr product(Expr.Product product) {
                return F.Times(product.factors().stream().map(this::of).toArray(IExpr[]::new));
            }

            @Override
            protected IExpr raised(Expr.Power e) {
                return Numbers.this.power(of(e.base()), of(e.exponent()));
            }

            @Override
            protected IExpr applied(Expr.Apply e) {
                IExpr u = of(e.argument());
                return switch (e.function()) {
                    case EXP -> symja.symbolFor(symja.evaluate(F.Exp(u)));
                    case LOG -> symja.symbolFor(symja.evaluate(F.Log(u)));
                    case SQRT -> Numbers.this.power(u, F.C1D2);
                    case RELU -> throw new IllegalStateException("relu of a parameter");
                };
            }
        }.of(e);
    }
}
