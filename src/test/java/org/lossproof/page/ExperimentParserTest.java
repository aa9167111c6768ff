package org.lossproof.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;
import org.lossproof.page.Experiment.Aggregate;
import org.lossproof.page.Experiment.Measure;

/** What an experiment says is what is read of it, and whatever is wrong in it is said in one line with its place. */
class ExperimentParserTest {
    private static final String GOOD = """
            train weighted-infonce
            modes 3
            rows 2
            over alpha = 1/10, 1
            sweep sigma = 1, 2, 4
            set a = 1, 1/2, 1/4
            set c = sigma^2/i
            set N = 16
            set init = 1/2
            noise fixed
            optimizer sgd
            rate 1/100
            steps 50
            normalize mean 2
            full modes 4
            full set a = 1/i
            full sweep sigma = 1, 8
            full noise expected
            seeds 10
            exceptions 1
            ridge 1/1000
            measure p = exponent of smallest from 2
            measure q = error at 4
            claim p < 0 and q >= 1/2
            """;

    private static Experiment read(String text) {
        return new ExperimentParser(text, new Span("e.md", 1, 1), Losses.CATALOGUE).experiment();
    }

    @Test
    void everyLineHasItsMeaning() {
        Experiment e = read(GOOD);
        assertThat(e.loss().name()).isEqualTo("weighted-infonce");
        assertThat(List.of(e.seeds(), e.exceptions())).containsExactly(10, 1);
        assertThat(e.ridge()).contains(new Experiment.Ridge(new BigFraction(1, 1000)));
        Experiment.Design quick = e.quick();
        assertThat(List.of(quick.modes(), quick.rows())).containsExactly(3, 2);
        assertThat(quick.recipe().noise()).isEqualTo(Experiment.Noise.FIXED);
        assertThat(quick.recipe().optimizer()).isEqualTo(Experiment.Optimizer.SGD);
        assertThat(quick.recipe().norm()).isEqualTo(Experiment.Norm.MEAN);
        assertThat(quick.recipe().level()).isEqualTo(new BigFraction(2));
        assertThat(e.trainings(false)).isEqualTo(10 * 2 * 3);
        assertThat(e.measures())
                .extracting(Measure::name, Measure::how)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("p", Aggregate.EXPONENT),
                        org.assertj.core.groups.Tuple.tuple("q", Aggregate.AT));
        assertThat(e.measures().get(0).counts(BigFraction.ONE)).isFalse();
        assertThat(e.measures().get(0).counts(BigFraction.TWO)).isTrue();
        assertThat(e.measures().get(1).counts(BigFraction.TWO)).isFalse();
        assertThat(e.text()).startsWith("p < 0 and q >= 1/2 where p = exponent of smallest from 2, q = error at 4");
        assertThat(e.tex()).isEqualTo("\\text{trained models: }\\;p < 0,\\allowbreak\\; q \\ge \\tfrac{1}{2}");
        assertThat(e.measuresTex())
                .containsExactly(
                        "p = \\text{exponent of } \\mathit{smallest} \\text{ in } 2 \\le \\sigma",
                        "q = \\left.\\mathit{error}\\right\\rvert_{\\sigma = 4}");
    }

    @Test
    void aPointOfTheRangeHasNumbers() {
        Experiment.Design quick = read(GOOD).quick();
        assertThat(quick.places()).hasSize(2);
        Map<String, BigFraction> place = quick.places().get(0);
        assertThat(place).containsExactly(Map.entry("alpha", new BigFraction(1, 10)));
        Experiment.Point last = quick.points(place).get(2);
        assertThat(last.a()).containsExactly(BigFraction.ONE, new BigFraction(1, 2), new BigFraction(1, 4));
        assertThat(last.c()).containsExactly(new BigFraction(16), new BigFraction(8), new BigFraction(16, 3));
        assertThat(last.numbers())
                .containsEntry("N", new BigFraction(16))
                .containsEntry("alpha", new BigFraction(1, 10))
                .containsEntry("init", BigFraction.ONE_HALF);
    }

    @Test
    void whatIsSaidInFullReplacesTheRestStays() {
        Experiment e = read(GOOD);
        assertThat(e.full().modes()).isEqualTo(4);
        assertThat(e.full().rows()).isEqualTo(2);
        assertThat(e.full().recipe().noise()).isEqualTo(Experiment.Noise.EXPECTED);
        assertThat(e.full().points(e.full().places().get(1)).get(1).a()).hasSize(4);
        assertThat(e.trainings(true)).isEqualTo(10 * 2 * 2);
        assertThat(e.full().range())
                .contains("d0 = 4, d1 = 2", "a = i^(-1)", "sigma = 1, 8", "trained on the population");
        assertThat(e.quick().range())
                .contains("d0 = 3, d1 = 2", "fixed noise", "normalised in the mean to 2", "sigma = 1, 2, 4");
    }

    @Test
    void withoutASweepAMeasureIsAnExpression() {
        String text = GOOD.replace("sweep sigma", "over sigma");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("e.md:22:13: nothing is swept");
    }

    /** A line of the good block, what takes its place, where the error is and what it says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "train weighted-infonce | train weighted-infonc | 1:7 | no loss 'weighted-infonc'; did you mean",
                "train weighted-infonce | modes 3 | 1:1 | opens with the line 'train LOSS'",
                "modes 3 | modes 0 | 2:7 | 1 or more",
                "modes 3 | modes 65 | 2:7 | at most 64",
                "modes 3 | \"\" | 1:1 | 'modes 4'",
                "rows 2 | modes 3 | 3:1 | a second line 'modes'",
                "over alpha = 1/10, 1 | over alpha = 1/10, x | 4:20 | 'x' is not declared",
                "over alpha = 1/10, 1 | over lambda_1 = 1 | 4:6 | a meaning of its own",
                "over alpha = 1/10, 1 | over c = 1 | 4:6 | a meaning of its own",
                "over alpha = 1/10, 1 | over N = 2, 4 | 8:5 | 'N' has its value already",
                "over alpha = 1/10, 1 | \"\" | 1:1 | gives alpha no value",
                "over alpha = 1/10, 1 | over alpha = -1 | 1:1 | has alpha = -1",
                "sweep sigma = 1, 2, 4 | sweep sigma = 2^(1/2) | 5:15 | a rational number",
                "set a = 1, 1/2, 1/4 | set a = 1, 1/2 | 1:1 | 2 values for 3 modes",
                "set a = 1, 1/2, 1/4 | set a = -1 | 1:1 | negative eigenvalue",
                "set a = 1, 1/2, 1/4 | set a = 1/(i - 1) | 1:1 | undefined",
                "set c = sigma^2/i | set c = smallest | 7:9 | 'smallest' is not declared",
                "set c = sigma^2/i | \"\" | 1:1 | does not say c",
                "set N = 16 | set M = 16 | 8:5 | 'M' cannot be set",
                "set N = 16 | set N = 1 | 1:1 | from 2 to 4096",
                "set N = 16 | set N = 33/2 | 1:1 | has N = 33/2",
                "set N = 16 | set N = 16, 32 | 8:5 | write 'over N = ..'",
                "set N = 16 | set N = i | 8:9 | none of them",
                "set N = 16 | \"\" | 1:1 | no number of data",
                "set init = 1/2 | set init = 0 | 1:1 | a init of 0",
                "noise fixed | noise new | 10:7 | known: fresh, fixed, expected",
                "noise fixed | nois fixed | 10:1 | did you mean 'noise'?",
                "optimizer sgd | optimizer flow | \"\" | \"\"",
                "steps 50 | steps 1000000 | 1:1 | takes 1000000 steps",
                "steps 50 | \"\" | 1:1 | does not say steps",
                "rate 1/100 | rate -1 | 1:1 | give a positive number",
                "normalize mean 2 | normalize mean 0 | 14:16 | is positive",
                "normalize mean 2 | hidden tanh | 15:1 | a hidden layer",
                "full modes 4 | full seeds 4 | 15:6 | a line of this block is needed",
                "full modes 4 | full over beta = 1 | 15:11 | takes no values in the lines before",
                "full modes 4 | full set alpha = 1 | 15:10 | write 'full over alpha = ..'",
                "full sweep sigma = 1, 8 | full over sigma = 1, 8 | 17:11 | takes no values in the lines before",
                "full sweep sigma = 1, 8 | full sweep alpha = 1 | 17:12 | takes no values in the lines before",
                "full set a = 1/i | \"\" | 1:1 | the experiment in full a has 3 values for 4 modes",
                "exceptions 1 | exceptions 5 | 1:1 | fewer than half",
                "ridge 1/1000 | \"\" | 23:13 | write 'ridge 1/1000' above",
                "measure p = exponent of smallest from 2 | measure p = smallest | 22:13 | a measure of a sweep is one number",
                "measure p = exponent of smallest from 2 | measure p = lambda_i at 2 | 22:13 | the index of lambda_i is free",
                "measure p = exponent of smallest from 2 | measure loss = least of smallest | 22:9 | has a meaning already",
                "measure p = exponent of smallest from 2 | measure p = exponent smallest | 22:22 | 'of' is needed",
                "measure q = error at 4 | measure q = p at 4 | 23:13 | 'p' is not declared",
                "measure q = error at 4 | measure p = error at 4 | 23:9 | has a meaning already",
                "claim p < 0 and q >= 1/2 | claim p < smallest | 24:7 | 'smallest' is none of them",
                "claim p < 0 and q >= 1/2 | claim p < 0 claim q > 0 | 24:13 | a second line 'claim'",
                "claim p < 0 and q >= 1/2 | \"\" | 1:1 | has one line 'claim ..'",
            })
    void whatIsWrongIsSaidWithItsPlace(String line, String instead, String place, String message) {
        assertThat(GOOD).contains(line + "\n");
        String text = GOOD.replace(line + "\n", instead == null ? "\n" : instead + "\n");
        if (place == null || place.isEmpty()) {
            assertThat(read(text)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("e.md:" + place + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
