package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "L_w1 ; \\frac{\\partial L}{\\partial w_{1}}",
                "L_w1_w1 ; \\frac{\\partial^2 L}{\\partial {w_{1}}^2}",
                "L_v_v ; \\frac{\\partial^2 L}{\\partial {v}^2}",
                "L_w21_v ; \\frac{\\partial^2 L}{\\partial w_{21}\\,\\partial v}",
                "L ; L",
                "L_x ; L_{x}",
                "lambda1 ; \\lambda_{1}",
                "lambda_i ; \\lambda_{i}",
                "kappa1 ; \\kappa_{1}",
                "mu ; \\mu",
                "eps ; \\varepsilon",
                "Alpha ; \\mathit{Alpha}",
                "Lambda ; \\Lambda",
                "w12 ; w_{12}",
                "d0 ; d_{0}",
                "a_i ; a_{i}",
                "a_b_2 ; a_{b,2}",
                "rank ; \\mathit{rank}",
                "rank_tau ; \\mathit{rank}_{\\tau}",
                "x' ; x'",
                "x1' ; x_{1}'",
                "_ ; \\mathit{\\_}",
                "b2x__y ; \\mathit{b2x\\_\\_y}"
            })
    void aNameIsTypesetAsOnPaper(String name, String tex) {
        assertThat(Notation.parameter(name)).isEqualTo(tex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "-1/(2*t) ; -\\frac{1}{2\\,t}",
                "1/t ; \\frac{1}{t}",
                "1/2*b/t^2 ; \\frac{b}{2\\,{t}^{2}}",
                "-3/4*b^2/t^2 ; -\\frac{3\\,{b}^{2}}{4\\,{t}^{2}}",
                "b/(2*t)/(b + t) ; \\frac{b}{2\\,t\\,\\left(b + t\\right)}",
                "(b - t)/2 ; \\tfrac{1}{2}\\,\\left(b - t\\right)",
                "-(b + t) ; -\\left(b + t\\right)",
                "-(b + t)/t ; -\\frac{b + t}{t}",
                "t - b/t ; t - \\frac{b}{t}",
                "(1/t)^2 ; {\\left(\\frac{1}{t}\\right)}^{2}",
                "L_w1^2 ; {\\left(\\frac{\\partial L}{\\partial w_{1}}\\right)}^{2}"
            })
    void aQuotientIsOneFraction(String expression, String tex) {
        LossDefinition loss =
                LossParser.parse("param b\nparam t\nparam L_w1\ndata x\nL = b*t*L_w1*E[x](|f(x)|^2)", "test");
        assertThat(Notation.tex(LossParser.parseExpression(expression, "test", loss)))
                .isEqualTo(tex);
    }

    @Test
    void aNameOfALossIsWordsWhateverItsCharacters() {
        assertThat(Notation.nameOf("a_b-c")).isEqualTo("L_{\\text{a\\_b-c}}");
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
