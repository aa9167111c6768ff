package org.lossproof.expansion.symja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SymjaTest {
    private final Symja symja = new Symja();

    @Test
    void equalIsIdenticallyEqual() {
        assertThat(equal("1/(p0-1)-1/p0", "1/(p0*(p0-1))")).isTrue();
        assertThat(equal("(p0+p1)^3", "p0^3+3*p0^2*p1+3*p0*p1^2+p1^3")).isTrue();
        assertThat(equal("(p0+p1)^3", "p0^3+3*p0^2*p1+3*p0*p1^2+p1^2")).isFalse();
        assertThat(equal("Log[p0]*p1", "p1*Log[p0]")).isTrue();
        assertThat(equal("Log[p0]", "Log[p1]")).isFalse();
    }

    @Test
    void aSymbolOfOurOwnHasTheValueOfWhatItStandsFor() {
        assertThat(symja.equal(symja.symbolFor(symja.evaluate("p0+p1")), symja.evaluate("p1+p0")))
                .isTrue();
        assertThat(symja.equal(symja.symbolFor(symja.evaluate("p0+p1")), symja.evaluate("p0")))
                .isFalse();
    }

    @Test
    void aSymbolForAnIrrationalIsLeftToSymja() {
        assertThat(symja.equal(
                        symja.power(symja.symbolFor(symja.evaluate("2^(1/2)")), symja.evaluate("2")),
                        symja.evaluate("2")))
                .isTrue();
    }

    @Test
    void aHeadOutsideTheListIsRefused() {
        assertThatThrownBy(() -> symja.evaluate("1+p0*Sin[p0]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("left the head Sin");
    }

    @Test
    void valuesAreExact() {
        assertThat(value("(p0^2-1/3)/(p0-1)^2")).contains(new BigFraction(11, 3));
        assertThat(value("1/(p0-2)")).isEmpty();
        assertThat(value("Log[p0]")).isEmpty();
        assertThat(value("p0^p0")).isEmpty();
    }

    private Optional<BigFraction> value(String text) {
        return RationalValue.of(symja.evaluate(text), name -> Optional.of(new BigFraction(2)));
    }

    private boolean equal(String a, String b) {
        return symja.equal(symja.evaluate(a), symja.evaluate(b));
    }
}
