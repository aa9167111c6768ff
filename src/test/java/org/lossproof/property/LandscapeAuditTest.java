package org.lossproof.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;
import org.lossproof.covariance.CommutingPair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.HessianSpectrum;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;

/** Whatever is changed in what the landscape solver returns, the audit notices; what the solver returns, it accepts. */
class LandscapeAuditTest {
    private static final double SMALL = 1e-6;

    private static BigFraction q(int numerator, int denominator) {
        return new BigFraction(numerator, denominator);
    }

    private static final CommutingModel MODEL = new CommutingModel(
            new CommutingPair(
                    RationalMatrix.of(
                            3,
                            3,
                            (i, j) -> new BigFraction[][] {
                                        {q(3, 5), q(-4, 5), q(0, 1)},
                                        {q(4, 5), q(3, 5), q(0, 1)},
                                        {q(0, 1), q(0, 1), q(1, 1)}
                                    }
                                    [i][j]),
                    List.of(q(2, 1), q(3, 2), q(1, 3)),
                    List.of(q(1, 1), q(1, 2), q(1, 3))),
            2,
            new Hyperparameters(q(0, 1), q(1, 4), q(0, 1), q(3, 1), q(1, 2), 2));
    /** Two modes of equal g, and one at its threshold. */
    private static final CommutingModel TIED =
            MODEL.with(List.of(q(2, 1), q(2, 1), q(1, 4)), List.of(q(1, 1), q(1, 1), q(1, 1)));

    private static final Map<String, Penalty> PENALTIES = new LinkedHashMap<>();

    static {
        PENALTIES.put("none", Penalty.NONE);
        PENALTIES.put("soft", Landscapes.penalty(MODEL));
        PENALTIES.put("constraint", Landscapes.constraint(MODEL));
    }

    private static StationaryPoint with(
            StationaryPoint p, List<Integer> mask, List<Double> wtw, double loss, HessianSpectrum hessian) {
        return new StationaryPoint(mask, wtw, p.biasSquared(), p.rho(), loss, hessian, p.masksRepresented());
    }

    private static StationaryPoint reweighted(StationaryPoint p, UnaryOperator<Double> change) {
        return with(p, p.mask(), p.wtw().stream().map(change).toList(), p.loss(), p.hessian());
    }

    private static HessianSpectrum counted(HessianSpectrum h, int negative, int positive, int rotation) {
        List<HessianSpectrum.Level> levels = new ArrayList<>();
        if (negative > 0) {
            levels.add(new HessianSpectrum.Level(-1, negative));
        }
        if (positive > 0) {
            levels.add(new HessianSpectrum.Level(1, positive));
        }
        return new HessianSpectrum(levels, rotation, h.continuum(), h.threshold(), h.flat());
    }

