package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotationTest {
    static List<String> names() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenBackReadsAsTheSame(String name) {
        LossDefinition loss = Catalogue.load(name);
        Expr again = LossParser.parseExpression(Notation.plain(loss.expression()), "again", loss);
        assertThat(Spans.strip(again)).isEqualTo(Spans.strip(loss.expression()));
    }
}
