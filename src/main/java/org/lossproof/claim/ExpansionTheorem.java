package org.lossproof.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteRecord;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Certificate.Fraction;
import org.lossproof.kernel.Polynomial;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Replay;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterValues;
import org.lossproof.moments.Invariant;
import org.lossproof.page.Statement;

/** What the routes gave for both sides of a statement, as a certificate for the kernel. */
final class ExpansionTheorem {
    private final int from;
    private final int to;

    private ExpansionTheorem(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The statement, or that it fails, with its certificate; the kernel has yet to check it.
     *
     * @param failing the order at which the sides differ, if they do
     */
    static Replay.Entry of(Statement statement, Expansion left, Expansion right, Optional<Integer> failing) {
        ExpansionTheorem theorem = new ExpansionTheorem(statement.from(), statement.to());
        String l = text(statement.equation().left(), statement);
        String r = text(statement.equation().right(), statement);
        Proposition proposition = failing.isPresent()
                ? new Proposition.DifferentExpansion(l, r, failing.get(), statement.limit())
                : new Proposition.SameExpansion(l, r, statement.from(), statement.to(), statement.limit());
        return new Replay.Entry("", statement.text(), proposition, theorem.routes(left, right));
    }

    /** That a loss has the expansion which the routes found; the kernel has yet to check it. */
    static Replay.Entry of(Expansion expansion) {
        Proposition proposition = new Proposition.SameExpansion(
                Notation.plain(expansion.loss().expression()),
                expansion.formula(),
                1,
                expansion.order(),
                Optional.empty());
        return new Replay.Entry(
                "",
                "the loss has an expansion",
                proposition,
                new ExpansionTheorem(1, expansion.order()).routes(expansion, expansion));
    }

    private static String text(LossDefinition side, Statement statement) {
        String values = new ParameterValues(side, statement.where()).text();
        return Notation.plain(side.expression()) + (values.isEmpty() ? "" : " where " + values);
    }

    private Certificate.Routes routes(Expansion left, Expansion right) {
        List<Certificate.Word> words = new ArrayList<>();
        for (RouteRecord mine : left.records()) {
            for (RouteRecord other : right.records()) {
                if (mine.route() == other.route()) {
                    word(mine, other).ifPresent(words::add);
                }
            }
        }
        return new Certificate.Routes(words);
    }

    private Optional<Certificate.Word> word(RouteRecord left, RouteRecord right) {
        String name = left.route().words();
        if (left instanceof RouteRecord.Symbolic l && right instanceof RouteRecord.Symbolic r) {
            return Optional.of(new Certificate.Symbolic(name, side(l.terms()), side(r.terms())));
        } else if (left instanceof RouteRecord.Pointwise l && right instanceof RouteRecord.Pointwise r) {
            List<Certificate.Sample> samples = new ArrayList<>();
            for (RouteRecord.Point p : l.points()) {
                r.points().stream()
                        .filter(q -> p.d1() == q.d1() && p.parameters().equals(q.parameters()))
                        .findFirst()
                        .ifPresent(q -> samples.add(sample(p, q)));
            }
            return samples.isEmpty() ? Optional.empty() : Optional.of(new Certificate.Pointwise(name, samples));
        }
        return Optional.empty();
    }

    private SortedMap<Integer, SortedMap<String, Fraction>> side(
            SortedMap<Integer, Map<Invariant, Coefficient>> terms) {
        SortedMap<Integer, SortedMap<String, Fraction>> out = new TreeMap<>();
        terms.forEach((k, sum) -> {
            if (isMeant(k) && !sum.isEmpty()) {
                SortedMap<String, Fraction> fractions = new TreeMap<>();
                sum.forEach((invariant, c) -> fractions.put(
                        invariant.text(), new Fraction(polynomial(c.numerator()), polynomial(c.denominator()))));
                out.put(k, fractions);
            }
        });
        return out;
    }

    private boolean isMeant(int order) {
        return order >= from && order <= to;
    }

    private static Polynomial polynomial(List<Coefficient.Term> terms) {
        SortedMap<Polynomial.Monomial, Rational> out = new TreeMap<>();
        terms.forEach(t -> out.put(new Polynomial.Monomial(t.powers()), new Rational(t.coefficient(), BigInteger.ONE)));
        return new Polynomial(out);
    }

    private Certificate.Sample sample(RouteRecord.Point left, RouteRecord.Point right) {
        SortedMap<String, Rational> values = new TreeMap<>();
        values.put("d1", Rational.of(left.d1()));
        left.parameters().forEach((name, v) -> values.put(name, rational(v)));
        left.invariants().forEach((invariant, v) -> values.put(invariant.text(), rational(v)));
        right.invariants().forEach((invariant, v) -> values.put(invariant.text(), rational(v)));
        return new Certificate.Sample(values, orders(left.orders()), orders(right.orders()));
    }

    private SortedMap<Integer, Rational> orders(SortedMap<Integer, BigFraction> values) {
        SortedMap<Integer, Rational> out = new TreeMap<>();
        values.forEach((k, v) -> {
            if (isMeant(k)) {
                out.put(k, rational(v));
            }
        });
        return out;
    }

    private static Rational rational(BigFraction value) {
        return new Rational(value.getNumerator(), value.getDenominator());
    }
}
