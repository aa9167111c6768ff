package org.lossproof.theorem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;

/**
 * Matrices of given sizes with rational entries; printed as an {@code example} line has them.
 *
 * @param sizes what every size is
 * @param matrices by name
 */
public record Instance(Map<String, Integer> sizes, Map<String, RationalMatrix> matrices) {
    public Instance {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
    }

    int size(String size) {
        if (size.equals(Letter.UNIT)) {
            return 1;
        }
        Integer value = sizes.get(size);
        if (value == null) {
            throw new IllegalArgumentException("no size '" + size + "'");
        }
        return value;
    }

    Instance with(String name, RationalMatrix matrix) {
        Map<String, RationalMatrix> all = new LinkedHashMap<>(matrices);
        all.put(name, matrix);
        return new Instance(sizes, all);
    }

    /** How much there is to read: the digits of all entries. */
    int length() {
        return matrices.values().stream()
                .flatMap(m -> m.entries().stream())
                .flatMap(row -> row.stream())
                .mapToInt(q -> q.isZero()
                        ? 0
                        : q.getNumerator().abs().bitLength()
                                + q.getDenominator().bitLength()
                                + (q.signum() < 0 ? 1 : 0))
                .sum();
    }

    @Override
    public String toString() {
        return matrices.entrySet().stream()
                .map(e -> e.getKey() + " = " + text(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(RationalMatrix m) {
        String inside = m.toString().replace("], [", "; ").replace("[[", "[").replace("]]", "]");
        return m.rows() == 1 && m.columns() == 1 ? inside.substring(1, inside.length() - 1) : inside;
    }
}
