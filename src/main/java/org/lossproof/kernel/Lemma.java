package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.MatrixFact.AtLeastZero;
import org.lossproof.kernel.MatrixFact.Count;
import org.lossproof.kernel.MatrixFact.Diagonal;
import org.lossproof.kernel.MatrixFact.ForAll;
import org.lossproof.kernel.MatrixFact.NonNegative;
import org.lossproof.kernel.MatrixFact.Positive;
import org.lossproof.kernel.MatrixFact.Zero;
import org.lossproof.kernel.MatrixStatement.Alternative;

/**
 * What a proof about matrices may take from linear algebra over the reals: a fixed list of textbook facts, true for all sizes. A
 * parameter's shape stands for any; the names of the letters that exist are chosen by the proof.
 */
public enum Lemma {
    /** A matrix may be given a name. */
    LETTER("letter"),
    /** A matrix that equals its transpose may be given a name as a symmetric one. */
    SYMMETRIC_LETTER("symmetric-letter"),
    /** A symmetric matrix has a pseudo-inverse, which commutes with it (Penrose 1955). */
    PSEUDO_INVERSE("pseudo-inverse"),
    /** X'X = 0 only if X = 0. */
    GRAM_ZERO("gram-zero"),
    /** tr X'X = 0 only if X = 0. */
    TRACE_ZERO("trace-zero"),
    /** A number that is not zero has a reciprocal. */
    RECIPROCAL("reciprocal"),
    /** A number is positive, zero or negative. */
    SIGN("sign"),
    /** No number is both positive and at most zero. */
    CONTRADICTION("contradiction"),
    /** A matrix has a unit vector in its left kernel, or a right inverse. */
    LEFT_KERNEL("left-kernel"),
    /** VY = 1: VV' is positive definite. */
    GRAM_POSITIVE("gram-positive"),
    /** A symmetric matrix has no negative eigenvalue, or a unit vector with a negative value. */
    NEGATIVE_DIRECTION("negative-direction"),
    /** What is not negative along every vector has no negative eigenvalue. */
    ALL_DIRECTIONS("all-directions"),
    /** A positive semidefinite matrix has a root of the same kind. */
    ROOT("root"),
    /** A positive definite matrix has a positive definite root, with its inverse. */
    POSITIVE_ROOT("positive-root"),
    /** A square matrix is an orthogonal one times a positive semidefinite one. */
    POLAR("polar"),
    /** G commutes with a projection P: a number separates G on and off the range of P, or two unit eigenvectors are the wrong way round. */
    SEPARATION("separation"),
    /** Two symmetric matrices that commute are diagonal in one orthonormal basis. */
    SPECTRAL("spectral"),
    /** A positive semidefinite matrix of rank at most k is Y'Y with k rows. */
    FACTOR("factor"),
    /** A product has no higher rank than its factors. */
    RANK_PRODUCT("rank-product"),
    /** A rank is at most the number of rows, at most that of columns, and not negative. */
    RANK_SHAPE("rank-shape"),
    /** Equal matrices have the same rank. */
    RANK_EQUAL("rank-equal"),
    /** A matrix with a right inverse has full row rank. */
    RANK_INVERSE("rank-inverse"),
    /** A matrix whose rank is the number of its rows has a right inverse. */
    FULL_RANK("full-rank"),
    /** A matrix and X'X have the same rank. */
    RANK_GRAM("rank-gram"),
    /** X'GX = Y'Y: G has at least rank Y positive eigenvalues (Sylvester). */
    INERTIA_AT_LEAST("inertia-at-least"),
    /** G is not positive off the range of a projection: it has at most as many positive eigenvalues as the rank of that. */
    INERTIA_AT_MOST("inertia-at-most"),
    /** B = X'GX has at most as many positive eigenvalues as G (Sylvester; Horn and Johnson, Matrix Analysis, 4.5). */
    INERTIA_CONGRUENCE("inertia-congruence");

