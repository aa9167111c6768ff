package org.lossproof.landscape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.moments.Invariant;

/**
 * The numbers of a landscape read off an expansion: L = -Tr[W B W'] + quartic, B = alpha A0 + gamma C + g I, with every
 * parameter set.
 */
public final class ExpansionLandscape {
    private static final Set<String> SUMS = Set.of("sum_i(A_ii^2)", "sum_i(A_ii*C_ii)", "sum_i(C_ii^2)");
    private static final Set<String> TRACES = Set.of("tr(AA)", "tr(AC)", "tr(CC)", "tr(A)^2", "tr(A)tr(C)", "tr(C)^2");

    private final Expansion expansion;
    private final Map<String, Double> parameters;
    private final Map<String, Double> quartic = new HashMap<>();

    /**
     * @param expansion to order 4 at least
     * @param parameters a value for every parameter that is still a symbol in it
     * @param d1 the dimension of the representation
     * @throws InputException if the expansion has terms that no landscape of modes has
     */
    public ExpansionLandscape(Expansion expansion, Map<String, Double> parameters, int d1) {
        this.expansion = expansion;
        this.parameters = new HashMap<>(parameters);
        this.parameters.put("d1", (double) d1);
        for (Map.Entry<Invariant, Coefficient> term : expansion.ofOrder(4).entrySet()) {
            String text = term.getKey().text();
            if (!TRACES.contains(text) && !SUMS.contains(text)) {
                throw new InputException("the landscape of " + expansion.loss().name() + " has the term " + text
                        + ", which is no function of the modes; tr(..) and sum_i(..) of A and C are");
            }
            quartic.put(text, value(term.getValue()));
        }
        boolean form =
                expansion.ofOrder(2).keySet().stream().allMatch(i -> i.text().matches("tr\\([ACG]\\)"));
        if (!form) {
            throw new InputException("order 2 of " + expansion.loss().name() + " is no form Tr[W B W']");
        }
    }

    /** b_i = alpha a_i + gamma c_i + g for modes with eigenvalues a_i and c_i. */
    public List<Double> b(List<Double> a, List<Double> c) {
        double ofData = -value(expansion.hessian(Letter.A));
        double ofNoise = -value(expansion.hessian(Letter.C));
        double ofIdentity = -value(expansion.hessian(Letter.G));
        return IntStream.range(0, Math.min(a.size(), c.size()))
                .mapToObj(i -> ofData * a.get(i) + ofNoise * c.get(i) + ofIdentity)
                .toList();
    }

    /** B = alpha A0 + gamma C + g I: d0 x d0, for A0 and C: d0 x d0. */
    public RealMatrix b(RealMatrix a0, RealMatrix c) {
        Checks.sameSize("A0", a0, "C", c);
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(a0.getRowDimension());
        return a0.scalarMultiply(-value(expansion.hessian(Letter.A)))
                .add(c.scalarMultiply(-value(expansion.hessian(Letter.C))))
                .add(identity.scalarMultiply(-value(expansion.hessian(Letter.G))));
    }

    /** The fourth order. */
    public QuarticForm quartic() {
        QuarticForm.Traces traces = new QuarticForm.Traces(
                of("tr(AA)"), of("tr(AC)"), of("tr(CC)"), of("tr(A)^2"), of("tr(A)tr(C)"), of("tr(C)^2"));
        boolean coordinates = SUMS.stream().anyMatch(s -> of(s) != 0);
        if (coordinates) {
            return new QuarticForm.Coordinates(
                    traces, of("sum_i(A_ii^2)"), of("sum_i(A_ii*C_ii)"), of("sum_i(C_ii^2)"));
        }
        return traces.isUniform() ? new QuarticForm.Uniform(traces.aa(), traces.aSquared()) : traces;
    }

    private double of(String invariant) {
        return quartic.getOrDefault(invariant, 0.0);
    }

    private double value(Coefficient coefficient) {
        return coefficient.value().at(parameters);
    }
}
