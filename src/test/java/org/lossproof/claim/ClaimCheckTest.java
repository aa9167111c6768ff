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
        return Verification.of(new Paper("p", "P", "nowhere", List.of(page), Losses.CATALOGUE, ""), 1)
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

    private static final String WEIGHTED =
            "```setting\nlandscape weighted-infonce\npremise other: b = a - (1 - alpha)/N*c\n```\n";

    /** A statement that is true of what the paper takes for B and false of what is derived, and the reverse. */
    @Test
    void bothVerdictsAreShownAndTheDerivedOneDecides() {
        ClaimResult printed = check(
                "Refuted",
                WEIGHTED,
                "```fact printed\nassume a1 > 0 and c1 > 0 and alpha < 1\nclaim b1 < a1 - 0*c1 and b1 + (1 - alpha)/N*c1 == a1\n```\n");
        assertThat(printed.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(printed.parts().get(0).underPrintedPremise()).contains("holds");
        assertThat(printed.problems()).isEmpty();
        ClaimResult derived =
                check("Proved", WEIGHTED, "```fact printed\nassume a1 > 0 and c1 > 0\nclaim b1 > 0\n```\n");
        assertThat(derived.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(derived.parts().get(0).underPrintedPremise()).contains("fails");
        assertThat(derived.restsOn()).containsExactly("ROUTES_AGREE");
        ClaimResult without = check("Proved", TRUE);
        assertThat(without.parts().get(0).underPrintedPremise()).isEmpty();
        assertThat(without.restsOn()).isEmpty();
    }

    private static final String GRANTED = "```setting\ngranted L = -tr(B) + tr(SS)\nmodes 2\n```\n";

    @Test
    void factsAboutEntriesHoldForTheirSizeAndTrialsForTheirModels() {
        String entries = "```fact printed\nassume s1 > 0\nclaim rho >= s1*w1^2\n```\n";
        ClaimResult result = check("Corroborated", GRANTED, entries);
        assertThat(result.problems()).isEmpty();
        assertThat(result.scope()).isEqualTo("d0 = 2, d1 = 1");
        assertThat(result.reason()).contains("holds for d0 = 2, d1 = 1");
        assertThat(result.restsOn()).containsExactly("granted: L = -tr(B) + tr(SS)");
        ClaimResult modes = check("Proved", GRANTED, "```fact printed\nassume s1 > 0\nclaim b1/s1*s1 == b1\n```\n");
        assertThat(modes.problems()).isEmpty();
        assertThat(modes.scope()).isEqualTo("any d0, d1");
        ClaimResult both =
                check("Corroborated", GRANTED, entries, "```property printed\nfor mode i\nclaim g_i*s_i == b_i\n```\n");
        assertThat(both.verdict()).isEqualTo(Verdict.CORROBORATED);
        assertThat(both.scope()).isEqualTo("d0 = 2, d1 = 1; random models of up to 5 modes");
        ClaimResult scoped = check("Corroborated\n- Scope: one loss", GRANTED, entries);
        assertThat(scoped.scope()).isEqualTo("one loss; d0 = 2, d1 = 1");
    }

    /** A reading beside the verdict does not cap it. */
    @Test
    void onlyPrintedStatementsLimitTheScope() {
        String reading = "```property reading holds: in each mode\nfor mode i\nclaim g_i*s_i == b_i\n```\n";
        ClaimResult result = check("Proved", TRUE, GRANTED, reading);
        assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(result.problems()).isEmpty();
        assertThat(result.restsOn()).containsExactly("granted: L = -tr(B) + tr(SS)");
    }

    @Test
    void anExactCounterexampleOfAPropertyRefutes() {
        ClaimResult result = check("Refuted", GRANTED, "```property printed\nfor mode i\nclaim b_i <= s_i\n```\n");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(result.problems()).isEmpty();
        assertThat(result.witness()).isPresent();
        ClaimResult silent = check("Proved", GRANTED, "```property printed\nassume d0 > 5\nclaim positive == 0\n```\n");
        assertThat(silent.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(silent.reason()).contains("says nothing");
    }

    @Test
    void aPageWithoutAVerdictIsNewAndHasNoProblem() {
        Page page = Page.parse(
                "test",
                "# test: A test\n\n- Place: nowhere\n- Printed: as below\n\n" + FALSE,
                "t.md",
                Losses.CATALOGUE);
        ClaimResult result = Verification.of(new Paper("p", "P", "nowhere", List.of(page), Losses.CATALOGUE, ""), 1)
                .check(page);
        assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void correctionsAreTheirSentences() {
        String correction = "```fact correction: A square is not negative.\nreal x\nclaim x^2 >= 0\n```\n";
        assertThat(check("Refuted", FALSE, correction).correction()).contains("A square is not negative.");
        assertThat(check("Proved", TRUE, correction).correction()).isEmpty();
        String wrong = "```fact correction: A square is positive.\nreal x\nclaim x^2 > 0\n```\n";
        ClaimResult result = check("Refuted", FALSE, wrong);
        assertThat(result.correction()).isEmpty();
        assertThat(result.problems()).anyMatch(p -> p.contains("correction 'A square is positive.' fails"));
    }
}
