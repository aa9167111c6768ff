package org.lossproof.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Fact;
import org.lossproof.tolerance.Tolerance;

/**
 * A fact in floating point: whether a point may be a counterexample or satisfy the assumptions, so that it is worth a look in exact
 * arithmetic. It decides nothing.
 */
final class FloatingFact {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Possible> assumptions;
    private final Possible claim;

    /** A number at a point; NaN if it has no value. */
    @FunctionalInterface
    private interface Term {
        double at(double[] point);
    }

    /** Whether a formula may hold, and whether it may fail. */
    private interface Possible {
        boolean mayHold(double[] point);

        boolean mayFail(double[] point);

        /** Whether some part of it has no value. */
        boolean isUndefined(double[] point);
    }

    FloatingFact(Fact fact) {
        for (String name : fact.variables()) {
            places.put(name, places.size());
        }
        assumptions = fact.assumptions().stream().map(this::compiled).toList();
        claim = compiled(fact.claim());
    }

    /**
     * Whether the assumptions may hold at the point, and the claim may fail there.
     *
     * @param anyInstance whether a point that satisfies the assumptions is wanted, whatever the claim is there
     */
    boolean isWorthALook(Map<String, BigFraction> point, boolean anyInstance) {
        double[] x = new double[places.size()];
        point.forEach((name, value) -> x[places.get(name)] = value.doubleValue());
        return assumptions.stream().allMatch(a -> a.mayHold(x))
                && (anyInstance || claim.mayFail(x) || claim.isUndefined(x));
    }

    private Possible compiled(Formula f) {
        if (f instanceof Formula.Comparison c) {
            return compared(term(c.left()), c.relation(), term(c.right()));
        } else if (f instanceof Formula.And and) {
            return all(and.parts().stream().map(this::compiled).toList());
        } else if (f instanceof Formula.Or or) {
            return not(all(or.parts().stream().map(p -> not(compiled(p))).toList()));
        } else if (f instanceof Formula.Implies i) {
            return not(all(List.of(compiled(i.premise()), not(compiled(i.conclusion())))));
        }
        Formula.Equivalent e = (Formula.Equivalent) f;
        Possible left = compiled(e.left());
        Possible right = compiled(e.right());
        Possible there = not(all(List.of(left, not(right))));
        return all(List.of(there, not(all(List.of(right, not(left))))));
    }

    private static Possible not(Possible p) {
        return new Possible() {
            @Override
            public boolean mayHold(double[] point) {
                return p.mayFail(point);
            }

            @Override
            public boolean mayFail(double[] point) {
                return p.mayHold(point);
            }

            @Override
            public boolean isUndefined(double[] point) {
                return p.isUndefined(point);
            }
        };
    }

    private static Possible all(List<Possible> parts) {
        Possible[] each = parts.toArray(new Possible[0]);
        return new Possible() {
            @Override
            public boolean mayHold(double[] point) {
                for (Possible p : each) {
                    if (!p.mayHold(point)) {
                        return false;
                    }
                }
                return true;
            }

            @Override
            public boolean mayFail(double[] point) {
                for (Possible p : each) {
                    if (p.mayFail(point)) {
                        return true;
                    }
                }
                return false;
            }

            @Override
            public boolean isUndefined(double[] point) {
                for (Possible p : each) {
                    if (p.isUndefined(point)) {
                        return true;
                    }
                }
                return false;
            }
        };
    }

    private static Possible compared(Term left, Formula.Relation relation, Term right) {
        Formula.Relation opposite = relation.negation();
        return new Possible() {
            @Override
            public boolean mayHold(double[] point) {
                return may(left.at(point), relation, right.at(point));
            }

            @Override
            public boolean mayFail(double[] point) {
                return may(left.at(point), opposite, right.at(point));
            }

            @Override
            public boolean isUndefined(double[] point) {
                return Double.isNaN(left.at(point) - right.at(point));
            }
        };
    }

    private static boolean may(double left, Formula.Relation relation, double right) {
        double difference = left - right;
        double size = Tolerance.WORTH_A_LOOK * (1 + Math.abs(left) + Math.abs(right));
        boolean unclear = Double.isNaN(difference) || !(Math.abs(difference) > size);
        return unclear || relation.holds(difference > 0 ? 1 : -1);
    }

    private Term term(Expr e) {
        return new Arithmetic<Term>() {
            @Override
            protected Term number(BigFraction value) {
                double v = RationalArithmetic.toDouble(value);
                return x -> v;
            }

            @Override
            protected Term named(String parameter) {
                int place = places.get(parameter);
                return x -> x[place];
            }

            @Override
            protected Term plus(Term a, Term b) {
                return x -> a.at(x) + b.at(x);
            }

            @Override
            protected Term times(Term a, Term b) {
                return x -> a.at(x) * b.at(x);
            }

            @Override
            protected Term raised(Expr.Power e) {
                Term base = of(e.base());
                BigFraction exponent = RationalArithmetic.exponent(e);
                if (exponent.equals(BigFraction.TWO)) {
                    return x -> {
                        double u = base.at(x);
                        return u * u;
                    };
                }
                double p = exponent.doubleValue();
                return x -> {
                    double u = base.at(x);
                    return u == 0 && p < 0 ? Double.NaN : Math.pow(u, p);
                };
            }

            @Override
            protected Term applied(Expr.Apply e) {
                Term argument = of(e.argument());
                return x -> Math.sqrt(argument.at(x));
            }
        }.of(e);
    }
}
