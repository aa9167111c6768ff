package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.Atom;
import org.lossproof.moments.End;
import org.lossproof.moments.Monomial;
import org.lossproof.moments.Words;

/**
 * The expansion by exact graded series: every subexpression becomes a truncated series whose coefficients are polynomials
 * in open paths (u| word |v) between vectors not yet averaged, and traces; a mean integrates its vectors as soon as it is
 * met, so that nested means are ordinary polynomials in what is left.
 *
 * @param <C> the coefficients
 */
final class SeriesRoute<C> {
    private final LossDefinition loss;
    private final Field<C> field;
    private final int truncation;
    private final CopyAlgebra copies;
    private final SeriesCalculus<C> calculus;
    private final IndexSums<C> indexSums;

    SeriesRoute(LossDefinition loss, Field<C> field, int truncation) {
        this.loss = loss;
        this.field = field;
        this.truncation = truncation;
        this.copies = new CopyAlgebra(loss);
        this.calculus = new SeriesCalculus<>(field, copies, truncation);
        this.indexSums = new IndexSums<>(field, copies);
    }

    /** The series of the whole loss; its polynomials hold traces and summed vertices only. */
    Graded<C> expand() {
        return expand(loss.expression(), Set.of());
    }

    private Graded<C> expand(Expr e, Set<String> held) {
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Graded<C> constant(Expr.Constant c) {
                return calculus.constant(field.rational(c.value()));
            }

            @Override
            public Graded<C> parameter(Expr.Parameter p) {
                return calculus.constant(field.parameter(p.name()));
            }

            @Override
            public Graded<C> inner(Expr.Inner inner) {
                return homogeneous(innerProduct(inner), 2);
            }

            @Override
            public Graded<C> coordinate(Expr.Coordinate coordinate) {
                return homogeneous(SeriesRoute.this.coordinate(coordinate), 1);
            }

            @Override
            public Graded<C> trace(Expr.Trace trace) {
                return homogeneous(
                        SeriesRoute.this.trace(trace), 2 * trace.word().size());
            }

            @Override
            public Graded<C> sum(Expr.Sum sum) {
                return sum.terms().stream()
                        .map(t -> expand(t, held))
                        .reduce(calculus.constant(field.zero()), calculus::add);
            }

            @Override
            public Graded<C> product(Expr.Product product) {
                return SeriesRoute.this.product(product, held);
            }

            @Override
            public Graded<C> power(Expr.Power power) {
                C exponent = deterministic(power.exponent());
                return calculus.power(expand(power.base(), held), exponent, power.span(), e);
            }

            @Override
            public Graded<C> apply(Expr.Apply apply) {
                return calculus.apply(apply, expand(apply.argument(), held));
            }

            @Override
            public Graded<C> mean(Expr.Mean mean) {
                return SeriesRoute.this.mean(mean, held);
            }

            @Override
            public Graded<C> copySum(Expr.CopySum sum) {
                return mapParts(expand(sum.body(), held), p -> p.map(m -> overCopies(sum.datum(), m)));
            }

            @Override
            public Graded<C> indexSum(Expr.IndexSum sum) {
                return mapParts(expand(sum.body(), held), p -> indexSums.sum(p, sum.indices(), sum.distinct()));
            }
        });
    }

    private Graded<C> product(Expr.Product product, Set<String> held) {
        Graded<C> result = calculus.constant(field.one());
        for (Expr factor : product.factors()) {
            result = calculus.multiply(result, expand(factor, held));
        }
        return result;
    }

    /** The value of a deterministic expression. */
    private C deterministic(Expr e) {
        return expand(e, Set.of()).part(0).coefficient(Monomial.ONE);
    }

    private Graded<C> homogeneous(Polynomial<C> polynomial, int order) {
        return Graded.homogeneous(field, polynomial, order, truncation);
    }

    private Polynomial<C> innerProduct(Expr.Inner inner) {
        Polynomial<C> sum = new Polynomial<>(field);
        for (Combination.Term u : inner.left().terms()) {
            for (Combination.Term v : inner.right().terms()) {
                C weight = field.multiply(deterministic(u.coefficient()), deterministic(v.coefficient()));
                Monomial path = Monomial.of(List.of(Atom.path(end(u), "", end(v))));
                sum = sum.plus(Polynomial.of(field, path, weight));
            }
        }
        return sum;
    }

    private Polynomial<C> coordinate(Expr.Coordinate coordinate) {
        Polynomial<C> sum = new Polynomial<>(field);
        for (Combination.Term u : coordinate.vector().terms()) {
            Monomial path = Monomial.of(List.of(Atom.path(end(u), "", End.index(coordinate.index()))));
            sum = sum.plus(Polynomial.of(field, path, deterministic(u.coefficient())));
        }
        return sum;
    }

    private Polynomial<C> trace(Expr.Trace trace) {
        StringBuilder word = new StringBuilder();
        trace.word().forEach(letter -> word.append(Words.letter(letter, 0, 0)));
        return Polynomial.of(field, Monomial.of(List.of(Atom.trace(word.toString()))), field.one());
    }

    private End end(Combination.Term term) {
        return End.vector(term.vector(), 0, loss.encoders().indexOf(term.encoder()));
    }

    private Polynomial<C> overCopies(String datum, Monomial body) {
        List<Monomial> sum = copies.sumOverCurrent(datum, body);
        if (sum.isEmpty()) {
            return Polynomial.of(field, body, numberOfCopies(datum));
        }
        Polynomial<C> out = new Polynomial<>(field);
        for (Monomial m : sum) {
            out = out.plus(Polynomial.of(field, m, field.one()));
        }
        return out;
    }

    private C numberOfCopies(String datum) {
        return deterministic(loss.datumOf(datum).orElseThrow().copies());
    }

    private Graded<C> mean(Expr.Mean mean, Set<String> held) {
        Set<String> opened = new HashSet<>();
        mean.vectors().forEach(v -> opened.add(loss.datumOf(v).orElseThrow().name()));
        opened.removeAll(held);
        Set<String> inside = new HashSet<>(held);
        inside.addAll(opened);
        Graded<C> body = expand(mean.body(), inside);
        ViewMean<C> average = new ViewMean<>(loss, field, copies, Set.copyOf(mean.vectors()), opened, scaleMoments());
        return mapParts(body, p -> p.map(average::of));
    }

    private ViewMean.ScaleMoments<C> scaleMoments() {
        return (scale, k) -> {
            if (scale instanceof Datum.ScaleDistribution.Exponential exponential) {
                C moment = field.one();
                for (int i = 1; i <= k; i++) {
                    moment =
                            field.multiply(moment, field.multiply(field.integer(i), deterministic(exponential.mean())));
                }
                return moment;
            } else if (scale instanceof Datum.ScaleDistribution.Uniform uniform) {
                return uniformMoment(deterministic(uniform.low()), deterministic(uniform.high()), k);
            }
            throw new AssertionError("no such distribution: " + scale);
        };
    }

    /** (h^(k+1) - l^(k+1)) / ((k+1)(h - l)) = sum_i h^i l^(k-i) / (k+1), defined for l = h as well. */
    private C uniformMoment(C low, C high, int k) {
        C sum = field.one();
        C lowPower = field.one();
        for (int i = 1; i <= k; i++) {
            lowPower = field.multiply(lowPower, low);
            sum = field.add(field.multiply(sum, high), lowPower);
        }
        return field.divide(sum, field.integer(k + 1L));
    }

    private Graded<C> mapParts(Graded<C> series, java.util.function.UnaryOperator<Polynomial<C>> map) {
        List<Polynomial<C>> parts = new ArrayList<>();
        for (int k = 0; k <= truncation; k++) {
            parts.add(map.apply(series.part(k)));
        }
        return new Graded<>(parts);
    }
}
