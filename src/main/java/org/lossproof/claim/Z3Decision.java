package org.lossproof.claim;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;

/**
 * Decides facts over all reals: the assumptions together with the negated claim are unsatisfiable, or have a model (Z3,
 * nonlinear real arithmetic). Divisors are asserted not to vanish, since division is total in SMT-LIB.
 */
final class Z3Decision implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5000;

    private final Context context = new Context();
    private final Map<String, RealExpr> variables = new HashMap<>();
    private final List<BoolExpr> divisors = new ArrayList<>();

    /**
     * What came of a question.
     *
     * @param status UNSATISFIABLE if the fact holds
     * @param model a counterexample, if the values are rational
     */
    record Answer(Status status, Optional<Map<String, BigFraction>> model) {}

    /** Asks one of Z3's procedures; the default one if {@code tactic} is empty. */
    Answer decide(Fact fact, String tactic) {
        Solver solver = tactic.isEmpty() ? context.mkSolver() : context.mkSolver(context.mkTactic(tactic));
        var limit = context.mkParams();
        limit.add("timeout", TIMEOUT_MILLIS);
        solver.setParameters(limit);
        pose(fact, solver);
        Status status = solver.check();
        Optional<Map<String, BigFraction>> model =
                status == Status.SATISFIABLE ? rational(solver.getModel(), fact) : Optional.empty();
        return new Answer(status, model);
    }

    /** Whether the assumptions may be satisfied; false only if Z3 excludes it. */
    boolean isPossible(Fact fact) {
        Solver solver = context.mkSolver();
        var limit = context.mkParams();
        limit.add("timeout", TIMEOUT_MILLIS);
        solver.setParameters(limit);
        fact.variables().forEach(v -> variables.put(v, context.mkRealConst(v)));
        solver.add(fact.assumptions().stream().map(this::translate).toArray(BoolExpr[]::new));
        return solver.check() != Status.UNSATISFIABLE;
    }

    /** The question in SMT-LIB: it is unsatisfiable if the fact holds. */
    String question(Fact fact) {
        Solver solver = context.mkSolver();
        pose(fact, solver);
        return "(set-logic QF_NRA)\n" + solver + "(check-sat)\n";
    }

    private void pose(Fact fact, Solver solver) {
        divisors.clear();
        fact.variables().forEach(v -> variables.put(v, context.mkRealConst(v)));
        List<BoolExpr> all = new ArrayList<>();
        fact.assumptions().forEach(a -> all.add(translate(a)));
        all.add(context.mkNot(translate(fact.claim())));
        solver.add(divisors.toArray(BoolExpr[]::new));
        solver.add(all.toArray(BoolExpr[]::new));
    }

    private Optional<Map<String, BigFraction>> rational(Model model, Fact fact) {
        Map<String, BigFraction> out = new LinkedHashMap<>();
        for (String name : fact.variables()) {
            var value = model.eval(variables.get(name), true);
            if (!(value instanceof RatNum number)) {
                return Optional.empty();
            }
            out.put(name, new BigFraction(number.getBigIntNumerator(), number.getBigIntDenominator()));
        }
        return Optional.of(out);
    }

    private BoolExpr translate(Formula formula) {
        if (formula instanceof Formula.Comparison c) {
            ArithExpr<RealSort> left = translate(c.left());
            ArithExpr<RealSort> right = translate(c.right());
            return switch (c.relation()) {
                case EQUAL -> context.mkEq(left, right);
                case UNEQUAL -> context.mkNot(context.mkEq(left, right));
                case AT_MOST -> context.mkLe(left, right);
                case AT_LEAST -> context.mkGe(left, right);
                case LESS -> context.mkLt(left, right);
                case GREATER -> context.mkGt(left, right);
            };
        } else if (formula instanceof Formula.And and) {
            return context.mkAnd(and.parts().stream().map(this::translate).toArray(BoolExpr[]::new));
        } else if (formula instanceof Formula.Or or) {
            return context.mkOr(or.parts().stream().map(this::translate).toArray(BoolExpr[]::new));
        } else if (formula instanceof Formula.Implies implies) {
            return context.mkImplies(translate(implies.premise()), translate(implies.conclusion()));
        } else if (formula instanceof Formula.Equivalent both) {
            return context.mkIff(translate(both.left()), translate(both.right()));
        }
        throw new AssertionError("no such formula: " + formula);
    }

    private ArithExpr<RealSort> translate(Expr e) {
        if (e instanceof Expr.Constant c) {
            return context.mkReal(c.value().getNumerator() + "/" + c.value().getDenominator());
        } else if (e instanceof Expr.Parameter p) {
            return variables.get(p.name());
        } else if (e instanceof Expr.Sum sum) {
            ArithExpr<RealSort> out = context.mkReal(0);
            for (Expr term : sum.terms()) {
                out = context.mkAdd(out, translate(term));
            }
            return out;
        } else if (e instanceof Expr.Product product) {
            ArithExpr<RealSort> out = context.mkReal(1);
            for (Expr factor : product.factors()) {
                out = context.mkMul(out, translate(factor));
            }
            return out;
        } else if (e instanceof Expr.Power power) {
            return power(translate(power.base()), RationalArithmetic.exponent(power));
        }
        throw new AssertionError("no rational expression: " + e);
    }

    private ArithExpr<RealSort> power(ArithExpr<RealSort> base, int exponent) {
        ArithExpr<RealSort> out = context.mkReal(1);
        for (int i = 0; i < Math.abs(exponent); i++) {
            out = context.mkMul(out, base);
        }
        if (exponent >= 0) {
            return out;
        }
        divisors.add(context.mkNot(context.mkEq(base, context.mkReal(0))));
        return context.mkDiv(context.mkReal(1), out);
    }

    @Override
    public void close() {
        context.close();
    }
}
