package org.lossproof.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.CommutingModel.Hyperparameters;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.ParameterDeclaration;

/** The landscape of a loss of the catalogue, expanded from its definition, at commuting covariances. */
final class CatalogueLandscape {
    private static final Map<String, Expansion> EXPANSIONS = new ConcurrentHashMap<>();

    private static final double ROUNDING = 1e-12;

    /** At one model in so many the lowest point is checked without the solver. */
    private static final int AUDITED_OF = 4;

    private CatalogueLandscape() {}

    /** The eigenvalues of B: mode i leaves the origin where b_i > 0. */
    static List<Double> b(String loss, CommutingModel model) {
        return read(loss, model).b(ModeLandscape.doubles(model.a()), ModeLandscape.doubles(model.c()));
    }

    /** The point of least loss of the quartic landscape; at least one s_i > 0, the quartic positive. */
    static StationaryPoint lowest(String loss, CommutingModel model) {
        List<Double> a = ModeLandscape.doubles(model.a());
        List<Double> c = ModeLandscape.doubles(model.c());
        ExpansionLandscape read = read(loss, model);
        CommutingLandscape landscape = CommutingLandscape.of(read.b(a, c), a, c, read.quartic(), model.d1());
        StationaryPoint lowest = landscape.solve().globalMinimum().orElseThrow();
        if (Math.floorMod(model.hashCode(), AUDITED_OF) == 0) {
            LandscapeAudit.ofDoubles(landscape).requireStationary(lowest);
        }
        return lowest;
    }

    /** Whether exactly those modes with a_i > 0 collapse at the origin that the condition names; silent if there are none. */
    static Outcome collapsesWhere(String loss, CommutingModel model, BiPredicate<BigFraction, BigFraction> condition) {
        return compare(loss, model, condition, true);
    }

    /** Whether every mode with a_i > 0 that the condition names collapses at the origin; silent if it names none. */
    static Outcome collapsesIf(String loss, CommutingModel model, BiPredicate<BigFraction, BigFraction> condition) {
        return compare(loss, model, condition, false);
    }

    /** Whether no mode with a_i > 0 collapses at the origin; silent if there are none. */
    static Outcome neverCollapses(String loss, CommutingModel model) {
        return collapsesWhere(loss, model, (a, c) -> false);
    }

    /** That a loss keeps every mode. */
    static LandscapeProperty noCollapse(String loss) {
        return LandscapeProperty.printed(
                "the rank at the global minimum is that of A0, as far as d1 allows",
                true,
                x -> keepsEveryMode(loss, x));
    }

    private static Outcome keepsEveryMode(String loss, CommutingModel model) {
        int rank = (int) model.a().stream().filter(a -> a.signum() > 0).count();
        return rank == 0 ? Outcome.SILENT : Outcome.of(lowest(loss, model).rank() == Math.min(model.d1(), rank));
    }

    /** (1 - alpha)/N, the paper's factor of C in weighted InfoNCE. */
    static BigFraction printedFactor(CommutingModel model) {
        return BigFraction.ONE
                .subtract(model.hyperparameters().alpha())
                .divide(model.hyperparameters().n());
    }

    private static Outcome compare(
            String loss, CommutingModel model, BiPredicate<BigFraction, BigFraction> condition, boolean onlyThen) {
        List<Double> b = b(loss, model);
        List<Integer> modes = IntStream.range(0, model.modes())
                .filter(i -> model.a().get(i).signum() > 0)
                // In floating point a mode at its threshold decides nothing.
                .filter(i -> Math.abs(b.get(i)) > ROUNDING * model.s().get(i).doubleValue())
                .filter(i ->
                        onlyThen || condition.test(model.a().get(i), model.c().get(i)))
                .boxed()
                .toList();
        if (modes.isEmpty()) {
            return Outcome.SILENT;
        }
        return Outcome.of(modes.stream()
                .allMatch(i -> (b.get(i) <= 0)
                        == condition.test(model.a().get(i), model.c().get(i))));
    }

    private static ExpansionLandscape read(String loss, CommutingModel model) {
        Expansion expansion =
                EXPANSIONS.computeIfAbsent(loss, n -> SeriesExpansion.expand(Catalogue.load(n), 4, Map.of()));
        Map<String, Double> values = new HashMap<>();
        for (ParameterDeclaration p : expansion.loss().parameters()) {
            values.put(p.name(), value(p, model.hyperparameters()));
        }
        return new ExpansionLandscape(expansion, values, model.d1());
    }

    private static double value(ParameterDeclaration parameter, Hyperparameters h) {
        return switch (parameter.name()) {
            case "N" -> h.n();
            case "alpha" -> h.alpha().doubleValue();
            case "beta" -> h.beta().doubleValue();
            case "gamma" -> h.gamma().doubleValue();
            case "kappa" -> h.kappa().doubleValue();
            case "c" -> h.c().doubleValue();
            default -> parameter.example().doubleValue();
        };
    }
}
