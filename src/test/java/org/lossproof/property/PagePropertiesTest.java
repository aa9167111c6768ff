package org.lossproof.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.montecarlo.Seed;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Verdict;

/**
 * Every {@code property} block of every paper under {@code proofs/} (or {@code -Dlossproof.papers=DIR}) as a jqwik property of
 * its own, at a thousand models drawn from a seed that its paper, claim and label decide.
 */
class PagePropertiesTest {
    private static final Path PAPERS = Path.of(System.getProperty("lossproof.papers", "proofs"));
    private static final Seed SEED = Seed.of(Long.parseLong(System.getProperty("lossproof.seed", "20230501")));
    private static final Launcher LAUNCHER = LauncherFactory.create();

    @TestFactory
    Stream<DynamicContainer> everyBlockIsAsRecorded() throws IOException {
        List<Path> directories;
        try (Stream<Path> all = Files.list(PAPERS)) {
            directories = all.filter(d -> Files.exists(d.resolve("paper.md")))
                    .sorted()
                    .toList();
        }
        assertThat(directories).as("papers in " + PAPERS.toAbsolutePath()).isNotEmpty();
        List<Paper> papers = directories.stream().map(Paper::read).toList();
        assertThat(papers.stream().flatMap(p -> p.pages().stream()))
                .as("pages with a property block")
                .anyMatch(page -> properties(page).findAny().isPresent());
        return papers.stream().map(PagePropertiesTest::tests);
    }

    private static DynamicContainer tests(Paper paper) {
        return DynamicContainer.dynamicContainer(
                paper.name(), paper.pages().stream().flatMap(page -> tests(paper, page)));
    }

    private static Stream<DynamicTest> tests(Paper paper, Page page) {
        return properties(page)
                .map(block -> DynamicTest.dynamicTest(
                        page.id() + ", " + page.name(block), place(page, block), () -> check(paper, page, block)));
    }

    private static Stream<Page.Block> properties(Page page) {
        return page.blocks().stream().filter(b -> b.statement() instanceof ModelProperty);
    }

    private static URI place(Page page, Page.Block block) {
        URI file = Path.of(page.file()).toAbsolutePath().toUri();
        return URI.create(file + "?line=" + block.span().line());
    }

    private static void check(Paper paper, Page page, Page.Block block) throws Throwable {
        ModelProperty property = (ModelProperty) block.statement();
        boolean holds = block.role() == Page.Role.PRINTED ? isPrintedTruth(page, property) : block.holds();
        long seed = SEED.of(paper.name()).of(page.id()).of(page.name(block)).state();
        PageProperty.use(new PageProperty.Run(property, holds, seed));
        run();
    }

    /** Whether a printed block holds by the verdict on record; where some block of the page fails, at the models of verify. */
    private static boolean isPrintedTruth(Page page, ModelProperty property) {
        boolean someFail = page.recorded()
                .map(v -> v == Verdict.REFUTED || v == Verdict.INCONCLUSIVE)
                .orElse(true);
        return !someFail
                || PropertyTrials.models()
                        .noneMatch(draw -> PropertyEvaluation.trusting(property, draw)
                                .outcome()
                                .fails());
    }

    private static void run() throws Throwable {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(PageProperty.class, "holds", ModelDraw.class))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.database", "target/jqwik-database")
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LAUNCHER.execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        for (TestExecutionSummary.Failure failure : summary.getFailures()) {
            throw failure.getException();
        }
        assertThat(summary.getTestsSucceededCount()).isOne();
    }
}
