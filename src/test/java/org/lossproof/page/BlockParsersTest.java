package org.lossproof.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterDeclaration;

/** What settings, facts and properties say is what is read of them; mistakes in them are in BadPagesTest. */
class BlockParsersTest {
    private static final String FACT = "```fact printed\nreal x\nclaim x^2 >= 0\n```\n";

    private static Page page(String blocks) {
        return Page.parse("p", "# p: P\n\n- Place: here\n- Printed: as below\n\n" + blocks, "p.md", Losses.CATALOGUE);
    }

    private static Setting setting(String lines) {
        return page("```setting\n" + lines + "\n```\n\n" + FACT).pieces().stream()
                .filter(Page.SettingText.class::isInstance)
                .map(p -> ((Page.SettingText) p).setting())
                .findFirst()
                .orElseThrow();
    }

    private static Fact fact(String setting, String lines) {
        return (Fact) page("```setting\n" + setting + "\n```\n\n```fact printed\n" + lines + "\n```\n")
                .blocks()
                .get(0)
                .statement();
    }

    private static ModelProperty property(String lines) {
        String blocks = "```setting\ngranted L = -tr(B) + tr(SS)\npenalty kappa, c\n```\n\n```property printed\n"
                + lines + "\n```\n";
        return (ModelProperty) page(blocks).blocks().get(0).statement();
    }

    @Test
    void aSettingHasItsParts() {
        Setting s = setting(
                "landscape weighted-infonce # of the catalogue\nmodes 2\nrows 3\ndecay gamma\npenalty kappa, c\n"
                        + "bias\npremise eq-08: b = a - (1 - alpha)/N*c");
        assertThat(((Setting.OfLoss) s.form()).loss().name()).isEqualTo("weighted-infonce");
        assertThat(List.of(s.modes(), s.rows())).containsExactly(2, 3);
        assertThat(s.decay()).contains("gamma");
        assertThat(s.norm()).isEqualTo(Setting.Norm.PENALTY);
        assertThat(s.entries()).containsExactly("w11", "w12", "w21", "w22", "w31", "w32");
        assertThat(s.biasEntries()).containsExactly("v1", "v2", "v3");
        assertThat(s.granted()).isEmpty();
        assertThat(s.isOfAnyB()).isFalse();
        assertThat(s.premise().orElseThrow().claim()).isEqualTo("eq-08");
        assertThat(s.premise().orElseThrow().text()).isEqualTo("b = a - (1 - alpha)/N*c");
    }

    @Test
    void whatIsLeftOutIsOneModeAndNothingAdded() {
        Setting s = setting("landscape infonce");
        assertThat(s)
                .isEqualTo(new Setting(s.form(), Optional.empty(), 1, 1, Optional.empty(), Setting.Norm.FREE, false));
        assertThat(s.entries()).containsExactly("w1");
        assertThat(setting("landscape infonce\nbias").biasEntries()).containsExactly("v");
    }

    @Test
    void aGrantedFormIsSaidAsItIsWritten() {
        Setting s = setting("param beta >= 0\ngranted L = -tr(B) + tr(AA) - 1/2*tr(A)*tr(C) + beta*tr(S)^2\n"
                + "granted B = a - beta*c\nconstraint c");
        Setting.Granted form = (Setting.Granted) s.form();
        assertThat(s.granted())
                .containsExactly("L = -tr(B) + tr(AA) - 1/2*tr(A)*tr(C) + beta*tr(S)^2", "B = a - beta*c");
        assertThat(Notation.plain(form.b().orElseThrow())).isEqualTo("a - beta * c");
        assertThat(form.parameters()).extracting(ParameterDeclaration::name).containsExactly("beta");
        assertThat(s.norm()).isEqualTo(Setting.Norm.CONSTRAINT);
        assertThat(setting("granted L = -tr(B) + tr(SS)").isOfAnyB()).isTrue();
    }

    @Test
    void aSettingIsThatOfTheBlocksBelowIt() {
        Page page = page(FACT + "\n```setting\nlandscape infonce\n```\n\n" + FACT
                + "\n```setting\ngranted L = -tr(B) + tr(SS)\n```\n\n" + FACT);
        assertThat(page.blocks()).hasSize(3);
        assertThat(page.blocks().get(0).setting()).isEmpty();
        assertThat(page.blocks().get(1).setting().orElseThrow().form()).isInstanceOf(Setting.OfLoss.class);
        assertThat(page.blocks().get(2).setting().orElseThrow().granted()).isNotEmpty();
        assertThat(page.allGranted()).containsExactly("L = -tr(B) + tr(SS)");
    }

    @Test
    void whatIsGrantedIsNamedOnceWithAllThatGoesWithIt() {
        String form = "\n```setting\ngranted L = -tr(B) + tr(SS)\n%s```\n\n" + FACT;
        Page page = page(String.format(form, "")
                + String.format(form, "granted B = a - c\n")
                + String.format(form, "modes 2\n")
                + "\n```setting\ngranted L = -tr(B) + tr(AA)\n```\n\n" + FACT);
        assertThat(page.allGranted()).containsExactly("L = -tr(B) + tr(SS); B = a - c", "L = -tr(B) + tr(AA)");
    }

