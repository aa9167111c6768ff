package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void theStateIsAFixedFunctionOfTheRunAndTheNames() {
        // The first eight bytes of SHA-256 of eight bytes of 1, computed elsewhere (sha256sum).
        assertThat(Seed.of(1).state()).isEqualTo(0xcd2662154e6d76b2L);
        assertThat(Seed.of(1).of("a").of("b").state())
                .isEqualTo(Seed.of(1).of("a").of("b").state());
    }

    @Test
    void differentNamesAreDifferentStreams() {
        Seed run = Seed.of(7);
        assertThat(Set.of(
                        run.state(),
                        run.of("ab").state(),
                        run.of("a").of("b").state(),
                        run.of("b").of("a").state(),
                        Seed.of(8).of("ab").state()))
                .hasSize(5);
        assertThat(run.of("ab").run()).isEqualTo(7);
    }
}
