package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.claim.Claim;
import org.lossproof.loss.InputException;

/** One stem reaches everything: the claim, its page, its class and its properties. */
class ClaimsTest {
    private static final Map<String, String> WORDS = Map.of("eq", "Equation", "prop", "Proposition", "thm", "Theorem");

    static List<Claim> claims() {
        return Claims.all();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void stemsAgree(Claim claim) {
        String stem = stem(claim.id());
        assertThat(claim.getClass().getSimpleName()).isEqualTo(stem);
        assertThatCode(() -> Class.forName("org.lossproof.paper." + stem + "Properties"))
                .doesNotThrowAnyException();
        assertThat(claim.page().markdown())
                .contains("(../src/main/java/org/lossproof/paper/" + stem + ".java)")
                .contains("(../src/test/java/org/lossproof/paper/" + stem + "Properties.java)");
    }

    @Test
    void everyPageBelongsToAClaim() throws IOException {
        List<String> ids = claims().stream().map(Claim::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        try (Stream<Path> pages = Files.list(Path.of("proofs"))) {
            assertThat(pages.map(p -> p.getFileName().toString())
                            .filter(n -> n.matches("(eq|prop|thm|table|proof)-.*\\.md"))
                            .map(n -> n.replace(".md", "")))
                    .isSubsetOf(ids);
        }
    }

    @Test
    void aNameChoosesItsClaimOrAllThatBeginWithIt() {
        assertThat(Claims.named(List.of("eq-15"))).extracting(Claim::id).containsExactly("eq-15");
        assertThat(Claims.named(List.of("table-1")))
                .hasSizeGreaterThan(3)
                .allSatisfy(c -> assertThat(c.id()).startsWith("table-1-"));
        assertThat(Claims.named(List.of())).hasSameSizeAs(claims());
    }

    @Test
    void anUnknownNameIsAnError() {
        assertThatThrownBy(() -> Claims.named(List.of("eq-99")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("eq-99");
    }

    /** {@code prop-2} is Proposition2, {@code eq-02} Equation2, {@code odd-orders} OddOrders. */
    private static String stem(String id) {
        return Stream.of(id.split("-", -1))
                .map(w -> w.replaceFirst("^0+(?=\\d)", ""))
                .map(w -> WORDS.getOrDefault(w, w.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + w.substring(1)))
                .collect(Collectors.joining());
    }
}
