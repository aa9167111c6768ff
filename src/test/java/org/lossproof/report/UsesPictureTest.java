package org.lossproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.ClaimResult;
import org.lossproof.loss.Losses;
import org.lossproof.page.Page;
import org.lossproof.page.Verdict;

class UsesPictureTest {
    private static ClaimResult claim(String id, Verdict verdict, String uses) {
        String page = "# " + id + ": A claim\n\n- Place: here\n- Printed: x is x\n"
                + (uses.isEmpty() ? "" : "- Uses: " + uses + "\n")
                + "\n```fact printed\nreal x\nclaim x == x\n```\n";
        return new ClaimResult(Page.parse(id, page, id + ".md", Losses.CATALOGUE), verdict, "", List.of(), List.of());
    }

    private static String html(ClaimResult... results) {
        return new UsesPicture(List.of(results)).html();
    }

    @Test
    void anArcLeadsFromAClaimToEachThatBuildsOnIt() {
        String html = html(
                claim("one", Verdict.PROVED, ""),
                claim("two", Verdict.PROVED, "one"),
                claim("three", Verdict.PROVED, "one, two"));
        assertThat(html.split("<path", -1)).hasSize(1 + 3);
        assertThat(html).contains(">one</text>", ">two</text>", ">three</text>").doesNotContain("<table");
    }

    @Test
    void whatBuildsOnARefutedClaimStandsOrFalls() {
        String html = html(
                claim("base", Verdict.REFUTED, ""),
                claim("firm", Verdict.CORROBORATED, "base"),
                claim("weak", Verdict.REFUTED, "firm"),
                claim("open", Verdict.INCONCLUSIVE, "base"),
                claim("alone", Verdict.REFUTED, ""));
        assertThat(html)
                .contains("<tr><td><a href=\"base.html\">base</a></td><td><a href=\"firm.html\">firm</a></td>"
                        + "<td><a href=\"weak.html\">weak</a>, <a href=\"open.html\">open</a></td></tr>")
                .doesNotContain("alone");
    }

    @Test
    void claimsThatStandAloneAreSaidSo() {
        assertThat(html(claim("one", Verdict.PROVED, ""))).contains("No page names a claim");
    }
}
