package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.kernel.Axiom;
import org.lossproof.kernel.Proposition;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Truth;
import org.lossproof.page.Fact;
import org.lossproof.search.ConeSearch;

class FactTest {
    private static StatementResult check(String text) {
        return FactChecker.check(Fact.parse(text, "test"));
    }

    @Test
    void whatHoldsForAllRealsIsProvedAndItsVariantsAreNot() {
        StatementResult result = check("real x, y\nassume x > 0 and y > 0\nclaim (x + y)^2 >= 4*x*y");
        assertThat(result.holds()).isTrue();
        MutantReport mutants = result.mutants();
        assertThat(mutants.killed()).isPositive();
        assertThat(mutants.alsoTrue())
                .allMatch(what -> what.startsWith("assuming")
                        || List.of("sign", "x - 1 for x", "y - 1 for y").contains(what));
        assertThat(mutants.open()).isEmpty();
    }

    @Test
    void whatFailsHasASmallExactCounterexample() {
        StatementResult result = check("real x, y\nassume x >= 0 and y >= 0\nclaim (x + y)^2 >= 5*x*y");
        assertThat(result.holds()).isFalse();
        assertThat(result.witness().orElseThrow().text()).isEqualTo("x = 1, y = 1");
    }

    /** No small point lies on the curve; with small y and n the equation is solved for x. */
    @Test
    void aCounterexampleOnACurveIsSolvedFor() {
        StatementResult result =
                check("real x, y\nassume y > 0 and x > 4*y and (x + y)^2*y == 16/25\nclaim x != 24/5*y");
        assertThat(result.decided()).isTrue();
        Fact fact = Fact.parse("real x, y\nassume y > 0 and x > 4 and x*y == 7/3\nclaim x < 0", "test");
        FactDecision decision = FactDecision.of(fact);
        assertThat(decision.outcome()).isEqualTo(FactDecision.Outcome.FAILS);
        assertThat(fact.at(decision.counterexample().orElseThrow())).isEqualTo(Truth.FALSE);
    }

    @Test
    void aValueThatAnAssumptionGivesIsPutInAndStaysAnAssumption() {
        FactElaboration elaboration = FactElaboration.of(
                Fact.parse("real x, n\nassume n == 3 and x/(n - 1) >= n\nclaim x >= n*(n - 1)", "test"));
        assertThat(elaboration.counterexamples())
                .singleElement()
                .satisfies(system -> assertThat(system.conditions())
                        .map(Object::toString)
                        .anyMatch(c -> c.contains("n"))
                        .allMatch(c -> c.contains("n") != c.contains("x")));
        StatementResult contradicting = check("real n\nassume n == 3 and n == 4\nclaim n == 7");
        assertThat(contradicting.decided()).isFalse();
        StatementResult undefined = check("real x, n\nassume n == 1\nclaim x/(n - 1) == x/(n - 1)");
        assertThat(undefined.decided()).isTrue();
        assertThat(undefined.holds()).isFalse();
    }

    @Test
    void whatIsNotDecidedIsNotProved() {
        StatementResult result =
                check("real a, b, c, d, e\nclaim a^10 + b^10 + c^10 + d^10 + e^10 >= 5*a^2*b^2*c^2*d^2*e^2");
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isFalse();
    }