    /** Ways in which a point can be wrong; one that does not apply leaves it as it is. */
    private static Map<String, UnaryOperator<StationaryPoint>> damages() {
        Map<String, UnaryOperator<StationaryPoint>> out = new LinkedHashMap<>();
        out.put("loss", p -> with(p, p.mask(), p.wtw(), p.loss() + SMALL, p.hessian()));
        out.put("sign of the loss", p -> with(p, p.mask(), p.wtw(), 0 - p.loss(), p.hessian()));
        out.put("W'W a little large", p -> reweighted(p, h -> h * (1 + SMALL)));
        out.put("W'W twice", p -> reweighted(p, h -> 2 * h));
        out.put("W'W exchanged", p -> {
            List<Double> reversed = new ArrayList<>(p.wtw());
            java.util.Collections.reverse(reversed);
            return with(p, p.mask(), reversed, p.loss(), p.hessian());
        });
        out.put("mask", p -> {
            List<Integer> flipped = p.mask().stream().map(m -> 1 - m).toList();
            return with(p, flipped, p.wtw(), p.loss(), p.hessian());
        });
        out.put(
                "rho",
                p -> new StationaryPoint(
                        p.mask(),
                        p.wtw(),
                        p.biasSquared(),
                        p.rho() + SMALL,
                        p.loss(),
                        p.hessian(),
                        p.masksRepresented()));
        out.put(
                "bias",
                p -> new StationaryPoint(
                        p.mask(),
                        p.wtw(),
                        p.biasSquared() * (1 + SMALL),
                        p.rho(),
                        p.loss(),
                        p.hessian(),
                        p.masksRepresented()));
        out.put(
                "masks represented",
                p -> new StationaryPoint(
                        p.mask(), p.wtw(), p.biasSquared(), p.rho(), p.loss(), p.hessian(), p.masksRepresented() + 1));
        out.put("Morse index one more", p -> {
            HessianSpectrum h = p.hessian();
            return with(p, p.mask(), p.wtw(), p.loss(), counted(h, h.negative() + 1, h.positive() - 1, h.rotation()));
        });
        out.put("Morse index one less", p -> {
            HessianSpectrum h = p.hessian();
            return with(p, p.mask(), p.wtw(), p.loss(), counted(h, h.negative() - 1, h.positive() + 1, h.rotation()));
        });
        out.put("a rotation taken as positive", p -> {
            HessianSpectrum h = p.hessian();
            return with(p, p.mask(), p.wtw(), p.loss(), counted(h, h.negative(), h.positive() + 1, h.rotation() - 1));
        });
        out.put("a direction missing", p -> {
            HessianSpectrum h = p.hessian();
            return with(p, p.mask(), p.wtw(), p.loss(), counted(h, h.negative(), h.positive(), h.rotation() - 1));
        });
        return out;
    }

    private static boolean applies(StationaryPoint before, StationaryPoint after) {
        HessianSpectrum h = after.hessian();
        boolean possible = h.rotation() >= 0 && h.positive() >= 0 && h.negative() >= 0;
        return possible && !after.equals(before) && h.levels().stream().allMatch(l -> l.multiplicity() > 0);
    }

