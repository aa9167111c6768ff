package org.lossproof.expansion.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.Route;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.RouteRecord;
import org.lossproof.expansion.RouteReport;
import org.lossproof.expansion.RouteReport.Fate;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.NotAnalyticException;

/** What becomes of every route is told, and what they gave is recorded. */
class DerivationTest {
    private static final String PAIR = "datum xh with views x, x'\n";

    private static LossDefinition parse(String text) {
        return LossParser.parse(text, "probe");
    }

    private static RouteReport report(Expansion expansion, Route route) {
        return expansion.reports().stream()
                .filter(r -> r.route() == route)
                .findFirst()
                .orElseThrow();
    }

    /** The debiased contrastive loss (Chuang et al. 2020); order 2 by hand: -N/((1-p)(N+1)) tr(A). */
    @Test
    void theDebiasedContrastiveLossIsDerivedByEveryRoute() {
        Expansion expansion = Derivation.derive(parse("""
                        param N integer >= 2 example 8
                        param p > 0 example 1/10
                        datum xh with views x, x'
                        data yh with view chi, copies N
                        let pos = exp(<f(x), f(x')>)
                        let neg = exp(<f(x), f(chi)>)
                        L = E[x, x', chi](-log(pos / (pos + N/(1 - p) * (1/N * sum[chi](neg) - p * pos))))
                        """), 4, Map.of());
        assertThat(expansion.lines().get(0)).isEqualTo("order 2:  N/((N + 1)*(p - 1)) tr(A)");
        assertThat(expansion.reports()).hasSize(3).allMatch(RouteReport::agrees);
    }

    /** E sqrt(t + u) = sqrt t (1 + u/(2t) - u^2/(8t^2)), u = |f(x)|^2: squared, order 4 is (E u)^2/(4t) - E u^2/(4t). */
    @Test
    void aRootSquaredHasNoRootLeft() {
        Expansion expansion = Derivation.derive(
                parse("param t > 0 example 2\n" + PAIR + "L = E[x](sqrt(t + |f(x)|^2))^2"), 4, Map.of());
        assertThat(expansion.lines()).containsExactly("order 2:  tr(S)", "order 4:  -1/(2*t) tr(SS)");
        assertThat(report(expansion, Route.SYMJA).fate()).isEqualTo(Fate.AGREES);
        assertThat(report(expansion, Route.EXACT).fate()).isEqualTo(Fate.CANNOT_HOLD);
        assertThat(report(expansion, Route.EXACT).detail()).startsWith("irrational constants: the root of");
        assertThat(expansion.confirmed()).isTrue();
        assertThat(expansion.routes()).hasSize(2);
    }

    @Test
    void aRouteBeyondItsBudgetIsCutAndNamed() {
        Expansion series = SeriesExpansion.expand(Catalogue.load("weighted-infonce"), 4, Map.of());
        Expansion bySteps = SymjaComparison.join(series, Map.of(), new Budget("it", 50, Duration.ofMinutes(1)));
        assertThat(report(bySteps, Route.SYMJA))
                .isEqualTo(new RouteReport(Route.SYMJA, Fate.CUT, "it needs more than its budget of 50 steps"));
        Expansion byTime =
                SymjaComparison.join(series, Map.of(), new Budget("it", Long.MAX_VALUE, Duration.ofNanos(1)));
        assertThat(report(byTime, Route.SYMJA))
                .isEqualTo(new RouteReport(Route.SYMJA, Fate.CUT, "it needs more than its budget of 0 s"));
        assertThat(byTime.confirmed()).isFalse();
    }

    @Test
    void twoEncodersAndHighOrdersAreNoMatterForSymja() {
        LossDefinition two = parse("encoder g\n" + PAIR + "L = E[x, x'](<f(x), g(x')>)");
        assertThat(report(Derivation.derive(two, 2, Map.of()), Route.SYMJA).words())
                .isEqualTo("Symja (symbolic derivatives, listed pairings): does not apply, it knows one encoder");
        assertThat(report(Derivation.derive(Catalogue.load("infonce"), 10, Map.of()), Route.SYMJA)
                        .fate())
                .isEqualTo(Fate.CANNOT_HOLD);
    }

    @Test
    void whatTheRoutesGaveIsRecordedAndFitsTogether() {
        LossDefinition loss = Catalogue.load("weighted-infonce");
        List<RouteRecord> records = Derivation.agreed(loss, 4, Map.of()).records();
        assertThat(records).extracting(RouteRecord::route).containsExactly(Route.SERIES, Route.EXACT, Route.SYMJA);
        RouteRecord.Symbolic series = (RouteRecord.Symbolic) records.get(0);
        RouteRecord.Symbolic symja = (RouteRecord.Symbolic) records.get(2);
        assertThat(symja.terms()).isEqualTo(series.terms());
        for (RouteRecord.Point point : ((RouteRecord.Pointwise) records.get(1)).points()) {
            assertThat(point.orders().keySet()).containsExactly(1, 2, 3, 4);
            point.orders().forEach((k, value) -> {
                BigFraction sum = series.terms().getOrDefault(k, Map.of()).entrySet().stream()
                        .map(e -> e.getValue()
                                .exact(point.parameters())
                                .multiply(point.invariants().get(e.getKey())))
                        .reduce(BigFraction.ZERO, BigFraction::add);
                assertThat(sum).isEqualTo(value);
            });
        }
    }

    @Test
    void aCertainDifferenceStopsTheRun() {
        Expansion doubled = SeriesExpansion.expand(parse(PAIR + "L = E[x](2 * |f(x)|^2)"), 2, Map.of());
        Expansion forged = new Expansion(
                parse(PAIR + "L = E[x](|f(x)|^2)"),
                2,
                doubled.terms(),
                doubled.compact(),
                doubled.reports(),
                doubled.records());
        assertThatThrownBy(() -> SymjaComparison.join(forged, Map.of()))
                .isInstanceOf(RouteDisagreementException.class)
                .hasMessageContaining("Symja gives 1, exact series over traces and open paths give 2");
    }

    @Test
    void aSingularityIsNamedWithItsPart() {
        LossDefinition loss = parse(PAIR + "L = 1 + log(E[x](|f(x)|^2))");
        assertThatThrownBy(() -> Derivation.derive(loss, 2, Map.of()))
                .isInstanceOfSatisfying(NotAnalyticException.class, e -> {
                    assertThat(e.kind()).isEqualTo(NotAnalyticException.Kind.LOG);
                    assertThat(e.part())
                            .isEqualTo(((Expr.Sum) loss.expression()).terms().get(1));
                    assertThat(e).hasMessageStartingWith("probe:2:");
                });
    }
}
