package org.lossproof.report.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.moments.Atom;
import org.lossproof.moments.Invariant;

/**
 * A loss as data of the page: everything that the page computes with is a coefficient of its expansion, symbolic in the parameters.
 *
 * @param name its name
 * @param title a line of prose
 * @param definition the definition, typeset
 * @param expansion L to fourth order, typeset
 * @param eigenvalue b_i, typeset
 * @param products the products of two traces at order 4, typeset, by which active modes raise the threshold of others; empty without
 * @param parameters those that the coefficients hold
 * @param b trees of alpha, gamma and g in B = alpha A0 + gamma C + g I, by A, C, G
 * @param quartic trees of the coefficients at order 4, by invariant
 * @param coordinateSums whether the quartic has sums over coordinates, so that it has a closed form with one row only
 */
record ExplorerLoss(
        String name,
        String title,
        String definition,
        String expansion,
        String eigenvalue,
        String products,
        List<SliderRange> parameters,
        Map<String, Object> b,
        Map<String, Object> quartic,
        boolean coordinateSums) {

    /** Every loss of the catalogue whose expansion is a landscape of modes. */
    static List<ExplorerLoss> ofCatalogue() {
        return Catalogue.names().stream()
                .map(Catalogue::load)
                .flatMap(d -> {
                    try {
                        return Optional.of(of(d)).stream();
                    } catch (InputException noLandscape) {
                        return Optional.<ExplorerLoss>empty().stream();
                    }
                })
                .toList();
    }

    /**
     * A loss, its expansion derived.
     *
     * @throws InputException if its expansion is no landscape of modes
     */
    static ExplorerLoss of(LossDefinition loss) {
        Expansion expansion = SeriesExpansion.expand(loss, 4, Map.of());
        if (!expansion.isEven()) {
            throw new InputException(loss.name() + " has terms of odd order, which no landscape of modes has");
        }
        Map<String, Double> examples = new HashMap<>();
        loss.parameters().forEach(p -> examples.put(p.name(), p.example().doubleValue()));
        // Refuses what is no form Tr[W B W'] and no quartic in the modes.
        new ExpansionLandscape(expansion, examples, 1);
        Map<String, Object> second = new LinkedHashMap<>();
        for (Letter letter : List.of(Letter.A, Letter.C, Letter.G)) {
            second.put(letter.name(), CoefficientTree.of(expansion.hessian(letter)));
        }
        Map<String, Object> fourth = new LinkedHashMap<>();
        expansion.ofOrder(4).forEach((invariant, c) -> fourth.put(invariant.text(), CoefficientTree.of(c)));
        return new ExplorerLoss(
                loss.name(),
                loss.title(),
                Notation.tex(loss),
                typeset(expansion),
                new OriginHessian(expansion).eigenvalueTex(),
                products(expansion),
                sliders(loss, expansion),
                second,
                fourth,
                fourth.keySet().stream().anyMatch(i -> i.startsWith("sum_i")));
    }

    private static String typeset(Expansion expansion) {
        List<String> parts = new ArrayList<>();
        expansion.compact().values().stream().filter(m -> !m.isEmpty()).forEach(m -> parts.add(Expansion.tex(m)));
        return String.join(" + ", parts).replace("+ -", "- ") + " + O(\\|W\\|^{6})";
    }

    private static String products(Expansion expansion) {
        Map<Invariant, Coefficient> out =
                new LinkedHashMap<>(expansion.compact().getOrDefault(4, Map.of()));
        out.keySet()
                .removeIf(i -> i.monomial().atoms().size() < 2
                        || !i.monomial().atoms().stream().allMatch(Atom::isTrace));
        return out.isEmpty() ? "" : Expansion.tex(out);
    }

    private static List<SliderRange> sliders(LossDefinition loss, Expansion expansion) {
        List<Coefficient> all = new ArrayList<>(expansion.ofOrder(2).values());
        all.addAll(expansion.ofOrder(4).values());
        return loss.parameters().stream()
                .filter(p -> all.stream().anyMatch(c -> c.parameters().contains(p.name())))
                .map(p -> SliderRange.of(p, Notation.parameter(p.name())))
                .toList();
    }
}
