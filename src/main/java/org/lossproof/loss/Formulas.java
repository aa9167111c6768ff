package org.lossproof.loss;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is asked of formulas and done to them, part by part. */
public final class Formulas {
    private Formulas() {}

    /** The sides of all its comparisons. */
    public static List<Expr> sides(Formula formula) {
        List<Expr> out = new ArrayList<>();
        map(
                formula,
                e -> {
                    out.add(e);
                    return e;
                },
                named -> named);
        return out;
    }

    /** The words in it that stand for formulas. */
    public static Set<String> words(Formula formula) {
        Set<String> out = new LinkedHashSet<>();
        map(formula, e -> e, named -> {
            out.add(named.name());
            return named;
        });
        return out;
    }

    /** The names of the numbers in an expression. */
    public static Set<String> names(Expr e) {
        return Exprs.parametersOf(e);
    }

    /** The same formula with every side and every word replaced. */
    public static Formula map(Formula f, UnaryOperator<Expr> side, Function<Formula.Named, Formula> word) {
        if (f instanceof Formula.Comparison c) {
            return new Formula.Comparison(side.apply(c.left()), c.relation(), side.apply(c.right()));
        } else if (f instanceof Formula.And and) {
            return new Formula.And(all(and.parts(), side, word));
        } else if (f instanceof Formula.Or or) {
            return new Formula.Or(all(or.parts(), side, word));
        } else if (f instanceof Formula.Implies i) {
            return new Formula.Implies(map(i.premise(), side, word), map(i.conclusion(), side, word));
        } else if (f instanceof Formula.Equivalent e) {
            return new Formula.Equivalent(map(e.left(), side, word), map(e.right(), side, word));
        } else if (f instanceof Formula.ForAll q) {
            return new Formula.ForAll(q.index(), map(q.body(), side, word));
        } else if (f instanceof Formula.ForSome q) {
            return new Formula.ForSome(q.index(), map(q.body(), side, word));
        }
        return word.apply((Formula.Named) f);
    }

    private static List<Formula> all(
            List<Formula> parts, UnaryOperator<Expr> side, Function<Formula.Named, Formula> word) {
        return parts.stream().map(p -> map(p, side, word)).toList();
    }
}
