package org.lossproof.expansion;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.moments.Invariant;

/** What a route gave, as values: for those who compare routes themselves. */
public sealed interface RouteRecord {
    /** Which route. */
    Route route();

    /**
     * A symbolic expansion.
     *
     * @param terms by order, the coefficient of every invariant of A, C and G; zeros left out
     */
    record Symbolic(Route route, SortedMap<Integer, Map<Invariant, Coefficient>> terms) implements RouteRecord {
        public Symbolic {
            terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        }
    }

    /** Values at exact points. */
    record Pointwise(Route route, List<Point> points) implements RouteRecord {
        public Pointwise {
            points = List.copyOf(points);
        }
    }

    /**
     * The loss at one point.
     *
     * @param d1 the dimension of the representation
     * @param parameters the values of all parameters
     * @param invariants the values of the invariants that occur in the expansion
     * @param orders by order, the coefficient of t^order under W -> tW
     */
    record Point(
            int d1,
            Map<String, BigFraction> parameters,
            Map<Invariant, BigFraction> invariants,
            SortedMap<Integer, BigFraction> orders) {
        public Point {
            parameters = Map.copyOf(parameters);
            invariants = Map.copyOf(invariants);
            orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
        }
    }
}