    @Test
    void whatAPageBuildsOnIsWhatItSaysAndWhatItsPremisesTake() {
        Page page = Page.parse(
                "p",
                "# p: P\n\n- Place: here\n- Printed: as\n  below\n- Granted: all\n- Uses: prop-1, eq-03\n\n"
                        + "```setting\nlandscape infonce\npremise eq-08: b = a\n```\n\n" + FACT,
                "p.md",
                Losses.CATALOGUE);
        assertThat(page.printed()).isEqualTo("as below");
        assertThat(page.uses()).containsExactly("prop-1", "eq-03");
        assertThat(page.allUses()).containsExactlyInAnyOrder("prop-1", "eq-03", "eq-08");
        assertThat(page.allGranted()).containsExactly("all");
        assertThat(page.recorded()).isEmpty();
    }

    @Test
    void aFactKnowsTheNamesOfItsSetting() {
        Fact fact = fact(
                "landscape infonce\nmodes 2\npenalty kappa, c",
                "real x, y\nassume minimum and a1 > 0 # hypotheses\nassume x > 0\n"
                        + "claim L_w1_w2 + M12 + h1 + kappa*c + rho + s2 + lambda1 >= x*y => stationary");
        assertThat(fact.variables()).containsExactly("x", "y");
        assertThat(fact.assumptions()).hasSize(2);
        assertThat(fact.existential()).isFalse();
        assertThat(fact.claim()).isInstanceOf(Formula.Implies.class);
        assertThat(fact.text())
                .isEqualTo("L_w1_w2 + M12 + h1 + kappa*c + rho + s2 + lambda1 >= x*y => stationary given minimum and a1"
                        + " > 0 and x > 0");
    }

    @Test
    void anExistentialFactSaysSo() {
        Fact fact = fact("landscape infonce", "assume a1 > 0\nexists w1 > 0");
        assertThat(fact.existential()).isTrue();
        assertThat(fact.text()).isEqualTo("for some values w1 > 0 given a1 > 0");
        assertThat(fact.tex()).contains("for some values");
        assertThat(fact.denied().existential()).isFalse();
        assertThat(fact.denied().assumptions()).hasSize(2);
    }

    @Test
    void connectivesBindInTheirOrder() {
        Formula f = fact("landscape infonce", "claim a1 > 1 and a1 > 2 or a1 > 3 => a1 > 4 <=> a1 > 5")
                .claim();
        Formula.Equivalent all = (Formula.Equivalent) f;
        Formula.Implies left = (Formula.Implies) all.left();
        Formula.Or premise = (Formula.Or) left.premise();
        assertThat(premise.parts().get(0)).isInstanceOf(Formula.And.class);
        assertThat(all.right()).isInstanceOf(Formula.Comparison.class);
        Formula.And bracketed = (Formula.And) fact("landscape infonce", "claim a1 > 1 and (a1 > 2 or (a1 + 1)*2 > 3)")
                .claim();
        assertThat(bracketed.parts().get(1)).isInstanceOf(Formula.Or.class);
    }

    @Test
    void aPropertyHasItsParts() {
        ModelProperty p = property("for modes i, j\nset c_i = a_i/1000\nset d1 = d0\nset a_2 = 0\nset c = 1\n"
                + "assume b_i > b_j\nassume alpha == 0\nclaim g_i >= g_j or sum[k](a_k) > s_1");
        assertThat(p.range()).isEqualTo(ModelProperty.Range.MODES);
        assertThat(p.indices()).containsExactly("i", "j");
        assertThat(p.covariances()).isEqualTo(ModelProperty.Covariances.COMMUTING);
        assertThat(p.changes()).extracting(ModelProperty.Change::name).containsExactly("c", "d1", "a", "c");
        assertThat(p.changes()).extracting(ModelProperty.Change::ofModes).containsExactly(true, false, true, false);
        assertThat(p.changes())
                .extracting(ModelProperty.Change::mode)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(2), Optional.empty());
        assertThat(p.assumptions()).hasSize(2);
        assertThat(p.text())
                .isEqualTo("g_i >= g_j or sum[k](a_k) > s_1 given b_i > b_j and alpha == 0, for every choice of modes");
    }

    @Test
    void aPropertyRangesOverWhatItNames() {
        assertThat(property("claim d0 >= 1").range()).isEqualTo(ModelProperty.Range.MODEL);
        assertThat(property("for subset\nclaim solved == 1 or any[i](m_i == 1)").range())
                .isEqualTo(ModelProperty.Range.SUBSET);
        for (ModelProperty.Range range :
                List.of(ModelProperty.Range.POINT, ModelProperty.Range.MINIMUM, ModelProperty.Range.LOWEST)) {
            ModelProperty p = property("for " + range.word()
                    + "\nclaim rank + rho + loss + negatives + bias >= 0 and all[i](lambda_i >= 0)");
            assertThat(p.range()).isEqualTo(range);
        }
        assertThat(property("covariances any\nfor minimum\nclaim rank <= positive")
                        .covariances())
                .isEqualTo(ModelProperty.Covariances.ANY);
    }
}
