package org.lossproof.theorem;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.MatrixStatement;

/** Makes a counterexample shorter, entry by entry, as long as it stays one. */
final class Shrinking {
    private static final List<BigFraction> SHORT =
            List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.MINUS_ONE, BigFraction.TWO);

    private final MatrixStatement statement;

    Shrinking(MatrixStatement statement) {
        this.statement = statement;
    }

    Instance shrunk(Instance from) {
        Instance at = from;
        boolean shorter = true;
        while (shorter) {
            Instance next = pass(at);
            shorter = next.length() < at.length();
            at = next;
        }
        return at;
    }

    private Instance pass(Instance from) {
        Instance at = from;
        for (Map.Entry<String, RationalMatrix> e : from.matrices().entrySet()) {
            RationalMatrix m = e.getValue();
            for (int i = 0; i < m.rows(); i++) {
                for (int j = 0; j < m.columns(); j++) {
                    at = entry(at, e.getKey(), i, j);
                }
            }
        }
        return at;
    }

    private Instance entry(Instance at, String name, int row, int column) {
        RationalMatrix m = at.matrices().get(name);
        boolean symmetric = m.equals(m.transpose());
        for (BigFraction value : SHORT) {
            RationalMatrix changed = RationalMatrix.of(
                    m.rows(),
                    m.columns(),
                    (i, j) ->
                            (i == row && j == column) || (symmetric && i == column && j == row) ? value : m.get(i, j));
            Instance next = at.with(name, changed);
            if (next.length() < at.length() && CounterexampleSearch.fails(statement, next)) {
                return next;
            }
        }
        return at;
    }
}