    @Test
    void contradictingAssumptionsDecideNothing() {
        StatementResult result = check("real x\nassume x > 1 and x < 0\nclaim x == 7");
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isFalse();
        assertThat(result.evidence())
                .singleElement()
                .satisfies(e -> assertThat(e.text()).contains("no real numbers satisfy the assumptions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x, y\nclaim x^2 + y^2 >= 2*x*y",
                "real x, y\nassume x > 0 and y > x\nclaim 1/y < 1/x",
                "real x, y\nassume x*y == 1 and x > 0\nclaim y > 0",
                "real x, y\nassume y*(x - 1) == 0 and y != 0\nclaim x == 1",
                "real x\nclaim x^2 <= 0 <=> x == 0",
                "real x, y\nassume x^2 == 1 and y == 2*x\nclaim y == 2 or y == -2"
            })
    void anIdentityExcludesCounterexamplesWithoutTheSolversWord(String text) {
        FactDecision decision = FactDecision.of(Fact.parse(text, "test"));
        assertThat(decision.outcome()).isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decision.theorem().orElseThrow().axioms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x, y\nclaim x^2 + y^2 >= 3*x*y",
                "real x, y\nassume y > x\nclaim 1/y < 1/x",
                "real x, y\nassume x*y == 1\nclaim y > 0",
                "real x, y\nassume y*(x - 1) == 0\nclaim x == 1",
                "real x\nclaim x^2 <= 1 <=> x == 0",
                "real x\nassume x >= 0\nclaim x > 0",
                "real x, y\nassume x^2 == 1 and y == 2*x\nclaim y == 2"
            })
    void noIdentityExcludesACounterexampleThatExists(String text) {
        FactElaboration elaboration = FactElaboration.of(Fact.parse(text, "test"));
        assertThat(elaboration.counterexamples())
                .anySatisfy(system -> assertThat(ConeSearch.find(system)).isEmpty());
        StatementResult result = check(text);
        assertThat(result.holds()).isFalse();
        assertThat(result.theorem().orElseThrow().proposition()).isInstanceOf(Proposition.SomePoint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x\nclaim x^(1/2) == x",
                "real x\nassume x > 0\nclaim x^(1/2) <= x",
                "real x, y\nassume x >= 0 and y >= 0\nclaim (x+y)^(1/2) == x^(1/2) + y^(1/2)",
                "real x\nclaim x/x == 1",
                "real x\nassume x >= 0\nclaim 1/x > 0",
                "real x\nclaim (x^(1/2))^2 == x",
                "real x\nclaim (x^2)^(1/2) == x",
                "real x\nclaim x == 0 or 1/x > 0 or 1/x < 0",
                "real x\nassume x > -1\nclaim x^(-1/2) > 0"
            })
    void partsMustBeDefinedAndRootsAreRoots(String text) {
        StatementResult result = check(text);
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x\nassume x >= 0\nclaim (x^(1/2))^2 == x",
                "real x, y\nassume x >= 0 and y >= 0\nclaim (x*y)^(1/2) == x^(1/2)*y^(1/2)",
                "real x\nclaim (x^2)^(1/2) >= x",
                "real x\nassume x > 0\nclaim x^(-1/2) > 0",
                "real x\nassume x != 0\nclaim x/x == 1",
                "real x\nassume 1/x > 0 or x == 0\nclaim x > 0",
                "real x\nassume x == 0 or 1/x > 0\nclaim x > 0",
                "real x\nassume x >= 0\nclaim sqrt(x) >= 0",
                "real x\nassume x >= 0\nclaim x^(3/2) == x*x^(1/2)"
            })
    void rootsAndQuotientsAreProvedWhereTheyAreDefined(String text) {
        FactDecision decision = FactDecision.of(Fact.parse(text, "test"));
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decision.theorem().orElseThrow().axioms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x\nassume 1/x == 0\nclaim x == 7",
                "real x\nassume x/x == 0\nclaim x == 1",
                "real x\nassume x^(1/2) < 0\nclaim x == 1"
            })
    void assumptionsThatNoPointSatisfiesProveNothing(String text) {
        FactDecision decision = FactDecision.of(Fact.parse(text, "test"));
        assertThat(decision.outcome()).isEqualTo(FactDecision.Outcome.VACUOUS);
        assertThat(decision.theorem()).isEmpty();
    }

    @Test
    void whatIsNotAlgebraicIsRefused() {
        for (String claim : List.of("log(x) > 0", "x^y > 0", "d1 > 0", "|f(x)| > 0", "exp(x) > 0")) {
            assertThatThrownBy(() -> Fact.parse("real x, y\nclaim " + claim, "page"))
                    .as(claim)
                    .isInstanceOf(InputException.class);
        }
    }

    @Test
    void assumptionsHaveMutantsAndWeakerClaimsAreListed() {
        MutantReport report =
                check("real x, y\nassume x > 0 and y > 0\nclaim x + y > 0").mutants();
        assertThat(report.alsoTrue()).contains("assuming >= for > in x > 0", "assuming >= for > in y > 0");
        assertThat(report.killed()).isPositive().isLessThan(report.total());
        MutantReport or = check("real x\nclaim x > 1 or x < 2").mutants();
        assertThat(or.total()).isPositive();
        assertThat(or.killed()).isPositive();
    }

    @Test
    void anIrrationalCounterexampleIsFoundBeyondTheGrid() {
        StatementResult result = check("real x\nassume x > 0\nclaim x^2 != 2");
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isTrue();
    }

    @Test
    void connectivesBindInTheirOrder() {
        assertThat(check("real x\nclaim x > 1 or x < 2").holds()).isTrue();
        assertThat(check("real x\nclaim x > 1 and x < 2 => x > 0").holds()).isTrue();
        assertThat(check("real x\nassume x > 0\nclaim x > 1 <=> x^2 > 1").holds())
                .isTrue();
        assertThat(check("real x\nclaim x > 1 <=> x^2 > 1").holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"real x", "real x\nclaim x", "claim 1 == 1\nclaim 2 == 2", "real x\nclaim y > 0", "let x"})
    void whatIsNoFactIsAnError(String text) {
        assertThatThrownBy(() -> Fact.parse(text, "page"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x, y\nassume x > 0 and y > 0\nexists x*y > x + y",
                "real x\nexists x^2 == 4",
                "real x\nexists 1/x > 0",
                "real x\nassume x < 0\nexists (x^2)^(1/2) > x"
            })
    void whatExistsHoldsAtAPointThatTheKernelChecks(String text) {
        FactDecision decision = FactDecision.of(Fact.parse(text, "test"));
        assertThat(decision.outcome()).isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decision.counterexample()).isPresent();
        assertThat(decision.theorem().orElseThrow().proposition()).isInstanceOf(Proposition.SomePoint.class);
        assertThat(decision.theorem().orElseThrow().axioms()).isEmpty();
        StatementResult result = check(text);
        assertThat(result.holds()).isTrue();
        assertThat(result.evidence().get(1).text()).startsWith("holds at ");
        assertThat(result.witness()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real x\nexists x^2 < 0",
                "real x\nassume x > 1\nexists x < 1",
                "real x\nassume x > 1 and x < 0\nexists x == 7",
                "real x\nassume x < 0\nexists x^(1/2) >= 0",
                "real x\nassume x == 0\nexists 1/x == 0 or x == 0",
                "real x\nexists x/x == 0"
            })
    void whatExistsNowhereFailsEverywhere(String text) {
        FactDecision decision = FactDecision.of(Fact.parse(text, "test"));
        assertThat(decision.outcome()).isEqualTo(FactDecision.Outcome.FAILS);
        assertThat(decision.theorem()).isPresent();
        StatementResult result = check(text);
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isTrue();
        assertThat(result.evidence().get(0).text())
                .startsWith("no values make it true: ")
                .doesNotContain("counterexample", "real point");
    }

    @Test
    void anotherRelationIsNoCorrection() {
        StatementResult failing = check("real x\nassume x > 0\nclaim -2*x == 2*x");
        assertThat(failing.mutants().mends()).isNotEmpty().containsOnly("sign");
        StatementResult strict = check("real x\nclaim x^2 > 0 or x == 3");
        assertThat(strict.mutants().mends()).isEmpty();
        StatementResult nowhere = check("real x\nassume x > 1\nexists x < 1");
        assertThat(nowhere.mutants().mends()).isEmpty();
        assertThat(nowhere.mutants().total()).isEqualTo(2);
    }

    @Test
    void anIrrationalPointExistsByTheSolver() {
        StatementResult result = check("real x\nassume x > 0\nexists x^2 == 2");
        assertThat(result.holds()).isTrue();
        assertThat(result.theorem().orElseThrow().axioms()).containsExactly(Axiom.Z3_SAYS);
        assertThat(result.evidence().get(0).text()).contains("irrational");
    }

    @Test
    void whetherSomethingExistsMayBeOpen() {
        StatementResult result =
                check("real a, b, c, d, e\nexists a^10 + b^10 + c^10 + d^10 + e^10 < 5*a^2*b^2*c^2*d^2*e^2");
        assertThat(result.holds()).isFalse();
        assertThat(result.decided()).isFalse();
    }
}
