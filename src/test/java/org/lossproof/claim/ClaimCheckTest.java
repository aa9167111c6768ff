package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.loss.Losses;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Verdict;

/** What is computed decides; what is on record only serves to notice a change. */
class ClaimCheckTest {
    private static final String TRUE = "```fact printed\nreal x\nclaim x^2 >= 0\n```\n";
    private static final String FALSE = "```fact printed\nreal x\nclaim x^2 > 0\n```\n";
    private static final String TRUE_STEP = "```fact step holds: a square\nreal x\nclaim x^2 >= 0\n```\n";
    private static final String FALSE_STEP = "```fact step holds: a square\nreal x\nclaim x^2 > 0\n```\n";

    private static ClaimResult check(String recorded, String... blocks) {
        String text = "# test: A test\n\n- Place: nowhere\n- Printed: as below\n- Verdict: " + recorded + "\n\n"
                + String.join("\n", blocks);
        Page page = Page.parse("test", text, "test.md", Losses.CATALOGUE);
        return Verification.of(new Paper("p", "P", "nowhere", List.of(page), ""), 1)
                .check(page);
    }

    @Test
    void theVerdictIsComputedWhateverIsOnRecord() {
        assertThat(check("Proved", TRUE).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(check("Refuted", TRUE).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(check("Proved", FALSE).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(check("Proved", TRUE, FALSE).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aChangeOfVerdictIsAProblem() {
        assertThat(check("Proved", TRUE).problems()).isEmpty();
        assertThat(check("Refuted", TRUE).problems())
                .singleElement()
                .asString()
                .contains("recorded as Refuted, found Proved");
        assertThat(check("Proved", FALSE).asRecorded()).isFalse();
    }

    @Test
    void aStepThatDoesNotHoldLeavesTheClaimOpen() {
        assertThat(check("Proved", TRUE, TRUE_STEP).problems()).isEmpty();
        ClaimResult result = check("Proved", TRUE, FALSE_STEP);
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason()).contains("a step of the derivation does not hold: a square");
        assertThat(result.problems()).anyMatch(p -> p.contains("fails, recorded as holding"));
    }

    @Test
    void aScopeMakesAProofACorroboration() {
        assertThat(check("Proved\n- Scope: one mode", TRUE).verdict()).isEqualTo(Verdict.CORROBORATED);
    }

    @Test
    void aSurvivingFalsificationIsAProblemAndVanishingOrdersHaveFalsificationsToo() {
        ClaimResult result = check("Proved", "```expansion printed\nclaim loss(infonce) == 0 at order 3\n```\n");
        assertThat(result.problems()).isEmpty();
        assertThat(result.mutants().total()).isEqualTo(2);
        assertThat(result.mutants().killed()).isEqualTo(2);
    }
}
