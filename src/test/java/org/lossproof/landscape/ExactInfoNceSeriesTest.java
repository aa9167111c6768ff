package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/** The exact Gaussian landscape against the expansion of the definition, which knows nothing of it. */
class ExactInfoNceSeriesTest {
    private static final int ORDER = 20;

    @Test
    void theLogDeterminantFormIsTheExpansionToHighOrder() {
        Expansion expansion = SeriesExpansion.expand(Catalogue.load("infonce"), ORDER, Map.of());
        // L = tr K_C + sum_n phi_n tr(S^n), phi_1 = -1: order 2 is tr(C) - tr(S) = -tr(A).
        assertThat(Expansion.text(expansion.compact().get(2))).isEqualTo("-tr(A)");
        for (int n = 2; n <= ORDER / 2; n++) {
            var terms = expansion.ofOrder(2 * n);
            String pure = "tr(" + "A".repeat(n) + ")";
            assertThat(expansion.coefficient(pure).orElseThrow().text())
                    .isEqualTo(ExactInfoNceLandscape.seriesCoefficient(n)
                            .toString()
                            .replace(" ", ""));
            // tr(S^n) has one trace of every necklace in A and C: as many words as 2^n with multiplicity.
            double sum = terms.values().stream()
                    .mapToDouble(c -> c.value().at(Map.of()))
                    .sum();
            double expected = ExactInfoNceLandscape.seriesCoefficient(n).doubleValue() * (1 << n);
            assertThat(sum).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9 * Math.abs(expected)));
            assertThat(terms.keySet()).allMatch(i -> i.text().matches("tr\\([AC]+\\)"));
        }
    }

    /** The rescaling loss has the text of InfoNCE, on views that are no Gaussians. */
    @Test
    void theClosedFormIsThatOfGaussianViewsAlone() {
        assertThat(ExactInfoNceLandscape.isOf(Catalogue.load("infonce"))).isTrue();
        assertThat(ExactInfoNceLandscape.isOf(Catalogue.load("beta-infonce"))).isTrue();
        assertThat(ExactInfoNceLandscape.isOf(Catalogue.load("infonce-rescaling")))
                .isFalse();
        assertThat(ExactInfoNceLandscape.isOf(Catalogue.load("dot-infonce"))).isFalse();
    }
}
