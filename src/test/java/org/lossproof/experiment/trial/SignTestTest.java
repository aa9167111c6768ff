package org.lossproof.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lossproof.experiment.trial.SignTest.Decision;
import org.lossproof.loss.Truth;

/** The rates of a sign test are those of counting; its decisions are those of its rule. */
class SignTestTest {
    private static List<Truth> trials(int holds, int fails, int without) {
        List<Truth> out = new ArrayList<>(Collections.nCopies(holds, Truth.TRUE));
        out.addAll(Collections.nCopies(fails, Truth.FALSE));
        out.addAll(Collections.nCopies(without, Truth.UNKNOWN));
        return out;
    }

    /** Of all 2^n outcomes of fair coins those that decide one way, one by one. */
    @Test
    void theRateIsTheShareOfOutcomesThatDecide() {
        for (int n = 1; n <= 12; n++) {
            for (int e = 0; 2 * e < n; e++) {
                int corroborated = 0;
                int refuted = 0;
                SignTest test = new SignTest(n, e);
                for (int outcome = 0; outcome < 1 << n; outcome++) {
                    int holds = Integer.bitCount(outcome);
                    Decision decision = test.decide(trials(holds, n - holds, 0));
                    corroborated += decision == Decision.CORROBORATED ? 1 : 0;
                    refuted += decision == Decision.REFUTED ? 1 : 0;
                }
                assertThat(test.rate()).isEqualTo(new BigFraction(corroborated, 1 << n));
                assertThat(refuted).isEqualTo(corroborated);
            }
        }
    }

    @Test
    void ratesOfThePackageAreAsItSays() {
        assertThat(new SignTest(8, 0).rate()).isEqualTo(new BigFraction(1, 256));
        assertThat(new SignTest(8, 1).rate()).isEqualTo(new BigFraction(9, 256));
        assertThat(new SignTest(16, 1).rate()).isEqualTo(new BigFraction(17, 65536));
    }

    @Test
    void thePowerIsATailOfABinomial() {
        for (int[] ne : new int[][] {{8, 0}, {8, 2}, {16, 1}, {31, 5}}) {
            BinomialDistribution fails = new BinomialDistribution(ne[0], 0.01);
            assertThat(new SignTest(ne[0], ne[1]).power(SignTest.STATED).doubleValue())
                    .isCloseTo(fails.cumulativeProbability(ne[1]), org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void aTrialWithoutAValueCountsForNeither() {
        SignTest strict = new SignTest(8, 0);
        assertThat(strict.decide(trials(8, 0, 0))).isEqualTo(Decision.CORROBORATED);
        assertThat(strict.decide(trials(0, 8, 0))).isEqualTo(Decision.REFUTED);
        assertThat(strict.decide(trials(7, 0, 1))).isEqualTo(Decision.OPEN);
        assertThat(strict.decide(trials(0, 7, 1))).isEqualTo(Decision.OPEN);
        assertThat(strict.decide(trials(7, 1, 0))).isEqualTo(Decision.OPEN);
        SignTest lenient = new SignTest(8, 1);
        assertThat(lenient.decide(trials(7, 0, 1))).isEqualTo(Decision.CORROBORATED);
        assertThat(lenient.decide(trials(1, 7, 0))).isEqualTo(Decision.REFUTED);
        assertThat(lenient.decide(trials(6, 2, 0))).isEqualTo(Decision.OPEN);
    }

    @Test
    void whatDecidesNothingIsRefused() {
        assertThatThrownBy(() -> new SignTest(8, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignTest(8, 0).decide(trials(7, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
