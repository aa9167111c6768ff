package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lossproof.loss.InputException;
import org.lossproof.page.Statement;

class StatementTest {
    private static final StatementChecker CHECKER = new StatementChecker(CheckSettings.of(5, 10));

    private static Statement parse(String text) {
        return Statement.parse(text, "test");
    }

    @Test
    void ordersAreReadFromTheRemainder() {
        assertThat(parse("claim loss(infonce) == -tr(A) + O(4)").to()).isEqualTo(3);
        Statement at = parse("claim loss(infonce) == 3/4 * tr(SS) at order 4");
        assertThat(at.from()).isEqualTo(4);
        assertThat(at.to()).isEqualTo(4);
    }

    @Test
    void anIdentityOfPolynomialsIsComparedToItsDegree() {
        assertThat(parse("datum xh with view x\nclaim E[x](|f(x)|^4) == tr(S)^2 + 2 * tr(SS)")
                        .to())
                .isEqualTo(4);
        assertThatThrownBy(() -> parse("claim loss(infonce) == -tr(A)"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("O(6)");
    }

    @Test
    void aTrueStatementHoldsAndItsVariantsDoNot() {
        StatementResult result =
                CHECKER.check(parse("datum xh with view x\nclaim E[x](|f(x)|^4) == tr(S)^2 + 2 * tr(SS)"));
        assertThat(result.holds()).isTrue();
        assertThat(result.samples()).hasSize(1).allMatch(s -> s.check().agrees());
        assertThat(result.mutants().open()).isEmpty();
        assertThat(result.mutants().killed()).isEqualTo(result.mutants().total());
        assertThat(result.mutants().total()).isGreaterThan(10);
    }

    @Test
    void aFalseStatementIsRefutedByEveryKindOfEvidence() {
        StatementResult result = CHECKER.check(parse("datum xh with view x\nclaim E[x](|f(x)|^4) == tr(S)^2 + tr(SS)"));
        assertThat(result.holds()).isFalse();
        assertThat(result.derived()).isEqualTo("2 tr(SS) + tr(S)^2");
        assertThat(result.witness().orElseThrow().text())
                .isEqualTo("d0 = d1 = 1, W = 1, A0 = 1, C = 0: order 4 of the left side is 3, printed is 2");
        assertThat(result.samples()).anyMatch(SampleComparison::rejectsPrinted);
    }

    @Test
    void aLimitIgnoresWhatVanishesInIt() {
        String claim = "claim loss(weighted-infonce) == -tr(A) + O(4)";
        assertThat(CHECKER.check(parse(claim)).holds()).isFalse();
        assertThat(CHECKER.check(parse(claim + " as N -> infinity")).holds()).isTrue();
    }

    @Test
    void aRefutedExpansionIsSampledWhereItsSidesAreToldApart() {
        // With 8 data and alpha = 1/2 the two differ by 3 %.
        String claim = "claim loss(weighted-infonce) == (1 - alpha)/N * tr(C) - tr(A) at order 2";
        SampleComparison sample = CHECKER.check(parse(claim)).samples().get(0);
        assertThat(sample.check().agrees()).isTrue();
        assertThat(sample.rejectsPrinted()).isTrue();
        assertThat(sample.check().separates(sample.printed())).isTrue();
        assertThat(sample.sentence()).contains("is rejected");
    }

    @Test
    void sidesThatAreTooNearAreSaidToBe() {
        String claim = "datum xh with view x\nclaim E[x](|f(x)|^4) == 1000001/1000000 * tr(S)^2 + 2 * tr(SS)";
        StatementResult result = CHECKER.check(parse(claim));
        assertThat(result.holds()).isFalse();
        SampleComparison sample = result.samples().get(0);
        assertThat(sample.check().agrees()).isTrue();
        assertThat(sample.rejectsPrinted()).isFalse();
        assertThat(sample.check().separates(sample.printed())).isFalse();
        assertThat(sample.sentence()).contains("too near for the samples: they do not tell the two apart");
    }

    @Test
    void thePointDependsOnTheStatementAloneAndNotOnTheSeed() {
        String claim = "claim loss(weighted-infonce) == (1 - alpha)/N * tr(C) - tr(A) at order 2";
        SampleComparison one = CHECKER.check(parse(claim)).samples().get(0);
        SampleComparison other = new StatementChecker(CheckSettings.of(6, 10))
                .check(parse(claim))
                .samples()
                .get(0);
        assertThat(other.point()).isEqualTo(one.point());
        assertThat(other.check().samples()).isEqualTo(one.check().samples());
        assertThat(other.check().estimate()).isNotEqualTo(one.check().estimate());
    }
}
