package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;
import org.lossproof.loss.Rewriter;
import org.lossproof.page.Degree;

/** Taylor series of parts of a definition along W -> tW at d0 = d1 = 1, A0 = C = 1, by exact evaluation. */
final class RaySeries {
    private static final int ORDER = 8;

    private final LossDefinition loss;

    RaySeries(LossDefinition loss) {
        this.loss = loss;
    }

    /** A combination of representations that is not identically zero. */
    boolean varies(Combination u) {
        List<String> vectors =
                u.terms().stream().map(Combination.Term::vector).distinct().toList();
        return coefficients(new Expr.Mean(vectors, new Expr.Inner(u, u)))
                .filter(c -> c.get(1).signum() > 0)
                .isPresent();
    }

    /** What is closed and vanishes at the origin begins with its lowest order there. */
    Optional<Lead> lead(Expr e) {
        if (!isClosed(e) || Exprs.isDeterministic(e)) {
            return Optional.empty();
        }
        // Times tr(A), which is t^2 here, so that the value at the origin is among the coefficients.
        Expr shifted = new Expr.Product(List.of(new Expr.Trace(List.of(Expr.Letter.A)), e));
        Optional<List<BigFraction>> all = coefficients(new Expr.IndexSum(freeIndices(), false, shifted));
        int lowest = 0;
        while (all.isPresent()
                && lowest + 2 <= ORDER
                && all.get().get(lowest + 1).signum() == 0) {
            lowest++;
        }
        if (all.isEmpty() || lowest + 2 > ORDER || all.get().get(lowest + 1).signum() < 0) {
            return Optional.empty();
        }
        boolean alone = all.get().subList(lowest + 2, ORDER).stream().allMatch(c -> c.signum() == 0)
                && Degree.atMost(e).filter(d -> d + 2 <= ORDER).isPresent();
        return Optional.of(
                new Lead(new BigFraction(lowest), RayFactor.of(all.get().get(lowest + 1)), alone));
    }

    /** Whether every vector is bound by a mean inside. */
    boolean isClosed(Expr e) {
        return freeVectors(e).isEmpty();
    }

    private static Set<String> freeVectors(Expr e) {
        Set<String> out = new TreeSet<>();
        e.children().forEach(c -> out.addAll(freeVectors(c)));
        if (e instanceof Expr.Mean mean) {
            mean.vectors().forEach(out::remove);
        } else if (e instanceof Expr.Inner inner) {
            inner.left().terms().forEach(t -> out.add(t.vector()));
            inner.right().terms().forEach(t -> out.add(t.vector()));
        } else if (e instanceof Expr.Coordinate c) {
            c.vector().terms().forEach(t -> out.add(t.vector()));
        }
        return out;
    }

    /** The indices that sums of the definition bind: one coordinate has the same value under each. */
    private List<String> freeIndices() {
        List<String> out = new ArrayList<>();
        new Rewriter() {
            @Override
            public Expr rewrite(Expr part) {
                if (part instanceof Expr.IndexSum sum) {
                    out.addAll(sum.indices());
                }
                return super.rewrite(part);
            }
        }.rewrite(loss.expression());
        return out.stream().distinct().toList();
    }

    /** The coefficient of an order; empty where there is none, or the order is too high. */
    Optional<BigFraction> coefficient(Expr e, int order) {
        return order > ORDER ? Optional.empty() : coefficients(e).map(c -> c.get(order - 1));
    }

    /** The Taylor coefficients from order 1 on at d0 = d1 = 1, A0 = C = 1; empty where there are none. */
    Optional<List<BigFraction>> coefficients(Expr e) {
        Map<String, BigFraction> values =
                new ParameterValues(loss, Map.of()).withExamples().values();
        if (loss.encoders().size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(RationalEvaluation.coefficients(
                    loss.withExpression(e), values, RationalModel.scalar(BigFraction.ONE, BigFraction.ONE), ORDER));
        } catch (InputException | IrrationalConstantException e2) {
            return Optional.empty();
        }
    }
}
