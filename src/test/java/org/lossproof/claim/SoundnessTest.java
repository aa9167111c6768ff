package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lossproof.page.Verdict;

/**
 * Statements of every kind whose truth was worked out by hand, put to the tool end to end: no false one may come out Proved or
 * Corroborated, no true one Refuted. They stand in {@code src/test/resources/soundness}, each with its reason.
 */
class SoundnessTest {
    private static final List<String> FILES = List.of(
            "false-facts.md",
            "true-facts.md",
            "false-expansions.md",
            "true-expansions.md",
            "false-singular.md",
            "true-singular.md",
            "false-refusable.md");
    private static final int MIN_OF_EACH = 150;
    private static final int THREADS = 2;
    private static final int SECONDS = 60;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

    private static List<SoundnessStatement> statements() {
        return FILES.stream().flatMap(f -> SoundnessStatement.load(f).stream()).toList();
    }

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
    }

    @Test
    void thereAreManyOfBothKindsAndTheirNamesAreUnique() {
        List<SoundnessStatement> all = statements();
        assertThat(all).filteredOn(SoundnessStatement::truth).hasSizeGreaterThanOrEqualTo(MIN_OF_EACH);
        assertThat(all).filteredOn(s -> !s.truth()).hasSizeGreaterThanOrEqualTo(MIN_OF_EACH);
        assertThat(all).extracting(SoundnessStatement::name).doesNotHaveDuplicates();
        assertThat(all).extracting(SoundnessStatement::block).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> noFalseStatementIsProvedAndNoTrueOneRefuted() {
        List<DynamicTest> out = new ArrayList<>();
        for (SoundnessStatement statement : statements()) {
            Future<Verdict> verdict = POOL.submit(statement::verdict);
            out.add(DynamicTest.dynamicTest(
                    statement.file() + " " + statement.name(),
                    () -> assertThat(statement.problem(verdict, SECONDS)).isEmpty()));
        }
        return out.stream();
    }
}
