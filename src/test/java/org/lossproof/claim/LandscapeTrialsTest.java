package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.paper.AuditedShare;

class LandscapeTrialsTest {
    private static LandscapeProperty printed(boolean holds, java.util.function.Function<CommutingModel, Outcome> test) {
        return LandscapeProperty.printed("a proposition", holds, test);
    }

    @Test
    void aFalsePropositionHasTheSimplestCounterexample() {
        LandscapeProperty twoLargeModes = printed(
                false,
                x -> Outcome.of(x.a().stream()
                                .filter(a -> a.compareTo(BigFraction.ONE) > 0)
                                .count()
                        < 2));
        LandscapeTrials.Report report = LandscapeTrials.run(twoLargeModes);
        assertThat(report.asRecorded(twoLargeModes)).isTrue();
        assertThat(report.counterexample()).hasValueSatisfying(m -> {
            assertThat(m.a()).containsExactly(BigFraction.TWO, BigFraction.TWO);
            assertThat(m.c()).containsExactly(BigFraction.ZERO, BigFraction.ZERO);
            assertThat(m.d1()).isEqualTo(1);
            assertThat(m.hyperparameters()).isEqualTo(CommutingModel.Hyperparameters.SIMPLEST);
        });
        assertThat(report.evidence(twoLargeModes).text()).contains("fails at " + report.failed() + " of 240");
    }

    @Test
    void aPropositionThatSaysNothingIsNotConfirmed() {
        LandscapeProperty silent = printed(true, x -> Outcome.SILENT);
        assertThat(LandscapeTrials.run(silent).asRecorded(silent)).isFalse();
    }

    @Test
    void theModelsAreOfEverySizeAndCommute() {
        java.util.Set<Integer> sizes = new java.util.TreeSet<>();
        LandscapeTrials.run(printed(true, x -> {
            sizes.add(x.modes());
            assertThat(x.pair().matrices().commutes()).isTrue();
            return Outcome.TRUE;
        }));
        assertThat(sizes).containsExactly(1, 2, 3, 4);
    }

    @Test
    void theSolverIsAuditedAtTheModelsWithInvertibleSigma() {
        List<CommutingModel> models = new ArrayList<>();
        LandscapeTrials.run(printed(true, x -> {
            if (x.s().stream().allMatch(s -> s.signum() > 0)) {
                models.add(x);
            }
            return Outcome.TRUE;
        }));
        assertThat(models).hasSizeGreaterThan(200);
        assertThat(AuditedShare.of(models)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aPropositionThatContradictsTheRecordMakesTheClaimInconclusive() {
        Claim claim = new ExpansionClaim("eq-18") {
            @Override
            public List<LandscapeProperty> landscapeProperties() {
                return List.of(printed(true, x -> Outcome.of(x.modes() < 3)));
            }
        };
        ClaimResult result = Verification.of(List.of(claim), 1).check(claim);
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.asRecorded()).isFalse();
        assertThat(result.reason()).contains("not as recorded");
    }
}
