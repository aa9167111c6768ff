package org.lossproof.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** What expressions of a property are made of: numbers at a model, whose indices are bound. */
final class ModelVocabulary {
    private static final String INDEXED = "\\w+_[ijk]";

    private final Span where;

    private ModelVocabulary(Span where) {
        this.where = where;
    }

    /**
     * Refuses a formula that has no value at a model.
     *
     * @param bound the indices that stand for a mode
     * @param where errors name
     */
    static void require(Formula formula, Set<String> bound, Span where) {
        new ModelVocabulary(where).formula(formula, bound);
    }

    /** The same for an expression. */
    static void require(Expr e, Set<String> bound, Span where) {
        new ModelVocabulary(where).expression(e, bound);
    }

    private void formula(Formula f, Set<String> bound) {
        if (f instanceof Formula.Comparison c) {
            expression(c.left(), bound);
            expression(c.right(), bound);
        } else if (f instanceof Formula.And and) {
            and.parts().forEach(p -> formula(p, bound));
        } else if (f instanceof Formula.Or or) {
            or.parts().forEach(p -> formula(p, bound));
        } else if (f instanceof Formula.Implies i) {
            formula(i.premise(), bound);
            formula(i.conclusion(), bound);
        } else if (f instanceof Formula.Equivalent e) {
            formula(e.left(), bound);
            formula(e.right(), bound);
        } else if (f instanceof Formula.ForAll q) {
            formula(q.body(), with(bound, List.of(q.index())));
        } else if (f instanceof Formula.ForSome q) {
            formula(q.body(), with(bound, List.of(q.index())));
        }
    }

    private void expression(Expr e, Set<String> bound) {
        if (e instanceof Expr.Sum sum) {
            sum.terms().forEach(t -> expression(t, bound));
        } else if (e instanceof Expr.Product product) {
            product.factors().forEach(f -> expression(f, bound));
        } else if (e instanceof Expr.Power power && power.exponent() instanceof Expr.Constant) {
            expression(power.base(), bound);
        } else if (e instanceof Expr.Apply apply && apply.function() == Function.SQRT) {
            expression(apply.argument(), bound);
        } else if (e instanceof Expr.IndexSum sum && !sum.distinct()) {
            expression(sum.body(), with(bound, sum.indices()));
        } else if (e instanceof Expr.Parameter p) {
            name(p.name(), bound);
        } else if (!(e instanceof Expr.Constant)) {
            throw new InputException(
                    where,
                    "a property speaks of numbers at a model, made by + - * /, powers with rational exponents and"
                            + " sum[i](..)");
        }
    }

    private void name(String name, Set<String> bound) {
        String index = name.substring(name.length() - 1);
        if (name.matches(INDEXED) && !bound.contains(index)) {
            throw new InputException(
                    where,
                    "the index of " + name + " is free; write 'for mode " + index + "', all[" + index + "](..) or sum["
                            + index + "](..)");
        }
    }

    private static Set<String> with(Set<String> bound, List<String> more) {
        Set<String> out = new HashSet<>(bound);
        out.addAll(more);
        return out;
    }
}
