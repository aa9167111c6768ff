package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.Claim;

/** The files that verify writes into proofs/ are up to date with the pages. */
class GeneratedPagesTest {
    private static final String REMEDY = "run: verify --ledger proofs/README.md";

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
        // What a claim rests on is compared where the certificates are made.
        assertThat(rows.stream().map(r -> r.replaceFirst("[^|]*\\|$", "").strip()))
                .as(REMEDY)
                .isEqualTo(expected);
    }
}
