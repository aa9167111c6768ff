package org.lossproof.expansion.rational;

import java.util.ArrayList;
import java.util.List;

/** The coordinates of representations that occur in one evaluation, numbered as they come up. */
final class Variables {
    /**
     * Coordinate {@code slot} (encoder number times d1 plus coordinate, from 0) of a vector; {@code copy} tells the copies
     * of a repeated datum apart, 0 otherwise.
     */
    record Variable(String vector, int copy, int slot) {}

    private final List<Variable> all = new ArrayList<>();

    int number(Variable variable) {
        int known = all.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        all.add(variable);
        return all.size() - 1;
    }
}
