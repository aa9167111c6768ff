package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.Claim;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.Verdict;
import org.lossproof.claim.Verification;

class VerificationTest {
    private static ClaimResult check(String id, long seed) {
        return Verification.of(Claims.all(), seed)
                .check(Claims.named(List.of(id)).get(0));
    }

    @Test
    void equation15IsRefutedWithTheSmallestWitnessAndACorrectionThatIsVerified() {
        ClaimResult result = check("eq-15", CheckSettings.DEFAULT_SEED);
        assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(result.correction()).contains("loss(spectral-contrastive) == -2 * tr(A) + tr(SS)");
        assertThat(result.witness().orElseThrow().text())
                .isEqualTo("d0 = d1 = 1, W = 1, A0 = 1, C = 0: order 2 of the left side is -2, printed is 0");
        assertThat(result.problems()).isEmpty();
        assertThat(result.mutants().killed())
                .isEqualTo(result.mutants().total())
                .isGreaterThan(10);
    }

    @Test
    void samplesAloneRejectAFalsePrintedFormula() {
        ClaimResult result = check("eq-15", 7);
        ClaimResult.Part printed = result.parts().get(0);
        assertThat(printed.result().samples()).anyMatch(s -> s.rejectsPrinted());
        assertThat(printed.result().samples()).allMatch(s -> s.check().agrees());
    }

    @Test
    void theSameSeedGivesTheSameEvidenceInEverySelection() {
        List<Evidence> alone = check("eq-06", 3).parts().get(0).result().evidence();
        Verification run = Verification.of(Claims.all(), 3);
        List<ClaimResult> several = run.checkAll(Claims.named(List.of("eq-04", "eq-06")), r -> {});
        assertThat(several.get(1).parts().get(0).result().evidence()).isEqualTo(alone);
        assertThat(check("eq-06", 4).parts().get(0).result().evidence()).isNotEqualTo(alone);
    }

    @Test
    void theSamplesOfAClaimDoNotDependOnItsPlaceInTheList() {
        List<Claim> all = Claims.all();
        int checks = all.stream().mapToInt(Claim::sampledChecks).sum();
        List<Claim> few = Claims.named(List.of("eq-06", "table-1-spectral-contrastive-hessian", "eq-14"));
        List<Claim> reversed = new ArrayList<>(few);
        Collections.reverse(reversed);
        List<Evidence> expected = samples(Verification.of(all, 3).check(few.get(0)));
        assertThat(expected).isNotEmpty();
        Verification run = Verification.of(all, 3);
        assertThat(samples(run.checkAll(reversed, r -> {}).get(2))).isEqualTo(expected);
        assertThat(samples(run.checkAll(few.subList(0, 1), r -> {}).get(0))).isEqualTo(expected);
        // A list in another order is the same run.
        List<Claim> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        assertThat(samples(Verification.of(backwards, 3).check(few.get(0)))).isEqualTo(expected);
        assertThat(Verification.of(backwards, 3).settings().budget().checks()).isEqualTo(checks);
    }

    private static List<Evidence> samples(ClaimResult result) {
        return result.parts().stream()
                .flatMap(p -> p.result().evidence().stream())
                .filter(e -> e.kind() == Evidence.Kind.SAMPLED)
                .toList();
    }
}
