package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.Claim;
import org.lossproof.claim.ClaimPage;
import org.lossproof.claim.ClaimPage.Block;
import org.lossproof.claim.ClaimPage.Role;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.Statement;
import org.lossproof.claim.Verdict;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.LossDefinition;

/** What every claim's properties share: what is on record as true survives random covariances, what is not does not. */
abstract class ClaimProperties {
    private final Claim claim;
    private final ClaimPage page;

    ClaimProperties(Claim claim) {
        this.claim = claim;
        page = claim.page();
    }

    /** Weights and covariances; shrinks to one dimension and small integers. */
    record Model(RationalMatrix w, CovariancePair pair) {
        RationalModel rational() {
            return RationalModel.of(
                    w.rows(),
                    w.exact(),
                    pair.data().exact(),
                    pair.augmentation().exact());
        }

        @Override
        public String toString() {
            return "W = " + w + ", " + pair;
        }
    }

    @Property
    void trueStatementsHoldForCommutingCovariances(@ForAll("commuting") Model model, @ForAll Random random) {
        trueStatements().forEach(s -> assertHolds(s, model, random.nextLong()));
    }

    @Property
    void trueStatementsHoldForNonCommutingCovariances(@ForAll("nonCommuting") Model model, @ForAll Random random) {
        trueStatements().forEach(s -> assertHolds(s, model, random.nextLong()));
    }

    @Example
    void falsePrintedStatementsAreFalsifiedAndShrinkToOneDimension() {
        if (page.recorded() != Verdict.REFUTED) {
            return;
        }
        List<Statement> printed = page.in(Role.PRINTED).stream()
                .flatMap(b -> statement(b).stream())
                .toList();
        if (printed.size() < page.in(Role.PRINTED).size()) {
            // Facts over the reals are falsified by the solver.
            return;
        }
        Optional<Model> smallest = printed.stream()
                .filter(s -> s.limit().isEmpty())
                .flatMap(s -> falsified(commuting(), m -> fails(s, m), 200).stream())
                .findFirst();
        assertThat(smallest).hasValueSatisfying(m -> assertThat(m.w().rows()).isEqualTo(1));
    }

    @Property
    void truePropositionsHoldOnRandomLandscapes(@ForAll("models") CommutingModel model) {
        claim.landscapeProperties().stream()
                .filter(LandscapeProperty::holds)
                .forEach(p -> assertThat(p.at(model))
                        .as("%s at %s", p.text(), model)
                        .isNotEqualTo(LandscapeProperty.Outcome.FALSE));
    }

    @Example
    void falsePropositionsAreFalsifiedAndShrink() {
        claim.landscapeProperties().stream().filter(p -> !p.holds()).forEach(p -> {
            Optional<CommutingModel> smallest =
                    falsified(models(), m -> p.at(m) == LandscapeProperty.Outcome.FALSE, 3000);
            assertThat(smallest)
                    .as(p.text())
                    .hasValueSatisfying(m -> assertThat(m.modes()).isLessThanOrEqualTo(4));
        });
    }

    @Provide
    Arbitrary<CommutingModel> models() {
        return CovarianceArbitraries.models(4);
    }

    @Provide
    Arbitrary<Model> commuting() {
        return Arbitraries.integers()
                .between(1, 2)
                .flatMap(d0 -> withWeights(CovarianceArbitraries.commuting(d0).map(c -> c.matrices()), d0));
    }

    @Provide
    Arbitrary<Model> nonCommuting() {
        return withWeights(CovarianceArbitraries.nonCommuting(2), 2);
    }

    private static Arbitrary<Model> withWeights(Arbitrary<CovariancePair> pairs, int d0) {
        Arbitrary<RationalMatrix> weights =
                Arbitraries.integers().between(1, 2).flatMap(d1 -> CovarianceArbitraries.weights(d1, d0));
        return Combinators.combine(weights, pairs).as(Model::new);
    }

    /** Everything recorded as true, but for limits, which no finite point can show. */
    private List<Statement> trueStatements() {
        return page.blocks().stream()
                .filter(b -> b.role() == Role.PRINTED ? page.recorded() == Verdict.PROVED : b.holds())
                .flatMap(b -> statement(b).stream())
                .filter(s -> s.limit().isEmpty())
                .toList();
    }

    private static Optional<Statement> statement(Block block) {
        return block.statement() instanceof Statement s ? Optional.of(s) : Optional.empty();
    }

    private static void assertHolds(Statement statement, Model model, long seed) {
        assertThat(side(statement.equation().left(), statement, model, seed))
                .as("%s at %s", statement.text(), model)
                .isEqualTo(side(statement.equation().right(), statement, model, seed));
    }

    private static List<BigFraction> side(LossDefinition side, Statement statement, Model model, long seed) {
        Map<String, BigFraction> parameters =
                RationalPoint.random(side, statement.where(), 1, seed).parameters();
        return RationalEvaluation.coefficients(side, parameters, model.rational(), statement.to())
                .subList(statement.from() - 1, statement.to());
    }

    /** A counterexample from a generator, shrunk as far as it stays one. */
    private static <T> Optional<T> falsified(Arbitrary<T> models, Predicate<T> fails, int tries) {
        Random random = new Random(1);
        var generator = models.generator(1000);
        for (int i = 0; i < tries; i++) {
            Shrinkable<T> candidate = generator.next(random);
            if (fails.test(candidate.value())) {
                return Optional.of(shrunk(candidate, fails).value());
            }
        }
        return Optional.empty();
    }

    private static <T> Shrinkable<T> shrunk(Shrinkable<T> from, Predicate<T> fails) {
        Optional<Shrinkable<T>> smaller = from.shrink()
                .filter(s -> s.distance().compareTo(from.distance()) < 0)
                .filter(s -> fails.test(s.value()))
                .findFirst();
        return smaller.map(s -> shrunk(s, fails)).orElse(from);
    }

    private static boolean fails(Statement statement, Model model) {
        return !side(statement.equation().left(), statement, model, 1)
                .equals(side(statement.equation().right(), statement, model, 1));
    }
}
