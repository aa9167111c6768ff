package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.Claim;

/** The files that verify writes into proofs/ are up to date with the pages. */
class GeneratedPagesTest {
    private static final String REMEDY = "run: verify --ledger proofs/README.md --smt proofs/smt";

    @Test
    void theLedgerListsEveryClaimWithItsRecordedVerdict() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("proofs/README.md"))) {
            rows = lines.filter(l -> l.startsWith("| [")).toList();
        }
        List<String> expected = Claims.all().stream()
                .map(Claim::page)
                .map(p -> String.format(
                        "| [%s](%s.md) | %s | %s | %s |",
                        p.id(), p.id(), p.place(), p.title(), p.recorded().label()))
                .toList();
        assertThat(rows).as(REMEDY).isEqualTo(expected);
    }

    @Test
    void theQuestionsToTheSolverAreOnFile() throws IOException {
        SortedMap<String, String> expected = new TreeMap<>();
        Claims.all().forEach(c -> expected.putAll(c.page().smtLib()));
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("proofs/smt"))) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(found).as(REMEDY).isEqualTo(expected);
    }
}
