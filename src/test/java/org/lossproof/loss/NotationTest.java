package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data xh",
                "data xh with view x",
                "data xh with views x, x'",
                "data xh with view x scaled by exponential(1/2)",
                "data xh with views x, z scaled by uniform(1, 3 / 2)",
                "data xh with view x, copies 3",
                "data xh, copies 2"
            })
    void aDeclarationIsWrittenAsItWasRead(String declaration) {
        LossDefinition loss = LossParser.parse(declaration + "\ndata yh\nL = E[yh](|f(yh)|^2)", "test");
        assertThat(Notation.plain(loss.data().get(0)).replace(" ", "")).isEqualTo(declaration.replace(" ", ""));
    }
}
