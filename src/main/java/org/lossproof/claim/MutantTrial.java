package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.UndefinedAtOriginException;
import org.lossproof.page.Statement;

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
        MutantReport report = MutantReport.NONE;
        List<RationalPoint> points = points();
        Optional<List<List<BigFraction>>> left = statement.limit().isPresent() ? Optional.empty() : leftValues(points);
        for (Map.Entry<Expr, String> mutant :
                Mutants.of(statement.equation().right().expression()).entrySet()) {
            report = report.plus(trial(statement.withRight(mutant.getKey()), mutant.getValue(), points, left));
        }
        return report.plus(otherOrders(points));
    }

    /** Exact evaluation tells it from the statement, or its own verdict is another, or it is the same statement. */
    private MutantReport trial(
            Statement variant, String what, List<RationalPoint> points, Optional<List<List<BigFraction>>> left) {
        if (left.isPresent() && differsAtPoints(variant, points, left.get())) {
            return MutantReport.killed(rejectedBySamples(variant));
        }
        try {
            Expansion difference = differenceFromOwn(variant);
            return StatementChecker.failingOrder(variant, difference).isPresent()
                    ? MutantReport.killed(statement.limit().isEmpty() && rejectedBySamples(variant))
                    : MutantReport.same(what);
        } catch (NotAnalyticException | UndefinedAtOriginException e) {
            // It has no expansion, where the statement has one: another verdict.
            return MutantReport.KILLED;
        } catch (InputException | BudgetExceededException e) {
            return MutantReport.open(what);
        }
    }

    /** Of a statement that fails: each variant fails too, or holds, and then its verdict is another. */
    MutantReport reportOfFalse() {
        MutantReport report = MutantReport.NONE;
        List<RationalPoint> points = points();
        Optional<List<List<BigFraction>>> left = statement.limit().isPresent() ? Optional.empty() : leftValues(points);
        for (Map.Entry<Expr, String> mutant :
                Mutants.of(statement.equation().right().expression()).entrySet()) {
            Statement variant = statement.withRight(mutant.getKey());
            boolean fails = left.isPresent() && differsAtPoints(variant, points, left.get());
            report = report.plus(fails ? MutantReport.KILLED : verdictOf(variant, mutant.getValue()));
        }
        return report;
    }

    private MutantReport verdictOf(Statement variant, String what) {
        try {
            return StatementChecker.failingOrder(variant, StatementChecker.difference(variant))
                            .isPresent()
                    ? MutantReport.KILLED
                    : MutantReport.mends(what);
        } catch (NotAnalyticException | UndefinedAtOriginException e) {
            return MutantReport.KILLED;
        } catch (InputException | BudgetExceededException e) {
            return MutantReport.open(what);
        }
    }

    /** That an order vanishes has nothing to falsify on its right side: the neighbouring orders are claimed to vanish. */
    private MutantReport otherOrders(List<RationalPoint> points) {
        boolean vanishes = statement.equation().right().expression() instanceof Expr.Constant c
                && c.value().isZero()
                && statement.from() == statement.to()
                && statement.limit().isEmpty();
        MutantReport report = MutantReport.NONE;
        for (int order : vanishes ? List.of(statement.to() - 1, statement.to() + 1) : List.<Integer>of()) {
            LossDefinition left = statement.equation().left();
            if (order > 0) {
                String what = "order " + order + " for " + statement.to();
                boolean rejected = points.stream()
                        .anyMatch(p -> !RationalEvaluation.coefficients(left, p.parameters(), p.model(), order)
                                .get(order - 1)
                                .isZero());
                boolean alsoVanishes = SeriesExpansion.expand(left, order, statement.where())
                        .ofOrder(order)
                        .isEmpty();
                report = report.plus(
                        rejected
                                ? MutantReport.KILLED
                                : alsoVanishes ? MutantReport.alsoTrue(what) : MutantReport.open(what));
            }
        }
        return report;
    }

    private boolean differsAtPoints(Statement variant, List<RationalPoint> points, List<List<BigFraction>> left) {
        try {
            for (int i = 0; i < points.size(); i++) {
                if (!value(variant.equation().right(), points.get(i)).equals(left.get(i))) {
                    return true;
                }
            }
            return false;
        } catch (InputException | IrrationalConstantException e) {
            // No value in exact rational arithmetic: expansions decide.
            return false;
        }
    }

    private boolean rejectedBySamples(Statement variant) {
        try {
            Expansion right = SeriesExpansion.expand(variant.equation().right(), statement.to(), statement.where());
            SamplingPoint point = PointChoice.first(variant.equation().left(), statement.where());
            return samples.stream()
                    .anyMatch(s -> s.check()
                            .rejects(point.value(right.ofOrder(s.check().order()))));
        } catch (InputException | IrrationalConstantException | BudgetExceededException e) {
            return false;
        }
    }

    /** Since the statement holds, a variant holds exactly if its right side equals the statement's own. */
    private Expansion differenceFromOwn(Statement variant) {
        Expr own = statement.equation().right().expression();
        Expr other = variant.equation().right().expression();
        LossDefinition difference = variant.equation().right().withExpression(Exprs.difference(own, other));
        return SeriesExpansion.expand(difference, statement.to(), statement.where());
    }

    private List<RationalPoint> points() {
        List<RationalPoint> out = new ArrayList<>();
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            out.add(RationalPoint.random(statement.equation().left(), statement.where(), DIMENSIONS.get(i), SEED + i));
        }
        return out;
    }

    /** The values of the left side; none if they are irrational. */
    private Optional<List<List<BigFraction>>> leftValues(List<RationalPoint> points) {
        try {
            return Optional.of(points.stream()
                    .map(p -> value(statement.equation().left(), p))
                    .toList());
        } catch (IrrationalConstantException e) {
            return Optional.empty();
        }
    }

    private List<BigFraction> value(LossDefinition side, RationalPoint point) {
        return RationalEvaluation.coefficients(side, point.parameters(), point.model(), statement.to())
                .subList(statement.from() - 1, statement.to());
    }
}
