package org.lossproof.property;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formula.Relation;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.loss.Truth;

/**
 * What a formula about modes is at a model. Where floating point cannot tell two numbers apart they are equal for the sake of a
 * claim that asks for no more, and nothing is known where more hangs on it.
 */
public final class FormulaEvaluation {
    private final BiFunction<String, Map<String, Integer>, ModelNumber> names;
    private final int modes;
    private boolean exact = true;

    /**
     * @param names the value of a name, given the modes (from 0) that indices stand for
     * @param modes how many there are
     */
    public FormulaEvaluation(BiFunction<String, Map<String, Integer>, ModelNumber> names, int modes) {
        this.names = names;
        this.modes = modes;
    }

    /** Whether every comparison so far was exact. */
    boolean isExact() {
        return exact;
    }

    /** Whether an assumption is met; what is not known for sure is not. */
    public Truth assumption(Formula formula, Map<String, Integer> indices) {
        return guarded(() -> truth(formula, indices, false));
    }

    /** Whether a claim holds. */
    public Truth claim(Formula formula, Map<String, Integer> indices) {
        return guarded(() -> truth(formula, indices, true));
    }

    private static Truth guarded(Supplier<Truth> truth) {
        try {
            return truth.get();
        } catch (RationalArithmetic.UndefinedException e) {
            return Truth.UNDEFINED;
        }
    }

    private Truth truth(Formula f, Map<String, Integer> indices, boolean equalWillDo) {
        if (f instanceof Formula.Comparison c) {
            return compared(c, indices, equalWillDo);
        } else if (f instanceof Formula.And and) {
            return and(and.parts().stream()
                    .map(p -> truth(p, indices, equalWillDo))
                    .toList());
        } else if (f instanceof Formula.Or or) {
            return or(
                    or.parts().stream().map(p -> truth(p, indices, equalWillDo)).toList());
        } else if (f instanceof Formula.Implies i) {
            return or(List.of(not(truth(i.premise(), indices, false)), truth(i.conclusion(), indices, equalWillDo)));
        } else if (f instanceof Formula.Equivalent e) {
            Truth left = truth(e.left(), indices, false);
            Truth right = truth(e.right(), indices, false);
            return left.isKnown() && right.isKnown() ? Truth.of(left == right) : Truth.UNKNOWN;
        } else if (f instanceof Formula.ForAll q) {
            return and(everyMode(q.index(), q.body(), indices, equalWillDo));
        } else if (f instanceof Formula.ForSome q) {
            return or(everyMode(q.index(), q.body(), indices, equalWillDo));
        }
        throw new IllegalStateException("no formula about a model: " + f);
    }

    private List<Truth> everyMode(String index, Formula body, Map<String, Integer> indices, boolean equalWillDo) {
        return IntStream.range(0, modes)
                .mapToObj(i -> truth(body, with(indices, index, i), equalWillDo))
                .toList();
    }

    private static Map<String, Integer> with(Map<String, Integer> indices, String index, int mode) {
        Map<String, Integer> out = new HashMap<>(indices);
        out.put(index, mode);
        return out;
    }

    private static Truth and(List<Truth> parts) {
        if (parts.contains(Truth.FALSE)) {
            return Truth.FALSE;
        }
        return parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
    }

    private static Truth or(List<Truth> parts) {
        if (parts.contains(Truth.TRUE)) {
            return Truth.TRUE;
        }
        return parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth not(Truth truth) {
        return truth.isKnown() ? Truth.of(truth == Truth.FALSE) : truth;
    }

    private Truth compared(Formula.Comparison c, Map<String, Integer> indices, boolean equalWillDo) {
        ModelNumber left = value(c.left(), indices);
        ModelNumber right = value(c.right(), indices);
        exact &= left.exact().isPresent() && right.exact().isPresent();
        Optional<Integer> sign = left.compareTo(right);
        if (sign.isPresent()) {
            return Truth.of(c.relation().holds(sign.get()));
        }
        Relation relation = c.relation();
        boolean asked = relation == Relation.EQUAL || relation == Relation.AT_LEAST || relation == Relation.AT_MOST;
        return equalWillDo && asked ? Truth.TRUE : Truth.UNKNOWN;
    }

    /**
     * The value of an expression.
     *
     * @throws RationalArithmetic.UndefinedException if it has none
     */
    public ModelNumber value(Expr e, Map<String, Integer> indices) {
        return new Numbers(indices).of(e);
    }

    private final class Numbers extends Arithmetic<ModelNumber> {
        private final Map<String, Integer> indices;

        Numbers(Map<String, Integer> indices) {
            this.indices = indices;
        }

        @Override
        protected ModelNumber number(BigFraction value) {
            return ModelNumber.of(value);
        }

        @Override
        protected ModelNumber named(String name) {
            return names.apply(name, indices);
        }

        @Override
        protected ModelNumber plus(ModelNumber a, ModelNumber b) {
            return a.plus(b);
        }

        @Override
        protected ModelNumber times(ModelNumber a, ModelNumber b) {
            return a.times(b);
        }

        @Override
        protected ModelNumber raised(Expr.Power e) {
            return of(e.base()).to(RationalArithmetic.exponent(e));
        }

        @Override
        protected ModelNumber applied(Expr.Apply e) {
            return of(e.argument()).to(BigFraction.ONE_HALF);
        }

        /** Over the modes. */
        @Override
        public ModelNumber indexSum(Expr.IndexSum sum) {
            String first = sum.indices().get(0);
            List<String> others = sum.indices().subList(1, sum.indices().size());
            Expr rest = others.isEmpty() ? sum.body() : new Expr.IndexSum(others, false, sum.body());
            ModelNumber out = number(BigFraction.ZERO);
            for (int i = 0; i < modes; i++) {
                out = out.plus(value(rest, with(indices, first, i)));
            }
            return out;
        }
    }
}
