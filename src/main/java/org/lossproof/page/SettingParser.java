package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lossproof.loss.BlockReader;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.Span;

/** Reads a {@code setting} block. */
final class SettingParser {
    private static final List<String> LINES = List.of(
            "landscape", "granted", "param", "premise", "modes", "rows", "decay", "penalty", "constraint", "bias");

    private final BlockReader reader;
    private final Span start;
    private final Losses losses;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<ParameterDeclaration> parameters = new ArrayList<>();
    private final List<String> granted = new ArrayList<>();
    private Optional<Setting.Form> loss = Optional.empty();
    private Optional<Expr> quartic = Optional.empty();
    private Optional<Expr> b = Optional.empty();
    private Optional<Setting.Premise> premise = Optional.empty();
    private int modes = 1;
    private int rows = 1;
    private Optional<String> decay = Optional.empty();
    private Setting.Norm norm = Setting.Norm.FREE;
    private boolean bias;
    private Span biasAt;

    SettingParser(String text, Span start, Losses losses) {
        this.reader = new BlockReader(text, start, losses);
        this.start = start;
        this.biasAt = start;
        this.losses = losses;
    }

    Setting setting() {
        for (String name : List.of("a", "c", "s")) {
            reader.declare(name);
        }
        while (!reader.isAtEnd()) {
            line();
        }
        if (loss.isPresent() == quartic.isPresent()) {
            throw new InputException(
                    start,
                    "a setting has one line 'landscape LOSS' or 'granted L = -tr(B) + ...', here are "
                            + (loss.isPresent() ? "both" : "none"));
        }
        if (bias && loss.isPresent() && !cancels(loss.get())) {
            throw new InputException(
                    biasAt, "a bias does not cancel in this loss, so it would be in the landscape as well as in rho");
        }
        Setting.Form form = loss.orElseGet(() -> new Setting.Granted(quartic.orElseThrow(), b, parameters, granted));
        try {
            return new Setting(form, premise, modes, rows, decay, norm, bias);
        } catch (IllegalArgumentException e) {
            throw new InputException(start, e.getMessage());
        }
    }

    private static boolean cancels(Setting.Form form) {
        return Exprs.isOfDifferences(((Setting.OfLoss) form).loss().expression());
    }

    private void line() {
        Span here = reader.here();
        String word = reader.keyword(LINES);
        if (!word.equals("param") && !word.equals("granted") && !seen.add(word)) {
            throw new InputException(here, "a second line '" + word + "'; a setting has one");
        }
        switch (word) {
            case "landscape" -> landscape();
            case "granted" -> granted();
            case "param" -> parameters.add(reader.parameter());
            case "premise" -> premise = Optional.of(premise());
            case "modes" -> modes = reader.count("a number of modes");
            case "rows" -> rows = reader.count("a number of rows");
            case "decay" -> decay = Optional.of(known("gamma"));
            case "penalty" -> {
                known("kappa");
                reader.expect(",", "in 'penalty kappa, c'");
                known("c");
                norm(here, Setting.Norm.PENALTY);
            }
            case "constraint" -> {
                known("c");
                norm(here, Setting.Norm.CONSTRAINT);
            }
            default -> {
                bias = true;
                biasAt = here;
            }
        }
    }

    /** The name that stands here in every setting: properties draw a value for it. */
    private String known(String name) {
        Span here = reader.here();
        String found = reader.name("'" + name + "'");
        if (!found.equals(name)) {
            throw new InputException(here, "found '" + found + "' where '" + name + "' is needed");
        }
        return name;
    }

    private void norm(Span here, Setting.Norm wanted) {
        if (norm != Setting.Norm.FREE) {
            throw new InputException(here, "a setting has a penalty or a constraint, not both");
        }
        norm = wanted;
    }

    private void landscape() {
        Span here = reader.here();
        loss = Optional.of(new Setting.OfLoss(losses.load(reader.hyphenated("the name of a loss"), here)));
        reader.declare(((Setting.OfLoss) loss.get()).loss());
    }

    private void granted() {
        Span here = reader.here();
        if (reader.accept("L")) {
            reader.expect("=", "in 'granted L = -tr(B) + ...'");
            for (String word : List.of("-", "tr", "(", "B", ")", "+")) {
                reader.expect(word, "in 'granted L = -tr(B) + ...'");
            }
            Span form = reader.here();
            Expr e = reader.expression();
            if (!isQuartic(e)) {
                throw new InputException(
                        form,
                        "a granted form goes on with products of traces of order 4, such as tr(SS) or tr(A)*tr(C)");
            }
            once(here, quartic.isPresent(), "L");
            quartic = Optional.of(e);
        } else {
            reader.expect("B", "(or 'L') after 'granted'");
            reader.expect("=", "in 'granted B = ...'");
            once(here, b.isPresent(), "B");
            b = Optional.of(deterministic());
        }
        granted.add(reader.writtenSince(here));
    }

    private static void once(Span here, boolean again, String what) {
        if (again) {
            throw new InputException(here, "a second 'granted " + what + " = ...'; a setting has one");
        }
    }

    private Expr deterministic() {
        Span here = reader.here();
        Expr e = reader.expression();
        if (!Fact.isAlgebraic(e) || Exprs.parametersOf(e).contains("d1")) {
            throw new InputException(
                    here,
                    "the eigenvalue of B in a mode is made of a, c, s, parameters and numbers by + - * / and powers with"
                            + " rational exponents");
        }
        return e;
    }

    private Setting.Premise premise() {
        String claim = reader.hyphenated("the id of a claim");
        reader.expect(":", "after the id of the claim");
        Span here = reader.here();
        reader.expect("b", "in 'premise ID: b = ...'");
        reader.expect("=", "in 'premise ID: b = ...'");
        Expr e = deterministic();
        return new Setting.Premise(claim, e, reader.writtenSince(here));
    }

    private static boolean isQuartic(Expr e) {
        if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().allMatch(SettingParser::isQuartic);
        }
        return order(e) == 4;
    }

    /** The order in W of a product of traces; -1 if it is something else. */
    private static int order(Expr e) {
        if (e instanceof Expr.Trace trace) {
            return trace.word().contains(Expr.Letter.G) ? -1 : 2 * trace.word().size();
        } else if (e instanceof Expr.Power power && power.exponent().equals(Exprs.number(2))) {
            return 2 * order(power.base());
        } else if (e instanceof Expr.Product product) {
            int sum = 0;
            for (Expr factor : product.factors()) {
                int order = order(factor);
                if (order < 0) {
                    return -1;
                }
                sum += order;
            }
            return sum;
        }
        return Exprs.isDeterministic(e) ? 0 : -1;
    }
}
