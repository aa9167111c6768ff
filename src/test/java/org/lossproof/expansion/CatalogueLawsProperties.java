package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.LossDefinition;

/** Laws that hold for every loss of the catalogue. */
class CatalogueLawsProperties {
    private static final int ORDER = 4;

    @Provide
    Arbitrary<LossDefinition> losses() {
        return Arbitraries.of(CatalogueLosses.ofOneEncoder()).map(Catalogue::load);
    }

    @Provide
    Arbitrary<CovariancePair> pairs() {
        return CovarianceArbitraries.nonCommuting(2);
    }

    @Provide
    Arbitrary<RationalMatrix> weights() {
        return CovarianceArbitraries.weights(2, 2);
    }

    @Provide
    Arbitrary<RationalMatrix> rotations() {
        return CovarianceArbitraries.orthogonal(2);
    }

    private static List<BigFraction> coefficients(LossDefinition loss, RationalMatrix w, CovariancePair pair) {
        RationalModel model = RationalModel.of(
                w.rows(), w.exact(), pair.data().exact(), pair.augmentation().exact());
        Map<String, BigFraction> parameters =
                RationalPoint.random(loss, Map.of(), 1, 5).parameters();
        return RationalEvaluation.coefficients(loss, parameters, model, ORDER);
    }

    @Property
    void rotationOfTheRepresentationChangesNothingButForCoordinates(
            @ForAll("losses") LossDefinition loss,
            @ForAll("weights") RationalMatrix w,
            @ForAll("pairs") CovariancePair pair,
            @ForAll("rotations") RationalMatrix q) {
        boolean coordinates = Exprs.contains(loss.expression(), Expr.Coordinate.class);
        RationalMatrix signs = RationalMatrix.diagonal(List.of(BigFraction.ONE, BigFraction.MINUS_ONE));
        RationalMatrix turned = (coordinates ? signs : q).multiply(w);
        assertThat(coefficients(loss, turned, pair)).isEqualTo(coefficients(loss, w, pair));
    }

    @Property
    void aChangeOfTheInputTakenBackByTheWeightsChangesNothing(
            @ForAll("losses") LossDefinition loss,
            @ForAll("weights") RationalMatrix w,
            @ForAll("pairs") CovariancePair pair,
            @ForAll("rotations") RationalMatrix q) {
        // The penalty |W|^2 sees the weights themselves: it is invariant under orthogonal changes only.
        RationalMatrix m = Exprs.contains(loss.expression(), Expr.Trace.class)
                ? q
                : q.multiply(RationalMatrix.diagonal(List.of(BigFraction.TWO, new BigFraction(1, 3))));
        CovariancePair moved = new CovariancePair(
                m.multiply(pair.data()).multiply(m.transpose()),
                m.multiply(pair.augmentation()).multiply(m.transpose()));
        assertThat(coefficients(loss, w.multiply(m.inverse()), moved)).isEqualTo(coefficients(loss, w, pair));
    }

    @Property
    void oddOrdersVanish(
            @ForAll("losses") LossDefinition loss,
            @ForAll("weights") RationalMatrix w,
            @ForAll("pairs") CovariancePair pair) {
        List<BigFraction> all = coefficients(loss, w, pair);
        assertThat(all.get(0)).isEqualTo(BigFraction.ZERO);
        assertThat(all.get(2)).isEqualTo(BigFraction.ZERO);
    }

    @Property
    void theRoutesAgree(@ForAll("losses") LossDefinition loss) {
        assertThat(Derivation.derive(loss, ORDER, Map.of()).routes()).hasSize(3);
    }

    @Property
    void coefficientsAreLinearInTheLoss(@ForAll("losses") LossDefinition loss) {
        Expr twice =
                new Expr.Sum(List.of(loss.expression(), Exprs.product(List.of(Exprs.number(2), loss.expression()))));
        LossDefinition difference = loss.withExpression(
                Exprs.difference(twice, Exprs.product(List.of(Exprs.number(3), loss.expression()))));
        assertThat(SeriesExpansion.expand(difference, ORDER, Map.of()).terms()).isEmpty();
    }
}
