package org.lossproof.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formulas;
import org.lossproof.loss.Rewriter;
import org.lossproof.page.Fact;

/**
 * A fact with the variables that an assumption sets to a number replaced by it. The assumption stays, so that at every point where
 * all of them hold nothing has changed, and at the others the fact says nothing; but its polynomials are much smaller.
 */
final class KnownValues {
    private final Map<String, Expr> values = new LinkedHashMap<>();

    private KnownValues(Fact fact) {
        fact.assumptions().forEach(this::collect);
        values.keySet().retainAll(fact.variables());
    }

    /** The fact with every occurrence but the assumption itself replaced. */
    static Fact substituted(Fact fact) {
        KnownValues known = new KnownValues(fact);
        if (known.values.isEmpty()) {
            return fact;
        }
        List<Formula> assumptions =
                fact.assumptions().stream().map(known::replaced).toList();
        return new Fact(
                fact.variables(),
                assumptions,
                known.replaced(fact.claim()),
                fact.existential(),
                fact.setting(),
                fact.text());
    }

    private void collect(Formula assumption) {
        if (assumption instanceof Formula.And and) {
            and.parts().forEach(this::collect);
        } else if (assumption instanceof Formula.Comparison c && isValue(c)) {
            values.putIfAbsent(((Expr.Parameter) c.left()).name(), c.right());
        }
    }

    private static boolean isValue(Formula.Comparison c) {
        return c.relation() == Formula.Relation.EQUAL
                && c.left() instanceof Expr.Parameter
                && c.right() instanceof Expr.Constant;
    }

    private Formula replaced(Formula formula) {
        if (formula instanceof Formula.And and) {
            return new Formula.And(and.parts().stream().map(this::replaced).toList());
        }
        boolean itself = formula instanceof Formula.Comparison c
                && isValue(c)
                && c.right().equals(values.get(((Expr.Parameter) c.left()).name()));
        return itself ? formula : Formulas.map(formula, this::replaced, named -> named);
    }

    private Expr replaced(Expr e) {
        return new Rewriter() {
            @Override
            protected Expr leaf(Expr leaf) {
                return leaf instanceof Expr.Parameter p ? values.getOrDefault(p.name(), leaf) : leaf;
            }
        }.rewrite(e);
    }
}
