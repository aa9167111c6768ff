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
        e.accept(new Variants(sink));
    }

    /** The variants of an expression and of its parts, wherever one occurs. */
    private final class Variants implements Expr.Visitor<Void> {
        private final Sink sink;

        Variants(Sink sink) {
            this.sink = sink;
        }

        private Void scaledAlone(Expr e) {
            scaled(e, sink);
            return null;
        }

        @Override
        public Void constant(Expr.Constant e) {
            return scaledAlone(e);
        }

        @Override
        public Void inner(Expr.Inner e) {
            return scaledAlone(e);
        }

        @Override
        public Void coordinate(Expr.Coordinate e) {
            return scaledAlone(e);
        }

        @Override
        public Void parameter(Expr.Parameter e) {
            sink.accept(Exprs.difference(e, Exprs.number(1)), e.name() + " - 1 for " + e.name());
            return null;
        }

        @Override
        public Void trace(Expr.Trace e) {
            terms(List.of(e), sink);
            letters(e, sink);
            return null;
        }

        @Override
        public Void sum(Expr.Sum e) {
            terms(e.terms(), sink);
            conditional(e, List.of(), sink);
            return null;
        }

        @Override
        public Void product(Expr.Product e) {
            terms(List.of(e), sink);
            parts(e.factors(), (factors, what) -> sink.accept(new Expr.Product(factors), what));
            return null;
        }

        @Override
        public Void power(Expr.Power e) {
            exponent(e, sink);
            visit(e.base(), (b, what) -> sink.accept(new Expr.Power(b, e.exponent(), e.span()), what));
            return null;
        }

        @Override
        public Void apply(Expr.Apply e) {
            visit(e.argument(), (u, what) -> sink.accept(new Expr.Apply(e.function(), u, e.span()), what));
            return null;
        }

        @Override
        public Void mean(Expr.Mean e) {
            conditional(e, sink);
            visit(e.body(), (b, what) -> sink.accept(new Expr.Mean(e.vectors(), b), what));
            return null;
        }

        @Override
        public Void copySum(Expr.CopySum e) {
            visit(e.body(), (b, what) -> sink.accept(new Expr.CopySum(e.datum(), b), what));
            return null;
        }

        @Override
        public Void indexSum(Expr.IndexSum e) {
            visit(e.body(), (b, what) -> sink.accept(new Expr.IndexSum(e.indices(), e.distinct(), b), what));
            return null;
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
