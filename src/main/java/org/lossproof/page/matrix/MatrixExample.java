package org.lossproof.page.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.Span;

/**
 * Matrices at which the premises of a theorem hold: {@code example V = [1, 0; 0, 1/2], q = 1}.
 *
 * @param sizes what every size is, from the shapes
 * @param matrices the rows of each, by the name of the letter
 * @param span where it stands
 */
public record MatrixExample(Map<String, Integer> sizes, Map<String, List<List<Rational>>> matrices, Span span) {
    public MatrixExample {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
    }
}
