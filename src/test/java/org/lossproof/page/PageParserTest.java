package org.lossproof.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;

/** Nothing on a page vanishes without a word: what is no field and no fence, but looks like one, is refused. */
class PageParserTest {
    private static final String HEAD =
            "# p: A title\n\n- Place: here\n- Printed: as below\n- Hypotheses: none\n- Verdict: Proved\n";
    private static final String BLOCK = "```fact printed\nreal x\nclaim x^2 >= 0\n```\n";
    private static final String PAGE = HEAD + "\n" + BLOCK;

    private static Page parse(String page) {
        return Page.parse("p", page, "proofs/p.md", Losses.CATALOGUE);
    }

    private static void refused(String page, String place, String message) {
        assertThatThrownBy(() -> parse(page))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("proofs/p.md:" + place + ": ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aPageIsReadWithTheLinesOfItsBlocks() {
        Page page =
                parse(PAGE.replace("- Verdict", "- Scope: two modes\n- Verdict").replace("\n", "\r\n")
                        + "\nProse with `claim printed` in it.\n\n```text\n$ output\n```\n"
                        + "\n```fact step fails: wrong by 1\nreal x\nclaim x^2 > 0\n```\n");
        assertThat(page.title()).isEqualTo("A title");
        assertThat(List.of(page.place(), page.hypotheses(), page.scope().orElseThrow()))
                .containsExactly("here", "none", "two modes");
        assertThat(page.recorded()).contains(Verdict.PROVED);
        assertThat(page.blocks()).extracting(b -> b.span().line()).containsExactly(9, 20);
        assertThat(page.blocks()).extracting(Page.Block::role).containsExactly(Page.Role.PRINTED, Page.Role.STEP);
        assertThat(page.blocks()).extracting(Page.Block::label).containsExactly("", "wrong by 1");
        assertThat(page.blocks()).extracting(Page.Block::holds).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "```Claim printed; 4; 'Claim' is no kind of fence: expansion, experiment, fact, property, singular, theorem (executed), setting, matrices, or sh, tex, text (shown)",
                "```claims printed; 4; 'claims' is no kind of fence",
                "```facts step holds: a; 4; 'facts' is no kind of fence",
                "```; 4; '' is no kind of fence",
                "``` fact printed; 4; '' is no kind of fence",
                "```fact; 8; '' is no role; the roles are printed, correction",
                "```fact prnted; 9; 'prnted' is no role",
                "```fact Printed; 9; 'Printed' is no role",
                "```fact printed really; 9; 'printed really' is no role",
                "```fact printed:no space; 9; is no role",
                "```fact step; 9; 'step' is no role",
                "```fact step hold: a; 9; 'step hold: a' is no role",
                "```fact  correction holds; 10; 'correction holds' is no role",
                "```text printed; 4; a fence that is only shown has no role",
                "````fact printed; 1; a fence is three backticks and its kind",
                "~~~fact printed; 1; a fence is three backticks and its kind",
                "``fact printed; 1; this is no fence but looks like one",
                "`fact printed; 1; this is no fence but looks like one",
                "\"\"fact printed; 1; this is no fence but looks like one",
                "' ```fact printed'; 2; a fence stands at the beginning of a line",
                "'    ```fact printed'; 1; this is no fence but looks like one",
                "> ```fact printed; 3; in no list and no quotation",
                "- ```fact printed; 3; in no list and no quotation",
                "1. ```fact printed; 4; in no list and no quotation",
                "<!-- a comment; 1; no fence but looks like one"
            })
    void misspeltFencesAreRefused(String opening, int column, String message) {
        String block = opening.startsWith("<") ? opening + "\n" + BLOCK + "-->" : BLOCK.replaceFirst("```.*", opening);
        refused(PAGE + "\n" + block, (opening.startsWith("<") ? 14 : 13) + ":" + column, message);
    }

    @Test
    void aBacktickBehindTheFenceMakesItNoFence() {
        refused(PAGE + "\n```fact printed: of `x`\nreal x\nclaim x > 0\n```\n", "13:1", "no fence but looks like one");
    }

    @Test
    void fencesAreClosedByThemselves() {
        refused(PAGE + "\n```fact step holds\nreal x\nclaim x > 0\n", "13:1", "this fence is not closed");
        refused(
                PAGE + "\n```fact step holds\nreal x\nclaim x > 0\n``` so\n\n" + BLOCK,
                "16:1",
                "a fence within the fence");
    }

    @Test
    void fieldsStandOnceInTheListBelowTheTitle() {
        refused(
                PAGE.replace("- Verdict", "- Verdict: Refuted\n- Verdict"),
                "7:3",
                "a second 'Verdict:'; a page has one");
        refused(PAGE.replace("- Verdict", "- Place: there\n- Verdict"), "6:3", "a second 'Place:'");
        refused(PAGE + "\n- Verdict: Refuted\n", "13:1", "a field stands in the list below the title, once");
        refused(PAGE + "\nVerdict: Refuted\n", "13:1", "a field stands in the list below the title");
        refused(PAGE + "\n**Verdict**: Refuted\n", "13:1", "a field stands in the list below the title");
        refused(PAGE + "\n> - Scope: two\n", "13:1", "a field stands in the list below the title");
        refused(PAGE + "\n# p: Another\n", "13:1", "a second title");
        for (String name : List.of("Place", "Printed")) {
            refused(PAGE.replaceFirst("- " + name + ":.*\n", ""), "5:1", "has no line '- " + name + ": ...'");
            refused(PAGE.replaceFirst("- " + name + ":.*\n", "- " + name + ":\n"), placeOf(name) + ":1", "a field is");
        }
        refused(
                PAGE.replace("- Verdict", "- Verdikt"),
                "6:3",
                "'Verdikt' is no field of a page; the names are Granted,");
        refused(PAGE.replace("- Verdict", "* Verdict"), "6:1", "a field stands in the list below the title");
        refused("# p: A title\n\nProse.\n", "2:1", "below the title stands the list");
    }

    private static int placeOf(String name) {
        return 3 + List.of("Place", "Printed").indexOf(name);
    }

    @Test
    void verdictsAndTitlesAreChecked() {
        refused(
                PAGE.replace("Proved", "Proven"),
                "6:3",
                "'Proven' is no verdict; the verdicts are Proved, Corroborated, Refuted, Inconclusive");
        refused(PAGE.replace("Proved", "Proved Refuted"), "6:3", "is no verdict");
        refused(PAGE.replace("# p:", "# q:"), "1:1", "a page opens with the line '# p: title'");
        refused(PAGE.replace("A title", " "), "1:1", "a page opens with");
        refused("\n" + PAGE, "1:1", "a page opens with");
        refused("", "1:1", "a page opens with");
        refused("# p: A title", "2:1", "below the title stands the list");
    }

    @Test
    void aPageStatesWhatIsPrinted() {
        refused(HEAD + "\n" + BLOCK.replace("printed", "step holds"), "1:1", "the page states nothing as printed");
    }
}
