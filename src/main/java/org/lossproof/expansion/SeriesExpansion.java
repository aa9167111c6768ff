package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.moments.Invariant;

/** The route by exact graded series, from a definition to an {@link Expansion}. */
public final class SeriesExpansion {
    /** How the route is named in output. */
    public static final String ROUTE = "exact series over traces and open paths";

    private SeriesExpansion() {}

    /**
     * Expands to the given order.
     *
     * @param values exact values of some parameters; the others stay symbols
     * @throws org.lossproof.loss.InputException if the loss is not analytic at W = 0
     */
    public static Expansion expand(LossDefinition loss, int order, Map<String, BigFraction> values) {
        boolean allSet = loss.parameters().stream().allMatch(p -> values.containsKey(p.name()));
        if (allSet) {
            try {
                return expand(loss, order, new RationalField(values));
            } catch (IrrationalConstantException e) {
                // A constant such as log 71: go on where it can be a symbol.
                return expand(loss, order, functions(loss, values));
            }
        }
        return expand(loss, order, functions(loss, values));
    }

    private static RationalFunctionField functions(LossDefinition loss, Map<String, BigFraction> values) {
        List<String> symbols = new ArrayList<>(List.of("d1"));
        loss.parameters().stream()
                .map(ParameterDeclaration::name)
                .filter(p -> !values.containsKey(p))
                .forEach(symbols::add);
        return new RationalFunctionField(symbols, values);
    }

    private static <C> Expansion expand(LossDefinition loss, int order, Field<C> field) {
        Graded<C> series = new SeriesRoute<>(loss, field, order).expand();
        SortedMap<Integer, Map<Invariant, Coefficient>> terms = new TreeMap<>();
        SortedMap<Integer, Map<Invariant, Coefficient>> compact = new TreeMap<>();
        for (int k = 1; k <= order; k++) {
            Polynomial<C> inAandC = LetterBasis.inAandC(field, series.part(k));
            if (!inAandC.isZero()) {
                terms.put(k, invariants(inAandC, field, loss));
                Polynomial<C> shortest = LetterBasis.mostCompact(field, series.part(k), inAandC);
                compact.put(k, invariants(shortest, field, loss));
            }
        }
        return new Expansion(loss, order, terms, compact, List.of(ROUTE));
    }

    private static <C> Map<Invariant, Coefficient> invariants(Polynomial<C> p, Field<C> field, LossDefinition loss) {
        Map<Invariant, Coefficient> out = new TreeMap<>();
        p.forEach((m, c) -> out.put(Invariant.of(m, loss.encoders()), field.coefficient(c)));
        return out;
    }
}