    static Stream<Arguments> landscapes() {
        return PENALTIES.keySet().stream()
                .flatMap(penalty -> Stream.of(
                        Arguments.of(MODEL, penalty, false),
                        Arguments.of(MODEL, penalty, true),
                        Arguments.of(TIED, penalty, false),
                        Arguments.of(TIED, penalty, true)));
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void everyDamageIsNoticed(CommutingModel model, String penalty, boolean bias) {
        ModeLandscape l = Landscapes.indefinite(model);
        CommutingLandscape landscape = l.landscape(PENALTIES.get(penalty), bias);
        List<StationaryPoint> points = landscape.solve().points();
        assertThatCode(() -> l.audit(landscape, points, true)).doesNotThrowAnyException();
        int damaged = 0;
        for (Map.Entry<String, UnaryOperator<StationaryPoint>> damage :
                damages().entrySet()) {
            for (int i = 0; i < points.size(); i++) {
                StationaryPoint wrong = applied(damage.getValue(), points.get(i));
                if (applies(points.get(i), wrong)) {
                    List<StationaryPoint> all = new ArrayList<>(points);
                    all.set(i, wrong);
                    damaged++;
                    assertThatThrownBy(() -> l.audit(landscape, all, true))
                            .as("%s of %s", damage.getKey(), points.get(i))
                            .isInstanceOf(LandscapeContradictionException.class)
                            .message()
                            .doesNotContain("\n");
                }
            }
        }
        assertThat(damaged).isGreaterThan(5 * points.size());
    }

    private static StationaryPoint applied(UnaryOperator<StationaryPoint> damage, StationaryPoint point) {
        return damage.apply(point);
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void missingDoubledAndUnsortedPointsAreNoticed(CommutingModel model, String penalty, boolean bias) {
        ModeLandscape l = Landscapes.indefinite(model);
        CommutingLandscape landscape = l.landscape(PENALTIES.get(penalty), bias);
        List<StationaryPoint> points = landscape.solve().points();
        for (int i = 0; i < points.size(); i++) {
            List<StationaryPoint> missing = new ArrayList<>(points);
            missing.remove(i);
            assertThatThrownBy(() -> l.audit(landscape, missing, false))
                    .isInstanceOf(LandscapeContradictionException.class)
                    .hasMessageContaining("exact arithmetic");
            List<StationaryPoint> doubled = new ArrayList<>(points);
            doubled.add(i, points.get(i));
            assertThatThrownBy(() -> l.audit(landscape, doubled, false))
                    .isInstanceOf(LandscapeContradictionException.class);
        }
        List<StationaryPoint> unsorted = new ArrayList<>(points);
        java.util.Collections.reverse(unsorted);
        assertThatThrownBy(() -> l.audit(landscape, unsorted, false))
                .isInstanceOf(LandscapeContradictionException.class)
                .hasMessageContaining("ascending loss");
    }

    private static CommutingModel standard(List<BigFraction> a, List<BigFraction> c, int d1, Hyperparameters h) {
        return new CommutingModel(new CommutingPair(RationalMatrix.identity(a.size()), a, c), d1, h);
    }

    private static boolean isAudited(ModeLandscape l, Penalty penalty, boolean bias) {
        CommutingLandscape landscape = l.landscape(penalty, bias);
        return l.audit(landscape, landscape.solve().points(), true);
    }

    /** Curvatures of 1e-7 beside 1 are told apart exactly, and by the solver. */
    @Test
    void badlyScaledModelsAreAudited() {
        CommutingModel model = standard(
                List.of(q(1, 4_000_000), q(0, 1), q(1, 1), q(1, 1)),
                List.of(q(2, 3), q(3_000_000, 1), q(9_000_000, 1), q(1, 1)),
                2,
                new Hyperparameters(q(0, 1), q(1, 1), q(0, 1), q(7, 2), q(7, 4), 2));
        ModeLandscape l = Landscapes.of(model, (a, c) -> a.negate());
        assertThat(isAudited(l, Landscapes.penalty(l.model()), false)).isTrue();
        List<Double> a = List.of(2.0, 1e-6);
        CommutingLandscape jing = CommutingLandscape.of(a, a, List.of(1.0, 1e6), new QuarticForm.Uniform(1, 0), 5);
        LandscapeAudit audit = LandscapeAudit.ofDoubles(jing);
        assertThat(jing.solve().points()).hasSize(4).allMatch(audit::requireStationary);
    }

    /** What the solver takes for a tie, a threshold or all of the norm is not one, by 1e-12: nothing is said of it. */
    @Test
    void whatFloatingPointCannotTellIsNotAudited() {
        List<BigFraction> a = List.of(q(1, 1), q(1, 1_000_000));
        List<BigFraction> c = List.of(q(1, 1), q(1_000_000, 1));
        Hyperparameters h = new Hyperparameters(q(0, 1), q(2, 1), q(0, 1), q(1, 1), q(1, 1), 2);
        ModeLandscape threshold = Landscapes.indefinite(standard(a, c, 1, h));
        assertThat(isAudited(threshold, Landscapes.penalty(threshold.model()), false))
                .isFalse();
        assertThat(isAudited(threshold, Penalty.NONE, false)).isTrue();
        ModeLandscape tied = Landscapes.of(
                standard(List.of(q(1, 1), q(1_000_000, 1)), List.of(q(0, 1), q(1, 1_000_000)), 2, h), (x, y) -> x);
        assertThat(isAudited(tied, Penalty.NONE, false)).isFalse();
        ModeLandscape norm = Landscapes.of(
                standard(List.of(q(1_000_000, 1)), List.of(q(1, 1_000_000)), 1, h), (x, y) -> x.multiply(2));
        assertThat(isAudited(norm, Landscapes.constraint(norm.model()), true)).isFalse();
        assertThat(isAudited(norm, Landscapes.constraint(norm.model()), false)).isTrue();
    }
}
