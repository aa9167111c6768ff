package org.lossproof.loss;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * The value of a deterministic expression in numbers of some kind. What is no function of the parameters has none.
 *
 * @param <T> the numbers
 */
public abstract class Arithmetic<T> implements Expr.Visitor<T> {
    /** A rational number. */
    protected abstract T number(BigFraction value);

    /** The value of a parameter. */
    protected abstract T named(String parameter);

    protected abstract T plus(T a, T b);

    protected abstract T times(T a, T b);

    /** A power. */
    protected abstract T raised(Expr.Power e);

    /** A function of a number. */
    protected abstract T applied(Expr.Apply e);

    /**
     * The value.
     *
     * @throws IllegalArgumentException if it is not deterministic
     */
    public final T of(Expr e) {
        return e.accept(this);
    }

    @Override
    public final T constant(Expr.Constant e) {
        return number(e.value());
    }

    @Override
    public final T parameter(Expr.Parameter e) {
        return named(e.name());
    }

    @Override
    public T sum(Expr.Sum e) {
        return folded(e.terms(), BigFraction.ZERO, this::plus);
    }

    @Override
    public T product(Expr.Product e) {
        return folded(e.factors(), BigFraction.ONE, this::times);
    }

    private T folded(List<Expr> parts, BigFraction start, java.util.function.BinaryOperator<T> operation) {
        T out = number(start);
        for (Expr part : parts) {
            out = operation.apply(out, of(part));
        }
        return out;
    }

    @Override
    public final T power(Expr.Power e) {
        return raised(e);
    }

    @Override
    public final T apply(Expr.Apply e) {
        return applied(e);
    }

    @Override
    public final T inner(Expr.Inner e) {
        throw notDeterministic(e);
    }

    @Override
    public final T coordinate(Expr.Coordinate e) {
        throw notDeterministic(e);
    }

    @Override
    public final T trace(Expr.Trace e) {
        throw notDeterministic(e);
    }

    @Override
    public final T mean(Expr.Mean e) {
        throw notDeterministic(e);
    }

    @Override
    public final T copySum(Expr.CopySum e) {
        throw notDeterministic(e);
    }

    @Override
    public T indexSum(Expr.IndexSum e) {
        throw notDeterministic(e);
    }

    /** For what is no function of the parameters alone. */
    protected static IllegalArgumentException notDeterministic(Expr e) {
        return new IllegalArgumentException("no function of the parameters alone: " + Notation.plain(e));
    }
}
