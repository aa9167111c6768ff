package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Function;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.NotAnalyticException.Kind;
import org.lossproof.loss.Span;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Every Taylor coefficient of a definition as terms whose vectors are all averaged over. */
final class SymjaRoute {
    private final LossDefinition loss;
    private final Numbers numbers;
    private final int truncation;
    private final Symja symja;
    private final TaylorRule rules;
    private final CopyPartitions copies;
    private final NormalForm normal;

    SymjaRoute(LossDefinition loss, Map<String, BigFraction> values, int truncation, Symja symja) {
        this.loss = loss;
        this.numbers = new Numbers(loss, values, symja);
        this.truncation = truncation;
        this.symja = symja;
        this.rules = new TaylorRule(symja);
        this.copies = new CopyPartitions(symja);
        this.normal = new NormalForm(loss, values, symja.symbols(), symja.budget());
    }

    /** The coefficients of t^0, t^1, ... */
    List<Terms> expand() {
        return expand(loss.expression(), Set.of());
    }

    private List<Terms> expand(Expr e, Set<String> held) {
        return e.accept(new Expr.Visitor<>() {
            @Override
            public List<Terms> constant(Expr.Constant c) {
                return SymjaRoute.this.constant(symja.rational(c.value()));
            }

            @Override
            public List<Terms> parameter(Expr.Parameter p) {
                return SymjaRoute.this.constant(numbers.parameter(p.name()));
            }

            @Override
            public List<Terms> inner(Expr.Inner inner) {
                return homogeneous(SymjaRoute.this.inner(inner), 2);
            }

            @Override
            public List<Terms> coordinate(Expr.Coordinate c) {
                return homogeneous(SymjaRoute.this.coordinate(c), 1);
            }

            @Override
            public List<Terms> trace(Expr.Trace trace) {
                StringBuilder word = new StringBuilder();
                trace.word().forEach(word::append);
                Product product = new Product(List.of(), List.of(), List.of(word.toString()));
                return homogeneous(Terms.of(symja, product, F.C1), 2 * word.length());
            }

            @Override
            public List<Terms> sum(Expr.Sum sum) {
                List<Terms> out = zero();
                for (Expr term : sum.terms()) {
                    out = add(out, expand(term, held));
                }
                return out;
            }

            @Override
            public List<Terms> product(Expr.Product product) {
                List<Terms> out = SymjaRoute.this.constant(F.C1);
                for (Expr factor : product.factors()) {
                    out = multiply(out, expand(factor, held));
                }
                return out;
            }

            @Override
            public List<Terms> power(Expr.Power power) {
                return SymjaRoute.this.power(power, held);
            }

            @Override
            public List<Terms> apply(Expr.Apply apply) {
                return SymjaRoute.this.apply(apply, expand(apply.argument(), held));
            }

            @Override
            public List<Terms> mean(Expr.Mean mean) {
                return SymjaRoute.this.mean(mean, held);
            }

            @Override
            public List<Terms> copySum(Expr.CopySum sum) {
                return map(expand(sum.body(), held), p -> copies.sumOver(p, sum.datum(), count(sum.datum())));
            }

            @Override
            public List<Terms> indexSum(Expr.IndexSum sum) {
                return map(expand(sum.body(), held), p -> IndexSummation.sum(symja, p, sum, numbers.parameter("d1")));
            }
        });
    }

    private Terms inner(Expr.Inner inner) {
        Terms out = new Terms(symja);
        for (Combination.Term u : inner.left().terms()) {
            for (Combination.Term v : inner.right().terms()) {
                Product product = new Product(List.of(new Product.Inner(vector(u), vector(v))), List.of(), List.of());
                out.add(product, symja.multiply(numbers.of(u.coefficient()), numbers.of(v.coefficient())));
            }
        }
        return out;
    }

    private Terms coordinate(Expr.Coordinate c) {
        Terms out = new Terms(symja);
        for (Combination.Term u : c.vector().terms()) {
            Product product = new Product(List.of(), List.of(new Product.Entry(vector(u), c.index())), List.of());
            out.add(product, numbers.of(u.coefficient()));
        }
        return out;
    }

    private Vector vector(Combination.Term term) {
        String datum = loss.datumOf(term.vector()).orElseThrow().name();
        return new Vector(term.vector(), 0, datum, 0, loss.encoders().indexOf(term.encoder()));
    }

    private IExpr count(String datum) {
        return numbers.of(loss.datumOf(datum).orElseThrow().copies());
    }

    private List<Terms> power(Expr.Power power, Set<String> held) {
        List<Terms> base = expand(power.base(), held);
        IExpr exponent = numbers.of(power.exponent());
        if (exponent.isInteger() && !exponent.isNegative()) {
            List<Terms> out = constant(F.C1);
            for (int i = 0; i < exponent.toIntDefault(); i++) {
                out = multiply(out, base);
            }
            return out;
        }
        nonzero(base, power.span(), exponent.isInteger() ? Kind.QUOTIENT : Kind.ROOT, power);
        return compose(
                "(U)^(" + exponent.fullFormString() + ")",
                symja.power(symja.symbolFor(atOrigin(base)), exponent),
                base);
    }

