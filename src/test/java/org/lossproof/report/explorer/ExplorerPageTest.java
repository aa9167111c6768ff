package org.lossproof.report.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.Catalogue;

/** The page in a real browser, from disk: keys, a narrow window, the address, and a silent console. */
class ExplorerPageTest {
    private static final String READY = "document.querySelector('#points tbody tr')";
    private static final double SHOWN_DIGITS = 1e-4;

    @TempDir
    private static Path directory;

    private static Browser browser;
    private static URI page;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.place().isPresent(), "skipped: no Chromium here, so the page is not tried in a browser");
        page = Explorer.write(Explorer.ofCatalogue(), directory).toUri();
        browser = new Browser(Browser.place().orElseThrow());
        browser.window(1200, 900, false);
        browser.open(page, READY);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingIsComplainedOfAndNothingFetched() {
        assertThat(browser.complaints()).as("console").isEmpty();
        assertThat(browser.requests()).allMatch(r -> r.equals("about:blank") || r.startsWith(page.toString()));
    }

    /** Goes to a view by its address, as a link does. */
    private static void go(String address) throws Exception {
        browser.value("location.hash = '" + address + "'");
        browser.drawn();
        browser.drawn();
    }

    private static String text(String id) throws Exception {
        return browser.text("document.getElementById('" + id + "').textContent");
    }

    @Test
    void theTableHasJavasNumbers() throws Exception {
        go("#loss=beta-infonce&modes=3&d1=2&a1=1&a2=0.6&a3=0.3&c1=0.4&c2=1.1&c3=0.7&p.beta=0.75&decay=0.05");
        JsonNode rows = browser.value(
                "[...document.querySelectorAll('#points tbody tr')].map(r => [...r.cells].map(c => c.textContent.trim()))");
        List<Double> a = List.of(1.0, 0.6, 0.3);
        List<Double> c = List.of(0.4, 1.1, 0.7);
        ExpansionLandscape read = new ExpansionLandscape(
                SeriesExpansion.expand(Catalogue.load("beta-infonce"), 4, Map.of()), Map.of("beta", 0.75), 2);
        CommutingLandscape landscape =
                new CommutingLandscape(read.b(a, c), a, c, read.quartic(), 2, 0.05, Penalty.NONE, false);
        List<StationaryPoint> points = landscape.solve().points();
        assertThat(rows).hasSameSizeAs(points).hasSizeGreaterThan(2);
        for (int i = 0; i < points.size(); i++) {
            StationaryPoint p = points.get(i);
            assertThat(rows.get(i).get(0).textValue()).isEqualTo(p.kind().text());
            assertThat(rows.get(i).get(1).textValue())
                    .isEqualTo(p.mask().toString().replaceAll("[^01]", ""));
            assertThat(shown(rows.get(i).get(2))).isCloseTo(p.loss(), within(SHOWN_DIGITS * Math.abs(p.loss())));
            assertThat(rows.get(i).get(3).textValue()).isEqualTo(String.valueOf(p.negativeDirections()));
            for (int m = 0; m < 3; m++) {
                double w = p.wtw().get(m);
                assertThat(shown(rows.get(i).get(4 + m))).isCloseTo(w, within(SHOWN_DIGITS * w));
            }
        }
    }

    private static double shown(JsonNode cell) {
        return Double.parseDouble(cell.textValue());
    }

    @Test
    void everythingIsReachedAndMovedByKeys() throws Exception {
        go("#loss=infonce&modes=2&d1=2");
        browser.value("document.activeElement.blur(); window.scrollTo(0, 0)");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 60 && !reached.contains("y"); i++) {
            browser.press("Tab");
            reached.add(browser.text("document.activeElement.id"));
            assertThat(browser.text("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("focus is seen on " + reached)
                    .isEqualTo("solid");
        }
        assertThat(reached)
                .containsSubsequence(
                        "loss",
                        "modes",
                        "rows",
                        "slider-a1",
                        "slider-a1-number",
                        "slider-c1",
                        "slider-a2",
                        "slider-decay",
                        "norm",
                        "reset",
                        "view",
                        "first",
                        "second",
                        "x",
                        "y");
        String before = text("summary");
        browser.value("document.getElementById('slider-a1').focus()");
        for (int i = 0; i < 10; i++) {
            browser.press("ArrowRight");
        }
        browser.drawn();
        assertThat(browser.text("document.getElementById('slider-a1-number').value"))
                .isEqualTo("1.1");
        assertThat(text("summary")).isNotEqualTo(before).contains("11");
        browser.press("Home");
        browser.drawn();
        assertThat(text("summary")).contains("collapsed: mode 1");
        browser.value("document.getElementById('loss').focus()");
        browser.press("ArrowDown");
        browser.drawn();
        assertThat(text("name"))
                .isEqualTo(Catalogue.load(Catalogue.names().get(1)).title());
        browser.until("location.hash.startsWith('#loss=" + Catalogue.names().get(1) + "&')");
    }

    @Test
    void everyFormulaIsTypeset() throws Exception {
        String typeset = """
                JSON.parse(document.getElementById('data').textContent).losses.map(l => ['L = ' + l.expansion, l.definition, l.products,
                  'b_i = ' + l.eigenvalue, ...l.parameters.map(p => p.tex)].map(t => katex.renderToString(t, {output: 'mathml'}))).length
                """;
        assertThat(browser.value(typeset).intValue())
                .isEqualTo(CatalogueLosses.ofOneEncoder().size());
    }

    /** Long formulas, sums over coordinates, products of traces, and the shortest. */
    @Test
    void lossesOfEveryKindFitANarrowWindow() throws Exception {
        browser.window(360, 740, true);
        for (String name : List.of("infonce", "weighted-infonce", "barlow-twins", "normalised-infonce")) {
            go("#loss=" + name + "&modes=2&norm=penalty&x=c1&y=c2");
            assertThat(browser.value("document.documentElement.scrollWidth <= window.innerWidth")
                            .booleanValue())
                    .as(name + " is no wider than the window")
                    .isTrue();
            assertThat(browser.text("document.querySelectorAll('.katex-error').length"))
                    .isEqualTo("0");
            assertThat(browser.value("document.querySelectorAll('#formula math, #threshold math').length")
                            .intValue())
                    .isGreaterThan(1);
            assertThat(browser.value(
                                    "document.querySelectorAll('#landscape .mark').length + document.querySelectorAll('#phases .here').length")
                            .intValue())
                    .as(name + ": points and the present place")
                    .isGreaterThan(2);
            assertThat(browser.value(
                                    "Math.min(...[...document.querySelectorAll('figure svg text')].map(t => parseFloat(getComputedStyle(t).fontSize)))")
                            .doubleValue())
                    .as("letters in pictures, in pixels")
                    .isGreaterThanOrEqualTo(11);
        }
        browser.window(1200, 900, false);
    }

    @Test
    void anAddressHoldsAViewAndSaysWhatInItCannotBe() throws Exception {
        go(
                "#loss=weighted-infonce&modes=3&d1=1&p.N=31&p.alpha=2&norm=constraint&target=0.5&view=profile&first=2&x=p.N&y=a2");
        assertThat(text("complaint")).isEmpty();
        assertThat(browser.text("document.getElementById('slider-p-N-number').value"))
                .isEqualTo("31");
        assertThat(browser.text("document.getElementById('x').value + document.getElementById('view').value"))
                .isEqualTo("p.Nprofile");
        go("#loss=weighted-infonce&d1=7&p.N=1.5&p.alpha=-1&c1=x");
        assertThat(text("complaint"))
                .isEqualTo("address: d1 = 7 is none of 1, 2, 3; address: c of mode 1: give a number; "
                        + "address: N = 1.5: give a number >= 2; address: alpha = -1: give a number >= 0");
        go("#loss=nosuch");
        assertThat(text("complaint")).isEqualTo("address: no loss nosuch on this page");
        assertThat(browser.text("document.getElementById('loss').value"))
                .isEqualTo(Catalogue.names().get(0));
    }

    @Test
    void aNumberThatCannotBeIsSaidAndChangesNothing() throws Exception {
        go("#loss=infonce&modes=2&d1=2&a1=1");
        String before = text("summary");
        browser.value(
                "(n => { n.focus(); n.value = '-1'; n.dispatchEvent(new Event('input')); })(document.getElementById('slider-a1-number'))");
        browser.drawn();
        assertThat(text("complaint")).isEqualTo("a of mode 1 = -1: give a number >= 0");
        assertThat(text("summary")).isEqualTo(before);
    }

    @Test
    void aClickMovesThePresentPlace() throws Exception {
        go("#loss=infonce&modes=2&d1=2&a1=1&a2=0.6&x=decay&y=a1");
        browser.value("document.querySelector('#phases svg').scrollIntoView({block: 'center'})");
        JsonNode box = browser.value(
                "(r => [r.left, r.top, r.width, r.height])(document.querySelector('#phases svg').getBoundingClientRect())");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            browser.call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            box.get(0).doubleValue() + 0.9 * box.get(2).doubleValue(),
                            "y",
                            box.get(1).doubleValue() + 0.8 * box.get(3).doubleValue(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
        browser.drawn();
        assertThat(text("summary")).contains("collapsed: all");
        assertThat(browser.value("Number(document.getElementById('slider-decay-number').value)")
                        .doubleValue())
                .isGreaterThan(1.5);
    }
}
