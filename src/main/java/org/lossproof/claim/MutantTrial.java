package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.IrrationalConstantException;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;

/**
 * Tries the falsified variants of a true statement on the evidence for it: exact evaluation at random points, which knows
 * nothing of expansions. A variant that agrees everywhere must be provably equal; otherwise the evidence is too weak.
 */
final class MutantTrial {
    private static final List<Integer> DIMENSIONS = List.of(1, 2, 2);
    private static final long SEED = 77;

    private final Statement statement;
    private final List<SampleComparison> samples;

    MutantTrial(Statement statement, List<SampleComparison> samples) {
        this.statement = statement;
        this.samples = samples;
    }

    MutantReport report() {
        int killed = 0;
        int total = 0;
        int bySamples = 0;
        List<String> survivors = new ArrayList<>();
        List<RationalPoint> points = points();
        List<List<BigFraction>> left = statement.limit().isPresent()
                ? List.of()
                : values(statement.equation().left(), points);
        for (Map.Entry<Expr, String> mutant :
                Mutants.of(statement.equation().right().expression()).entrySet()) {
            Statement variant = statement.withRight(mutant.getKey());
            if (rejected(variant, points, left)) {
                killed++;
                total++;
                bySamples += rejectedBySamples(variant) ? 1 : 0;
            } else if (!provablyEqual(variant)) {
                total++;
                survivors.add(mutant.getValue());
            }
        }
        return new MutantReport(killed, total, bySamples, survivors).plus(otherOrders(points));
    }

    /** That an order vanishes has nothing to falsify on its right side: the neighbouring orders are claimed to vanish. */
    private MutantReport otherOrders(List<RationalPoint> points) {
        boolean vanishes = statement.equation().right().expression() instanceof Expr.Constant c
                && c.value().isZero()
                && statement.from() == statement.to()
                && statement.limit().isEmpty();
        int killed = 0;
        int total = 0;
        List<String> survivors = new ArrayList<>();
        for (int order : vanishes ? List.of(statement.to() - 1, statement.to() + 1) : List.<Integer>of()) {
            LossDefinition left = statement.equation().left();
            if (order > 0
                    && !SeriesExpansion.expand(left, order, statement.where())
                            .ofOrder(order)
                            .isEmpty()) {
                total++;
                boolean rejected = points.stream()
                        .anyMatch(p -> !RationalEvaluation.coefficients(left, p.parameters(), p.model(), order)
                                .get(order - 1)
                                .isZero());
                killed += rejected ? 1 : 0;
                survivors.addAll(rejected ? List.of() : List.of("order " + order + " for " + statement.to()));
            }
        }
        return new MutantReport(killed, total, 0, survivors);
    }

    private boolean rejected(Statement variant, List<RationalPoint> points, List<List<BigFraction>> left) {
        if (statement.limit().isPresent()) {
            return !provablyEqual(variant);
        }
        try {
            for (int i = 0; i < points.size(); i++) {
                List<BigFraction> right = value(variant.equation().right(), points.get(i));
                if (!right.equals(left.get(i))) {
                    return true;
                }
            }
            return false;
        } catch (InputException | IrrationalConstantException e) {
            // Not even analytic, or not even rational, where the statement is.
            return true;
        }
    }

    private boolean rejectedBySamples(Statement variant) {
        try {
            Expansion right = SeriesExpansion.expand(variant.equation().right(), statement.to(), statement.where());
            SamplingPoint point = PointChoice.first(variant.equation().left(), statement.where());
            return samples.stream()
                    .anyMatch(s -> s.check()
                            .rejects(point.value(right.ofOrder(s.check().order()))));
        } catch (InputException | IrrationalConstantException e) {
            return true;
        }
    }

    /** Since the statement holds, a variant holds exactly if its right side equals the statement's own. */
    private boolean provablyEqual(Statement variant) {
        Expr own = statement.equation().right().expression();
        Expr other = variant.equation().right().expression();
        LossDefinition difference = variant.equation().right().withExpression(Exprs.difference(own, other));
        try {
            Expansion expansion = SeriesExpansion.expand(difference, statement.to(), statement.where());
            return StatementChecker.failingOrder(variant, expansion).isEmpty();
        } catch (InputException e) {
            return false;
        }
    }

    private List<RationalPoint> points() {
        List<RationalPoint> out = new ArrayList<>();
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            out.add(RationalPoint.random(statement.equation().left(), statement.where(), DIMENSIONS.get(i), SEED + i));
        }
        return out;
    }

    private List<List<BigFraction>> values(LossDefinition side, List<RationalPoint> points) {
        return points.stream().map(p -> value(side, p)).toList();
    }

    private List<BigFraction> value(LossDefinition side, RationalPoint point) {
        return RationalEvaluation.coefficients(side, point.parameters(), point.model(), statement.to())
                .subList(statement.from() - 1, statement.to());
    }
}
