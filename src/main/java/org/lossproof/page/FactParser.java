package org.lossproof.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lossproof.loss.BlockReader;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formulas;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;

/** Reads a {@code fact} block. */
final class FactParser {
    private static final List<String> LINES = List.of("real", "assume", "claim", "exists");

    private final BlockReader reader;
    private final Span start;
    private final Optional<Setting> setting;
    private final Set<String> predicates;
    private final List<String> variables = new ArrayList<>();
    private final List<Formula> assumptions = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private Optional<Formula> claim = Optional.empty();
    private boolean existential;
    private String claimed = "";

    FactParser(String text, Span start, Optional<Setting> setting, Losses losses) {
        this.reader = new BlockReader(text, start, losses);
        this.start = start;
        this.setting = setting;
        reader.explainUndeclared(name -> setting.isPresent()
                ? "it is no name of the landscape above; write 'real " + name + "' before it is used"
                : "no setting above names a landscape that it could belong to; write 'real " + name
                        + "' before it is used, or a fence '```setting' above");
        this.predicates = setting.map(SettingNames::predicates).orElse(Set.of());
    }

    Fact fact() {
        setting.ifPresent(s -> SettingNames.of(s).forEach(reader::declare));
        while (!reader.isAtEnd()) {
            line();
        }
        String text = claimed + (given.isEmpty() ? "" : " given " + String.join(" and ", given));
        return new Fact(
                variables,
                assumptions,
                claim.orElseThrow(
                        () -> new InputException(start, "a fact has one line 'claim ..' or 'exists ..', here is none")),
                existential,
                setting,
                text);
    }

    private void line() {
        Span here = reader.here();
        String word = reader.keyword(LINES);
        if (word.equals("real")) {
            do {
                variables.add(reader.declareNext("the name of a real variable"));
            } while (reader.accept(","));
            return;
        }
        Span from = reader.here();
        Formula formula = reader.formula(predicates, Set.of());
        requireAlgebraic(formula, from);
        if (word.equals("claim") && claimsMinimum(formula)) {
            throw new InputException(
                    from,
                    "'" + SettingNames.MINIMUM
                            + "' is a necessary condition, which may be assumed and not claimed; claim what it"
                            + " would follow from, such as h1 > 0");
        }
        if (word.equals("assume")) {
            assumptions.add(formula);
            given.add(reader.writtenSince(from));
            return;
        }
        if (claim.isPresent()) {
            throw new InputException(here, "a second claim; a fact has one line 'claim ..' or 'exists ..'");
        }
        claim = Optional.of(formula);
        existential = word.equals("exists");
        claimed = (existential ? "for some values " : "") + reader.writtenSince(from);
    }

    /** Whether it says of something that it is a minimum, rather than supposing it. */
    private static boolean claimsMinimum(Formula formula) {
        Formula said = formula instanceof Formula.Implies i ? i.conclusion() : formula;
        return Formulas.words(said).contains(SettingNames.MINIMUM);
    }

    private static void requireAlgebraic(Formula formula, Span from) {
        for (Expr side : Formulas.sides(formula)) {
            if (!Fact.isAlgebraic(side) || Formulas.names(side).contains("d1")) {
                throw new InputException(
                        from,
                        "a fact compares expressions that are made of variables and numbers by + - * / and powers with"
                                + " rational exponents");
            }
        }
    }
}
