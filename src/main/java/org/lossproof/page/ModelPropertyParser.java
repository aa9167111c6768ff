package org.lossproof.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lossproof.loss.BlockReader;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;
import org.lossproof.page.ModelProperty.Change;
import org.lossproof.page.ModelProperty.Covariances;
import org.lossproof.page.ModelProperty.Range;

/** Reads a {@code property} block. */
final class ModelPropertyParser {
    private static final List<String> LINES = List.of("covariances", "for", "set", "assume", "claim");
    private static final Set<String> INDICES = Set.of("i", "j", "k");
    /** As many modes as models have. */
    private static final int MOST_MODES = 5;

    private static final List<String> EIGENVALUES = List.of("a", "c", "s", "b");
    private static final List<String> HYPERPARAMETERS = List.of("N", "alpha", "beta", "gamma", "kappa", "c");

    private final BlockReader reader;
    private final Span start;
    private final Setting setting;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Formula> assumptions = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private Covariances covariances = Covariances.COMMUTING;
    private Range range = Range.MODEL;
    private List<String> indices = List.of();
    private Optional<Formula> claim = Optional.empty();
    private String claimed = "";

    ModelPropertyParser(String text, Span start, Optional<Setting> setting, Losses losses) {
        this.reader = new BlockReader(text, start, losses);
        reader.explainUndeclared(name -> "a property speaks of numbers at a model");
        this.start = start;
        this.setting = setting.orElseThrow(() ->
                new InputException(start, "a property speaks of a landscape; a fence '```setting' above it names one"));
    }

    ModelProperty property() {
        while (!reader.isAtEnd()) {
            Span here = reader.here();
            String word = reader.keyword(LINES);
            boolean often = word.equals("assume") || word.equals("set");
            if (!often && !seen.add(word)) {
                throw new InputException(here, "a second line '" + word + "'; a property has one");
            }
            line(word);
        }
        Formula what =
                claim.orElseThrow(() -> new InputException(start, "a property has one line 'claim ..', here is none"));
        String text =
                claimed + (given.isEmpty() ? "" : " given " + String.join(" and ", given)) + ", " + range.phrase();
        return new ModelProperty(setting, covariances, range, indices, changes, assumptions, what, text);
    }

    private void line(String word) {
        switch (word) {
            case "covariances" -> covariances = covariances();
            case "for" -> range();
            case "set" -> changes.add(change());
            case "assume" -> {
                Span from = reader.here();
                assumptions.add(formula());
                given.add(reader.writtenSince(from));
            }
            default -> {
                Span from = reader.here();
                claim = Optional.of(formula());
                claimed = reader.writtenSince(from);
            }
        }
    }

    private Covariances covariances() {
        Span here = reader.here();
        return switch (reader.name("'commuting' or 'any'")) {
            case "commuting" -> Covariances.COMMUTING;
            case "any" -> Covariances.ANY;
            default -> throw new InputException(here, "covariances are 'commuting' or 'any'");
        };
    }

    private void range() {
        Span here = reader.here();
        String word = reader.name("what the property is about");
        String singular = word.equals("modes") ? "mode" : word;
        range = Arrays.stream(Range.values())
                .filter(r -> r != Range.MODEL && r.word().equals(singular))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        here,
                        "'" + word + "' is nothing to range over; a property is for mode i, for modes i, j, for subset,"
                                + " for point, for minimum or for lowest"));
        if (range == Range.MODES) {
            List<String> names = new ArrayList<>();
            do {
                Span at = reader.here();
                String name = reader.name("an index: i, j or k");
                if (!INDICES.contains(name) || names.contains(name)) {
                    throw new InputException(at, "'" + name + "' is no index here; the indices are i, j, k, each once");
                }
                names.add(name);
            } while (reader.accept(","));
            indices = names;
        }
    }

    private Change change() {
        declareModel();
        Span here = reader.here();
        String target = reader.name("a name such as a_i, c_1, d1 or a parameter");
        reader.expect("=", "after " + target);
        Span from = reader.here();
        Expr value = reader.expression();
        ModelVocabulary.require(value, target.endsWith("_i") ? Set.of("i") : Set.of(), from);
        if (target.matches("[ac]_(i|[1-" + MOST_MODES + "])")) {
            String mode = target.substring(2);
            return new Change(
                    target.substring(0, 1),
                    mode.equals("i") ? Optional.empty() : Optional.of(Integer.parseInt(mode)),
                    true,
                    value);
        } else if (settable().contains(target)) {
            return new Change(target, Optional.empty(), false, value);
        }
        throw new InputException(
                here,
                "'" + target + "' cannot be set; what can is a_i, c_i, a_1, c_1, " + String.join(", ", settable()));
    }

    /** d1 and the parameters of the landscape that the setting names. */
    private Set<String> settable() {
        Set<String> out = new LinkedHashSet<>(Set.of("d1"));
        setting.form().parameters().forEach(p -> out.add(p.name()));
        setting.decay().ifPresent(out::add);
        if (setting.norm() == Setting.Norm.PENALTY) {
            out.add("kappa");
        }
        if (setting.norm() != Setting.Norm.FREE) {
            out.add("c");
        }
        return out;
    }

    private Formula formula() {
        declareModel();
        if (range == Range.SUBSET) {
            byMode("m");
            reader.declare("solved");
        }
        if (range.isOfPoints()) {
            byMode("m");
            byMode("lambda");
            List.of("rank", "rho", "loss", "negatives", "bias").forEach(reader::declare);
        }
        Span from = reader.here();
        Formula formula = reader.formula(Set.of(), INDICES);
        ModelVocabulary.require(formula, Set.copyOf(indices), from);
        return formula;
    }

    private void declareModel() {
        if (covariances == Covariances.COMMUTING) {
            EIGENVALUES.forEach(this::byMode);
        }
        byMode("g");
        List.of("d0", "d1", "positive").forEach(reader::declare);
        HYPERPARAMETERS.forEach(reader::declare);
        setting.form().parameters().forEach(p -> reader.declare(p.name()));
    }

    private void byMode(String letter) {
        INDICES.forEach(i -> reader.declare(letter + "_" + i));
        for (int i = 1; i <= MOST_MODES; i++) {
            reader.declare(letter + "_" + i);
        }
    }
}
