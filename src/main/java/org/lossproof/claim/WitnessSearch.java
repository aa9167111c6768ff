package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.page.Statement;

/** Looks for the smallest point at which a statement fails: one dimension and small numbers first. */
final class WitnessSearch {
    private static final List<BigFraction> SMALL =
            List.of(BigFraction.ONE, BigFraction.ZERO, BigFraction.TWO, new BigFraction(1, 2), new BigFraction(3));

    private final Statement statement;

    WitnessSearch(Statement statement) {
        this.statement = statement;
    }

    /** The first difference at an order; empty if none of the small points shows one. */
    Optional<Witness> at(int order) {
        for (RationalModel model : models(statement.equation().left().encoders().size())) {
            for (Map<String, BigFraction> parameters : parameters()) {
                Optional<Witness> found = compare(order, model, parameters);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Witness> compare(int order, RationalModel model, Map<String, BigFraction> parameters) {
        try {
            BigFraction left =
                    RationalEvaluation.coefficient(statement.equation().left(), parameters, model, order);
            BigFraction right =
                    RationalEvaluation.coefficient(statement.equation().right(), parameters, model, order);
            return left.equals(right)
                    ? Optional.empty()
                    : Optional.of(Witness.of(text(model, parameters), order, left, right));
        } catch (IrrationalConstantException e) {
            return Optional.empty();
        }
    }

    private static String text(RationalModel model, Map<String, BigFraction> parameters) {
        String values = parameters.entrySet().stream()
                .map(e -> ", " + e.getKey() + " = " + e.getValue().toString().replace(" ", ""))
                .collect(Collectors.joining());
        String matrices = "A0 = " + text(model.covariance(org.lossproof.loss.Expr.Letter.A)) + ", C = "
                + text(model.covariance(org.lossproof.loss.Expr.Letter.C));
        int d = model.d1();
        return "d0 = d1 = " + d + ", W = " + (d == 1 ? "1" : "I") + ", " + matrices + values;
    }

    private static String text(FieldMatrix<BigFraction> m) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < m.getRowDimension(); i++) {
            for (int j = 0; j < m.getColumnDimension(); j++) {
                boolean zeroOffDiagonal = i != j && m.getEntry(i, j).signum() == 0;
                if (i == j || !zeroOffDiagonal) {
                    entries.add(m.getEntry(i, j).toString().replace(" ", ""));
                }
            }
        }
        return m.getRowDimension() == 1 ? entries.get(0) : "diag(" + String.join(", ", entries) + ")";
    }

    private static List<RationalModel> models(int encoders) {
        List<RationalModel> out = new ArrayList<>();
        if (encoders > 1) {
            return List.of(RationalModel.random(1, encoders, 1));
        }
        for (int[] ac : new int[][] {{1, 0}, {0, 1}, {1, 1}, {2, 1}}) {
            out.add(RationalModel.scalar(new BigFraction(ac[0]), new BigFraction(ac[1])));
        }
        for (int[] ac : new int[][] {{1, 1, 0, 0}, {1, 0, 0, 1}, {2, 1, 1, 3}}) {
            out.add(RationalModel.of(diagonal(ac[0], ac[1]), diagonal(ac[2], ac[3]), diagonal(1, 1)));
        }
        return out;
    }

    private static FieldMatrix<BigFraction> diagonal(int first, int second) {
        FieldMatrix<BigFraction> out = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), 2, 2);
        out.setEntry(0, 0, new BigFraction(first));
        out.setEntry(1, 1, new BigFraction(second));
        return out;
    }

    /** Small admissible values of every parameter, in all combinations. */
    private List<Map<String, BigFraction>> parameters() {
        LossDefinition loss = statement.equation().left();
        List<Map<String, BigFraction>> out = List.of(Map.of());
        for (ParameterDeclaration p : loss.parameters()) {
            List<BigFraction> candidates = statement.where().containsKey(p.name())
                    ? List.of(statement.where().get(p.name()))
                    : candidates(p);
            List<Map<String, BigFraction>> longer = new ArrayList<>();
            for (Map<String, BigFraction> shorter : out) {
                for (BigFraction value : candidates) {
                    Map<String, BigFraction> one = new LinkedHashMap<>(shorter);
                    one.put(p.name(), value);
                    longer.add(one);
                }
            }
            out = longer;
        }
        return out;
    }

    private static List<BigFraction> candidates(ParameterDeclaration p) {
        List<BigFraction> out =
                new ArrayList<>(SMALL.stream().filter(p::admits).limit(3).toList());
        if (out.isEmpty()) {
            out.add(p.example());
        }
        return out;
    }
}
