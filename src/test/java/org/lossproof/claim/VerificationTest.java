package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Verdict;

class VerificationTest {
    private static final Paper PAPER = Paper.shipped(Paper.DEFAULT);

    private static ClaimResult check(String id, long seed) {
        return Verification.of(PAPER, seed).check(page(id));
    }

    private static Page page(String id) {
        return PAPER.pages().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void equation15IsRefutedWithTheSmallestWitnessAndACorrectionThatIsVerified() {
        ClaimResult result = check("eq-15", CheckSettings.DEFAULT_SEED);
        assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(result.correction()).isPresent();
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
        assertThat(printed.block().role()).isEqualTo(Page.Role.PRINTED);
        assertThat(printed.result().samples()).anyMatch(s -> s.rejectsPrinted());
        assertThat(printed.result().samples()).allMatch(s -> s.check().agrees());
    }

    @Test
    void theSameSeedGivesTheSameEvidenceInEverySelection() {
        List<Evidence> alone = samples(check("eq-06", 3));
        assertThat(alone).isNotEmpty();
        Verification run = Verification.of(PAPER, 3);
        List<ClaimResult> several = run.checkAll(PAPER.named(List.of("eq-04", "eq-06")), r -> {});
        assertThat(several).extracting(r -> r.page().id()).containsExactly("eq-04", "eq-06");
        assertThat(samples(several.get(1))).isEqualTo(alone);
        assertThat(samples(check("eq-06", 4))).isNotEqualTo(alone);
    }

    @Test
    void theSamplesOfAClaimDoNotDependOnItsPlaceInTheList() {
        List<Page> few = List.of(page("eq-06"), page("table-1-spectral-contrastive-hessian"), page("eq-04"));
        List<Evidence> expected = samples(Verification.of(PAPER, 3).check(few.get(0)));
        List<Page> reversed = new ArrayList<>(few);
        Collections.reverse(reversed);
        Verification run = Verification.of(PAPER, 3);
        assertThat(samples(run.checkAll(reversed, r -> {}).get(2))).isEqualTo(expected);
        assertThat(samples(run.checkAll(few.subList(0, 1), r -> {}).get(0))).isEqualTo(expected);
        // A list in another order is the same run.
        List<Page> backwards = new ArrayList<>(PAPER.pages());
        Collections.reverse(backwards);
        Paper other = new Paper(PAPER.name(), PAPER.title(), PAPER.source(), backwards, PAPER.losses(), "");
        assertThat(samples(Verification.of(other, 3).check(few.get(0)))).isEqualTo(expected);
        int checks = PAPER.pages().stream()
                .mapToInt(p -> new ClaimCheck(p).sampledChecks())
                .sum();
        assertThat(Verification.of(other, 3).settings().budget().checks()).isEqualTo(checks);
    }

    /** What is sampled decides, not where it is claimed. */
    @Test
    void thePaperIsNoPartOfTheSeed() {
        Paper other = new Paper("another", PAPER.title(), PAPER.source(), PAPER.pages(), PAPER.losses(), "");
        assertThat(samples(Verification.of(other, 3).check(page("eq-06")))).isEqualTo(samples(check("eq-06", 3)));
        assertThat(samples(check("eq-06", 4))).isNotEqualTo(samples(check("eq-06", 3)));
    }

    private static List<Evidence> samples(ClaimResult result) {
        return result.parts().stream()
                .flatMap(p -> p.result().evidence().stream())
                .filter(e -> e.kind() == Evidence.Kind.SAMPLED)
                .toList();
    }
}
