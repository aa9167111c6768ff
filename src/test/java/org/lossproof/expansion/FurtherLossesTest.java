package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.claim.ExpansionSampling;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.SampledCheck;

/** Losses outside the catalogue, each a file of a few lines: two encoders, queues, hinges. Second orders by hand. */
class FurtherLossesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "clip; ; -(N - 1)/N tr(A_fg)",
                "moco; ; -K/(tau*(K + 1)) tr(A_fg)",
                "siglip; beta=0; -tau/2 tr(A_fg)",
                "vicreg; eps=1/100; -5*mu tr(A) - (5*mu - 2*lambda) tr(C)"
            })
    void isExpandedAndSampled(String name, String set, String order2) {
        LossDefinition loss = LossParser.parseFile(Path.of("src/test/resources/losses/" + name + ".loss"));
        List<String> assignments = set == null ? List.of() : List.of(set);
        Map<String, BigFraction> given = ParameterValues.of(loss, assignments).values();
        Expansion expansion = Derivation.derive(loss, 4, given);
        assertThat(expansion.lines().get(0)).isEqualTo("order 2:  " + order2);
        assertThat(ExpansionSampling.of(expansion, new ParameterValues(loss, given), 11)
                        .checks())
                .hasSize(2)
                .allMatch(SampledCheck::agrees);
    }
}
