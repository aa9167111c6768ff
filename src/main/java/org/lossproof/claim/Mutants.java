package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;

/**
 * Falsified variants of an expression, one change each: a sign, a factor 2, a coefficient off by 1 %, a term dropped, A0, C
 * and Sigma exchanged, an exponent or the order of a product changed, total for conditional variance, another normaliser.
 */
final class Mutants {
    private static final BigFraction ONE_PERCENT_MORE = new BigFraction(101, 100);

    private final Map<Expr, String> found = new LinkedHashMap<>();

    private Mutants() {}

    /** The variants with what was changed. */
    static Map<Expr, String> of(Expr e) {
        Mutants mutants = new Mutants();
        mutants.visit(e, (mutant, what) -> mutants.found.putIfAbsent(mutant, what));
        mutants.found.remove(e);
        return mutants.found;
    }

    /** Receives a variant of a part; wraps it into the whole. */
    @FunctionalInterface
    private interface Sink {
        void accept(Expr mutant, String what);
    }

    private void visit(Expr e, Sink sink) {
        if (e instanceof Expr.Sum sum) {
            terms(sum.terms(), sink);
            conditional(sum, List.of(), sink);
        } else if (e instanceof Expr.Product product) {
            terms(List.of(e), sink);
            parts(product.factors(), (factors, what) -> sink.accept(new Expr.Product(factors), what));
        } else if (e instanceof Expr.Power power) {
            exponent(power, sink);
            visit(power.base(), (b, what) -> sink.accept(new Expr.Power(b, power.exponent(), power.span()), what));
        } else if (e instanceof Expr.Apply apply) {
            visit(apply.argument(), (u, what) -> sink.accept(new Expr.Apply(apply.function(), u, apply.span()), what));
        } else if (e instanceof Expr.Mean mean) {
            conditional(mean, sink);
            visit(mean.body(), (b, what) -> sink.accept(new Expr.Mean(mean.vectors(), b), what));
        } else if (e instanceof Expr.CopySum sum) {
            visit(sum.body(), (b, what) -> sink.accept(new Expr.CopySum(sum.datum(), b), what));
        } else if (e instanceof Expr.IndexSum sum) {
            visit(sum.body(), (b, what) -> sink.accept(new Expr.IndexSum(sum.indices(), sum.distinct(), b), what));
        } else if (e instanceof Expr.Trace trace) {
            terms(List.of(e), sink);
            letters(trace, sink);
        } else if (e instanceof Expr.Parameter p) {
            sink.accept(Exprs.difference(p, Exprs.number(1)), p.name() + " - 1 for " + p.name());
        } else if (e instanceof Expr.Constant || e instanceof Expr.Inner || e instanceof Expr.Coordinate) {
            scaled(e, sink);
        }
    }

    private void parts(List<Expr> parts, java.util.function.BiConsumer<List<Expr>, String> sink) {
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            visit(parts.get(i), (mutant, what) -> {
                List<Expr> changed = new ArrayList<>(parts);
                changed.set(at, mutant);
                sink.accept(changed, what);
            });
        }
    }

    private void terms(List<Expr> terms, Sink sink) {
        for (int i = 0; i < terms.size(); i++) {
            int at = i;
            scaled(terms.get(i), (mutant, what) -> sink.accept(replaced(terms, at, mutant), what));
            List<Expr> rest = new ArrayList<>(terms);
            rest.remove(at);
            sink.accept(new Expr.Sum(rest), "term " + (at + 1) + " dropped");
        }
        if (terms.size() > 1) {
            parts(terms, (changed, what) -> sink.accept(new Expr.Sum(changed), what));
        }
    }

    private static Expr replaced(List<Expr> terms, int at, Expr term) {
        List<Expr> changed = new ArrayList<>(terms);
        changed.set(at, term);
        return changed.size() == 1 ? term : new Expr.Sum(changed);
    }

    private static void scaled(Expr e, Sink sink) {
        sink.accept(Exprs.negative(e), "sign");
        sink.accept(Exprs.product(List.of(Exprs.number(2), e)), "factor 2");
        sink.accept(Exprs.product(List.of(Exprs.number(ONE_PERCENT_MORE), e)), "1 % more");
    }

    private static void letters(Expr.Trace trace, Sink sink) {
        List<Expr.Letter> word = trace.word();
        for (int i = 0; i < word.size(); i++) {
            for (Expr.Letter other : List.of(Expr.Letter.A, Expr.Letter.C, Expr.Letter.S)) {
                if (other != word.get(i)) {
                    List<Expr.Letter> changed = new ArrayList<>(word);
                    changed.set(i, other);
                    sink.accept(new Expr.Trace(changed), other + " for " + word.get(i));
                }
            }
        }
        if (word.size() > 1) {
            Expr split = new Expr.Product(
                    word.stream().map(l -> (Expr) new Expr.Trace(List.of(l))).toList());
            sink.accept(split, "product of traces for trace of product");
        }
        List<Expr.Letter> longer = new ArrayList<>(word);
        longer.add(word.get(word.size() - 1));
        sink.accept(new Expr.Trace(longer), "one factor more");
    }

    private static void exponent(Expr.Power power, Sink sink) {
        if (power.exponent() instanceof Expr.Constant c) {
            sink.accept(new Expr.Power(power.base(), Exprs.number(c.value().add(1)), power.span()), "exponent plus 1");
        }
    }

    /** E[x](Var[chi](u)) becomes Var[x, chi](u). */
    private static void conditional(Expr.Mean mean, Sink sink) {
        if (mean.body() instanceof Expr.Sum sum) {
            conditional(sum, mean.vectors(), sink);
        }
    }

    /** E[u^2] - E[u]^2 inside a mean over more vectors: the outer mean is moved into both. */
    private static void conditional(Expr.Sum sum, List<String> outer, Sink sink) {
        if (outer.isEmpty() || sum.terms().size() != 2) {
            return;
        }
        Expr second = sum.terms().get(1);
        boolean variance = sum.terms().get(0) instanceof Expr.Mean square
                && square.body() instanceof Expr.Power
                && second instanceof Expr.Product product
                && product.factors().get(product.factors().size() - 1) instanceof Expr.Power p
                && p.base() instanceof Expr.Mean;
        if (variance) {
            Expr.Mean square = (Expr.Mean) sum.terms().get(0);
            List<String> all = new ArrayList<>(outer);
            all.addAll(square.vectors());
            Expr.Power u2 = (Expr.Power) square.body();
            Expr meanOfSquare = new Expr.Mean(all, u2);
            Expr squareOfMean = new Expr.Power(new Expr.Mean(all, u2.base()), Exprs.number(2), u2.span());
            sink.accept(Exprs.difference(meanOfSquare, squareOfMean), "total for conditional variance");
        }
    }
}