    private List<Terms> apply(Expr.Apply apply, List<Terms> argument) {
        IExpr origin = atOrigin(argument);
        if (apply.function() == Function.EXP) {
            return compose("Exp[U]", symja.symbolFor(symja.evaluate(F.Exp(origin))), argument);
        }
        nonzero(argument, apply.span(), Kind.of(apply.function()), apply);
        if (apply.function() == Function.LOG) {
            return compose("Log[U]", symja.symbolFor(symja.evaluate(F.Log(origin))), argument);
        } else if (apply.function() == Function.SQRT) {
            return compose("(U)^(1/2)", symja.power(symja.symbolFor(origin), F.C1D2), argument);
        }
        return normal.sign(origin, apply.span()) < 0 ? zero() : argument;
    }

    private void nonzero(List<Terms> argument, Span span, Kind what, Expr e) {
        if (normal.of(atOrigin(argument)).isZero()) {
            throw new NotAnalyticException(span, what, e);
        }
    }

    private List<Terms> compose(String outer, IExpr atOrigin, List<Terms> u) {
        List<Integer> present = new ArrayList<>();
        for (int j = 1; j <= truncation; j++) {
            if (!u.get(j).isZero()) {
                present.add(j);
            }
        }
        IExpr u0 = symja.symbolFor(atOrigin(u));
        List<Terms> out = constant(atOrigin);
        for (int k = 1; k <= truncation; k++) {
            for (TaylorRule.Term term : rules.of(outer, k, present)) {
                IExpr coefficient = symja.evaluate(F.ReplaceAll(term.coefficient(), F.Rule(symja.evaluate("u0"), u0)));
                out.get(k).addAll(product(term.powers(), u), coefficient);
            }
        }
        return out;
    }

    private Terms product(Map<Integer, Integer> powers, List<Terms> u) {
        Terms out = Terms.of(symja, Product.ONE, F.C1);
        for (Map.Entry<Integer, Integer> power : powers.entrySet()) {
            for (int i = 0; i < power.getValue(); i++) {
                out = out.times(u.get(power.getKey()));
            }
        }
        return out;
    }

    private List<Terms> mean(Expr.Mean mean, Set<String> held) {
        Set<String> opened = new HashSet<>();
        mean.vectors().forEach(v -> opened.add(loss.datumOf(v).orElseThrow().name()));
        opened.removeAll(held);
        Set<String> inside = new HashSet<>(held);
        inside.addAll(opened);
        Set<String> views = Set.copyOf(mean.vectors());
        return map(expand(mean.body(), inside), p -> {
            Terms merged = Terms.of(symja, p, F.C1);
            for (Datum datum : loss.data()) {
                if (datum.repeated() && opened.contains(datum.name())) {
                    merged = merged.map(q -> copies.distinct(q, datum.name(), count(datum.name())));
                }
            }
            return merged.map(q -> Terms.of(symja, closed(q, views, opened), F.C1));
        });
    }

    private static Product closed(Product p, Set<String> views, Set<String> opened) {
        int fresh = p.largestNumber() + 1;
        Product averaged =
                p.map(v -> v.replica() == 0 && views.contains(v.view()) && !v.isDatum() ? v.withReplica(fresh) : v);
        return averaged.map(v -> v.copy() == 0 && opened.contains(v.datum()) ? v.withCopy(-fresh) : v);
    }

    private List<Terms> multiply(List<Terms> a, List<Terms> b) {
        List<Terms> out = zero();
        for (int j = 0; j <= truncation; j++) {
            for (int k = 0; j + k <= truncation; k++) {
                if (!a.get(j).isZero() && !b.get(k).isZero()) {
                    out.get(j + k).addAll(a.get(j).times(b.get(k)), F.C1);
                }
            }
        }
        return out;
    }

    private List<Terms> add(List<Terms> a, List<Terms> b) {
        List<Terms> out = zero();
        for (int k = 0; k <= truncation; k++) {
            out.get(k).addAll(a.get(k), F.C1);
            out.get(k).addAll(b.get(k), F.C1);
        }
        return out;
    }

    private static List<Terms> map(List<Terms> parts, java.util.function.Function<Product, Terms> image) {
        return parts.stream().map(p -> p.map(image)).toList();
    }

    private static IExpr atOrigin(List<Terms> parts) {
        return parts.get(0).coefficient(Product.ONE, F.C0);
    }

    private List<Terms> zero() {
        List<Terms> out = new ArrayList<>();
        for (int k = 0; k <= truncation; k++) {
            out.add(new Terms(symja));
        }
        return out;
    }

    private List<Terms> constant(IExpr value) {
        return homogeneous(Terms.of(symja, Product.ONE, value), 0);
    }

    private List<Terms> homogeneous(Terms terms, int order) {
        List<Terms> out = zero();
        if (order <= truncation) {
            out.set(order, terms);
        }
        return out;
    }
}
