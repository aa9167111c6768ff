package org.lossproof.kernel;

import java.util.List;
import java.util.Optional;

/** A statement the kernel can be convinced of; data, with no claim to truth. */
public sealed interface Proposition
        permits Proposition.NoPoint,
                Proposition.SomePoint,
                Proposition.SameExpansion,
                Proposition.DifferentExpansion,
                Proposition.NoExpansion,
                Proposition.All,
                MatrixStatement {
    /** No real point satisfies all the conditions. */
    record NoPoint(List<Condition> conditions) implements Proposition {
        public NoPoint {
            conditions = List.copyOf(conditions);
        }
    }

    /** Some real point satisfies all the conditions. */
    record SomePoint(List<Condition> conditions) implements Proposition {
        public SomePoint {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Two losses have the same coefficients at the orders {@code from} to {@code to} in W.
     *
     * @param left the definition of one, as written
     * @param right the definition of the other
     * @param from at least 1
     * @param to at least {@code from}
     * @param limit the parameter that goes to infinity, if they are the same in that limit only
     */
    record SameExpansion(String left, String right, int from, int to, Optional<String> limit) implements Proposition {
        public SameExpansion {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("orders " + from + " to " + to);
            }
        }
    }

    /** Two losses differ at an order in W (or, with a limit, still differ in it). */
    record DifferentExpansion(String left, String right, int order, Optional<String> limit) implements Proposition {}

    /** A loss has no Taylor expansion at W = 0. */
    record NoExpansion(String loss) implements Proposition {}

    /** All of them. */
    record All(List<Proposition> parts) implements Proposition {
        public All {
            parts = List.copyOf(parts);
        }
    }
}
