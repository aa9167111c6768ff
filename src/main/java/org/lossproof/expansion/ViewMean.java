package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.End;
import org.lossproof.moments.Isserlis;
import org.lossproof.moments.Monomial;
import org.lossproof.moments.Pairing;
import org.lossproof.moments.Words;

/**
 * The mean over some views, and over the data that it is the first to open: rescaling factors by their moments, Gaussians
 * by {@link Isserlis}, and the number of copies of a repeated datum as a falling factorial.
 *
 * @param <C> the coefficients
 */
final class ViewMean<C> {
    private final LossDefinition loss;
    private final Field<C> field;
    private final CopyAlgebra copies;
    private final Set<String> vectors;
    private final Set<String> opened;
    private final ScaleMoments<C> scaleMoments;
    private final Isserlis isserlis;

    /** E s^k of a rescaling factor. */
    @FunctionalInterface
    interface ScaleMoments<C> {
        C moment(Datum.ScaleDistribution scale, int k);
    }

    ViewMean(
            LossDefinition loss,
            Field<C> field,
            CopyAlgebra copies,
            Set<String> vectors,
            Set<String> opened,
            ScaleMoments<C> scaleMoments) {
        this.loss = loss;
        this.field = field;
        this.copies = copies;
        this.vectors = vectors;
        this.opened = opened;
        this.scaleMoments = scaleMoments;
        this.isserlis = new Isserlis(new ViewPairing());
    }

    /** The mean of a monomial. */
    Polynomial<C> of(Monomial monomial) {
        C weight = field.one();
        Monomial unscaled = monomial;
        for (End end : monomial.ends(this::isRescaled)) {
            int legs = monomial.countEnds(e -> sameInstance(e, end));
            boolean counted = unscaled.countEnds(e -> sameInstance(e, end)) == 0;
            if (!counted) {
                weight = field.multiply(weight, scaleMoments.moment(scale(end).orElseThrow(), legs));
                unscaled = unscaled.mapEnds(e -> sameInstance(e, end) ? datumEnd(e) : e);
            }
        }
        Polynomial<C> sum = new Polynomial<>(field);
        for (Map.Entry<Monomial, BigInteger> term : isserlis.mean(unscaled).entrySet()) {
            C multiplicity = field.rational(new BigFraction(term.getValue()));
            C factor = field.multiply(multiplicity, field.multiply(weight, lostCopies(monomial, term.getKey())));
            sum = sum.plus(Polynomial.of(field, copies.canonical(term.getKey()), factor));
        }
        return sum;
    }

    /** A sum over p different copies of something that depends on q of them is (M - q) ... (M - p + 1) times it. */
    private C lostCopies(Monomial before, Monomial after) {
        C factor = field.one();
        for (Datum datum : loss.data()) {
            if (datum.repeated()) {
                for (int r = copies.copies(datum.name(), after); r < copies.copies(datum.name(), before); r++) {
                    factor = field.multiply(factor, field.subtract(count(datum.copies()), field.integer(r)));
                }
            }
        }
        return factor;
    }

    private C count(Expr number) {
        LossDefinition alone = loss.withExpression(number);
        return new SeriesRoute<>(alone, field, 0).expand().part(0).coefficient(Monomial.ONE);
    }

    private boolean isRescaled(End end) {
        return scale(end).isPresent();
    }

    private Optional<Datum.ScaleDistribution> scale(End end) {
        if (end.kind() != End.Kind.VECTOR || !vectors.contains(end.name())) {
            return Optional.empty();
        }
        return loss.augmentationOf(end.name())
                .filter(a -> a instanceof Datum.Augmentation.Rescaling)
                .map(a -> ((Datum.Augmentation.Rescaling) a).scale());
    }

    private static boolean sameInstance(End a, End b) {
        return a.kind() == b.kind() && a.name().equals(b.name()) && a.number() == b.number();
    }

    private End datumEnd(End view) {
        return End.vector(loss.datumOf(view.name()).orElseThrow().name(), view.number(), view.encoder());
    }

    /** Views are xh + e, e ~ N(0, C) each; the datum xh ~ N(0, A0) is averaged if it was opened here, else held. */
    private final class ViewPairing implements Pairing {
        @Override
        public boolean averages(End end) {
            return end.kind() == End.Kind.VECTOR && (vectors.contains(end.name()) || opened.contains(end.name()));
        }

        @Override
        public Optional<String> covariance(End u, End v) {
            field.spend(1);
            Datum datum = loss.datumOf(u.name()).orElseThrow();
            boolean sameDatum = u.number() == v.number()
                    && datum.equals(loss.datumOf(v.name()).orElseThrow());
            boolean sameView = sameDatum
                    && u.name().equals(v.name())
                    && loss.augmentationOf(u.name()).isPresent();
            boolean open = opened.contains(datum.name());
            if (!sameDatum || !(open || sameView)) {
                return Optional.empty();
            }
            Expr.Letter letter = !open ? Expr.Letter.C : sameView ? Expr.Letter.S : Expr.Letter.A;
            return Optional.of(Words.letter(letter, u.encoder(), v.encoder()));
        }

        @Override
        public Optional<End> mean(End end) {
            boolean held = loss.augmentationOf(end.name()).isPresent()
                    && !opened.contains(loss.datumOf(end.name()).orElseThrow().name());
            return held ? Optional.of(datumEnd(end)) : Optional.empty();
        }
    }
}