    private static final String N = "n";
    private static final String M = "m";

    private final String word;

    Lemma(String word) {
        this.word = word;
    }

    /** As a page names it. */
    public String word() {
        return word;
    }

    /** What it says. */
    public MatrixStatement statement() {
        return switch (this) {
            case LETTER, SYMMETRIC_LETTER, PSEUDO_INVERSE, ROOT, POSITIVE_ROOT, POLAR, SPECTRAL, FACTOR -> existence();
            case GRAM_ZERO, TRACE_ZERO, RECIPROCAL, SIGN, CONTRADICTION -> zeros();
            case LEFT_KERNEL, GRAM_POSITIVE, NEGATIVE_DIRECTION, ALL_DIRECTIONS, SEPARATION -> directions();
            default -> counts();
        };
    }

    /**
     * What it says of matrices.
     *
     * @param arguments in the place of its letters, in their order
     * @param names of the letters of each alternative
     * @throws RejectedCertificateException if a shape or a number of names does not fit
     */
    public MatrixStatement at(List<MatrixPolynomial> arguments, List<List<String>> names) {
        MatrixStatement lemma = statement();
        Substitution to = Substitution.of(lemma.letters(), arguments, true);
        List<MatrixFact> premises = lemma.premises().stream().map(to::in).toList();
        require(
                names.size() == lemma.alternatives().size(),
                word + " has " + lemma.alternatives().size() + " cases");
        List<Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Alternative alternative = lemma.alternatives().get(i);
            List<String> here = names.get(i);
            require(
                    here.size() == alternative.letters().size(),
                    word + " gives " + alternative.letters().size() + " matrices, and " + here.size() + " are named");
            Substitution with = Substitution.of(lemma.letters(), arguments, true);
            List<Letter> fresh = new ArrayList<>();
            for (int k = 0; k < here.size(); k++) {
                fresh.add(with.fresh(alternative.letters().get(k), here.get(k)));
            }
            alternatives.add(new Alternative(
                    fresh, alternative.facts().stream().map(with::in).toList()));
        }
        return new MatrixStatement(List.of(), premises, alternatives);
    }

    private MatrixStatement existence() {
        Letter h = Letter.symmetric("H", N);
        Letter k = Letter.symmetric("K", N);
        MatrixPolynomial one = MatrixPolynomial.identity(N, Rational.ONE);
        return switch (this) {
            case LETTER -> {
                Letter x = Letter.matrix("X", M, N);
                Letter y = Letter.matrix("Y", M, N);
                yield new MatrixStatement(
                        List.of(x), List.of(), List.of(new Alternative(List.of(y), List.of(equal(p(y), p(x))))));
            }
            case SYMMETRIC_LETTER -> {
                Letter x = Letter.matrix("X", N, N);
                yield new MatrixStatement(
                        List.of(x),
                        List.of(equal(p(x), p(x).transpose())),
                        List.of(new Alternative(List.of(k), List.of(equal(p(k), p(x))))));
            }
            case PSEUDO_INVERSE ->
                new MatrixStatement(
                        List.of(h),
                        List.of(),
                        List.of(new Alternative(
                                List.of(k),
                                List.of(equal(p(h, k, h), p(h)), equal(p(k, h, k), p(k)), equal(p(h, k), p(k, h))))));
            case ROOT ->
                new MatrixStatement(
                        List.of(h),
                        List.of(new NonNegative(p(h))),
                        List.of(new Alternative(List.of(k), List.of(equal(p(k, k), p(h)), new NonNegative(p(k))))));
            case POSITIVE_ROOT -> {
                Letter inverse = Letter.symmetric("J", N);
                yield new MatrixStatement(
                        List.of(h),
                        List.of(new Positive(p(h))),
                        List.of(new Alternative(
                                List.of(k, inverse),
                                List.of(
                                        equal(p(k, k), p(h)),
                                        equal(p(k, inverse), one),
                                        equal(p(inverse, k), one),
                                        new Positive(p(k)),
                                        new Positive(p(inverse))))));
            }
            case POLAR -> {
                Letter d = Letter.matrix("D", N, N);
                Letter o = Letter.matrix("O", N, N);
                yield new MatrixStatement(
                        List.of(d),
                        List.of(),
                        List.of(new Alternative(
                                List.of(o, k),
                                List.of(
                                        equal(p(d), p(o, k)),
                                        equal(p(o).transpose().times(p(o)), one),
                                        equal(p(o).times(p(o).transpose()), one),
                                        new NonNegative(p(k))))));
            }
            case SPECTRAL -> {
                Letter g = Letter.symmetric("G", N);
                Letter u = Letter.matrix("U", N, N);
                Letter x = Letter.symmetric("X", N);
                Letter y = Letter.symmetric("Y", N);
                MatrixPolynomial back = p(u).transpose();
                yield new MatrixStatement(
                        List.of(g, h),
                        List.of(equal(p(g, h), p(h, g))),
                        List.of(new Alternative(
                                List.of(u, x, y),
                                List.of(
                                        equal(back.times(p(u)), one),
                                        equal(p(u).times(back), one),
                                        equal(p(g), p(u, x).times(back)),
                                        equal(p(h), p(u, y).times(back)),
                                        new Diagonal(p(x)),
                                        new Diagonal(p(y))))));
            }
            default -> {
                Letter like = Letter.matrix("L", M, N);
                Letter y = Letter.matrix("Y", M, N);
                yield new MatrixStatement(
                        List.of(h, like),
                        List.of(new NonNegative(p(h)), atLeast(rows(M), rank(p(h)))),
                        List.of(new Alternative(
                                List.of(y), List.of(equal(p(y).transpose().times(p(y)), p(h))))));
            }
        };
    }

    private MatrixStatement zeros() {
        Letter x = Letter.matrix("X", M, N);
        Letter s = Letter.scalar("s");
        Letter t = Letter.scalar("t");
        MatrixPolynomial gram = p(x).transpose().times(p(x));
        MatrixPolynomial minus = p(s).scaled(Rational.of(-1));
        return switch (this) {
            case GRAM_ZERO ->
                new MatrixStatement(List.of(x), List.of(new Zero(gram)), List.of(Alternative.of(new Zero(p(x)))));
            case TRACE_ZERO ->
                new MatrixStatement(
                        List.of(x), List.of(new Zero(gram.trace())), List.of(Alternative.of(new Zero(p(x)))));
            case RECIPROCAL ->
                new MatrixStatement(
                        List.of(s),
                        List.of(new Positive(p(s, s))),
                        List.of(new Alternative(
                                List.of(t), List.of(equal(p(s, t), MatrixPolynomial.number(Rational.ONE))))));
            case SIGN ->
                new MatrixStatement(
                        List.of(s),
                        List.of(),
                        List.of(
                                Alternative.of(new Positive(p(s))),
                                Alternative.of(new Zero(p(s))),
                                Alternative.of(new Positive(minus))));
            default -> new MatrixStatement(List.of(s), List.of(new Positive(p(s)), new NonNegative(minus)), List.of());
        };
    }

    private MatrixStatement directions() {
        Letter h = Letter.symmetric("H", N);
        Letter x = Letter.matrix("x", N, Letter.UNIT);
        MatrixPolynomial unit = p(x).transpose().times(p(x)).minus(MatrixPolynomial.number(Rational.ONE));
        MatrixPolynomial along = p(x).transpose().times(p(h)).times(p(x));
        return switch (this) {
            case LEFT_KERNEL -> {
                Letter v = Letter.matrix("V", N, M);
                Letter y = Letter.matrix("Y", M, N);
                yield new MatrixStatement(
                        List.of(v),
                        List.of(),
                        List.of(
                                new Alternative(
                                        List.of(x),
                                        List.of(new Zero(p(v).transpose().times(p(x))), new Zero(unit))),
                                new Alternative(
                                        List.of(y),
                                        List.of(equal(p(v, y), MatrixPolynomial.identity(N, Rational.ONE))))));
            }
            case GRAM_POSITIVE -> {
                Letter v = Letter.matrix("V", N, M);
                Letter y = Letter.matrix("Y", M, N);
                yield new MatrixStatement(
                        List.of(v, y),
                        List.of(equal(p(v, y), MatrixPolynomial.identity(N, Rational.ONE))),
                        List.of(Alternative.of(new Positive(p(v).times(p(v).transpose())))));
            }
            case NEGATIVE_DIRECTION ->
                new MatrixStatement(
                        List.of(h),
                        List.of(),
                        List.of(
                                Alternative.of(new NonNegative(p(h))),
                                new Alternative(
                                        List.of(x),
                                        List.of(new Zero(unit), new Positive(along.scaled(Rational.of(-1)))))));
            case ALL_DIRECTIONS ->
                new MatrixStatement(
                        List.of(h),
                        List.of(new ForAll(List.of(x), new NonNegative(along))),
                        List.of(Alternative.of(new NonNegative(p(h)))));
            default -> separation(h, x, unit);
        };
    }

    private static MatrixStatement separation(Letter g, Letter w, MatrixPolynomial unitOfW) {
        Letter p = Letter.symmetric("P", N);
        Letter theta = Letter.scalar("t");
        Letter u = Letter.matrix("u", N, Letter.UNIT);
        Letter onW = Letter.scalar("g");
        Letter onU = Letter.scalar("h");
        MatrixPolynomial off = MatrixPolynomial.identity(N, Rational.ONE).minus(p(p));
        MatrixPolynomial unitOfU = p(u).transpose().times(p(u)).minus(MatrixPolynomial.number(Rational.ONE));
        return new MatrixStatement(
                List.of(g, p),
                List.of(equal(p(p, p), p(p)), equal(p(p, g), p(g, p))),
                List.of(
                        new Alternative(
                                List.of(theta),
                                List.of(
                                        new NonNegative(p(p, g, p).minus(p(theta).times(p(p)))),
                                        new NonNegative(p(theta).times(off)
                                                .minus(off.times(p(g)).times(off))))),
                        new Alternative(
                                List.of(w, u, onW, onU),
                                List.of(
                                        equal(p(p, w), p(w)),
                                        new Zero(p(p, u)),
                                        new Zero(unitOfW),
                                        new Zero(unitOfU),
                                        equal(p(g, w), p(onW).times(p(w))),
                                        equal(p(g, u), p(onU).times(p(u))),
                                        new Positive(p(onU).minus(p(onW)))))));
    }

    private MatrixStatement counts() {
        Letter a = Letter.matrix("A", M, N);
        Letter b = Letter.matrix("B", N, "k");
        MatrixPolynomial product = p(a, b);
        return switch (this) {
            case RANK_PRODUCT ->
                new MatrixStatement(
                        List.of(a, b),
                        List.of(),
                        List.of(Alternative.of(
                                atLeast(rank(p(a)), rank(product)), atLeast(rank(p(b)), rank(product)))));
            case RANK_SHAPE ->
                new MatrixStatement(
                        List.of(a),
                        List.of(),
                        List.of(Alternative.of(
                                atLeast(rows(M), rank(p(a))),
                                atLeast(rows(N), rank(p(a))),
                                new AtLeastZero(weights(rank(p(a)), Rational.ONE), Rational.ZERO))));
            case RANK_EQUAL -> {
                Letter same = Letter.matrix("B", M, N);
                yield new MatrixStatement(
                        List.of(a, same),
                        List.of(equal(p(a), p(same))),
                        List.of(Alternative.of(
                                atLeast(rank(p(a)), rank(p(same))), atLeast(rank(p(same)), rank(p(a))))));
            }
            case RANK_INVERSE -> {
                Letter inverse = Letter.matrix("B", N, M);
                yield new MatrixStatement(
                        List.of(a, inverse),
                        List.of(equal(p(a, inverse), MatrixPolynomial.identity(M, Rational.ONE))),
                        List.of(Alternative.of(atLeast(rank(p(a)), rows(M)))));
            }
            case FULL_RANK -> {
                Letter inverse = Letter.matrix("B", N, M);
                yield new MatrixStatement(
                        List.of(a),
                        List.of(atLeast(rank(p(a)), rows(M))),
                        List.of(new Alternative(
                                List.of(inverse),
                                List.of(equal(p(a, inverse), MatrixPolynomial.identity(M, Rational.ONE))))));
            }
            case RANK_GRAM -> {
                MatrixPolynomial gram = p(a).transpose().times(p(a));
                yield new MatrixStatement(
                        List.of(a),
                        List.of(),
                        List.of(Alternative.of(atLeast(rank(p(a)), rank(gram)), atLeast(rank(gram), rank(p(a))))));
            }
            case INERTIA_AT_LEAST -> {
                Letter g = Letter.symmetric("G", M);
                Letter y = Letter.matrix("Y", "k", N);
                Letter s = Letter.scalar("s");
                MatrixPolynomial right = p(s).times(p(y).transpose()).times(p(y));
                yield new MatrixStatement(
                        List.of(g, a, y, s),
                        List.of(
                                new Positive(p(s)),
                                equal(p(a).transpose().times(p(g)).times(p(a)), right)),
                        List.of(Alternative.of(atLeast(positive(p(g)), rank(p(y))))));
            }
            case INERTIA_CONGRUENCE -> {
                Letter g = Letter.symmetric("G", M);
                Letter c = Letter.symmetric("B", N);
                yield new MatrixStatement(
                        List.of(c, g, a),
                        List.of(equal(p(c), p(a).transpose().times(p(g)).times(p(a)))),
                        List.of(Alternative.of(atLeast(positive(p(g)), positive(p(c))))));
            }
            default -> {
                Letter g = Letter.symmetric("G", N);
                Letter q = Letter.symmetric("P", N);
                MatrixPolynomial off =
                        MatrixPolynomial.identity(N, Rational.ONE).minus(p(q));
                MatrixPolynomial minus = off.times(p(g)).times(off).scaled(Rational.of(-1));
                yield new MatrixStatement(
                        List.of(g, q),
                        List.of(equal(p(q, q), p(q)), new NonNegative(minus)),
                        List.of(Alternative.of(atLeast(rank(p(q)), positive(p(g))))));
            }
        };
    }

    private static MatrixPolynomial p(Letter... letters) {
        MatrixPolynomial product = MatrixPolynomial.of(letters[0]);
        for (int i = 1; i < letters.length; i++) {
            product = product.times(MatrixPolynomial.of(letters[i]));
        }
        return product;
    }

    private static Zero equal(MatrixPolynomial left, MatrixPolynomial right) {
        return new Zero(left.minus(right));
    }

    private static Count rank(MatrixPolynomial of) {
        return new Count(Count.Of.RANK, of);
    }

    private static Count positive(MatrixPolynomial of) {
        return new Count(Count.Of.POSITIVE, of);
    }

    private static Count rows(String size) {
        return new Count(Count.Of.ROWS, MatrixPolynomial.identity(size, Rational.ONE));
    }

    private static AtLeastZero atLeast(Count more, Count less) {
        SortedMap<Count, Rational> both = weights(more, Rational.ONE);
        both.merge(less, Rational.of(-1), Rational::plus);
        return new AtLeastZero(both, Rational.ZERO);
    }

    private static SortedMap<Count, Rational> weights(Count count, Rational weight) {
        SortedMap<Count, Rational> out = new TreeMap<>();
        out.put(count, weight);
        return out;
    }
}
