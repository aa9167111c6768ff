package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lossproof.kernel.RandomMatrices.Both;
import org.lossproof.kernel.RandomMatrices.Model;

/** The normal form of matrix polynomials: the laws it has, and that it says the same as exact matrices. */
class MatrixPolynomialProperties {
    private static final List<Model> MODELS = RandomMatrices.models();
    private static final int TRIES = 30;

    @Provide
    Arbitrary<Both> any() {
        return Arbitraries.randomValue(r -> drawn(r, size(r), size(r)));
    }

    @Provide
    Arbitrary<List<Both>> three() {
        return Arbitraries.randomValue(r -> {
            List<String> s = List.of(size(r), size(r), size(r), size(r));
            return List.of(drawn(r, s.get(0), s.get(1)), drawn(r, s.get(1), s.get(2)), drawn(r, s.get(2), s.get(3)));
        });
    }

    @Provide
    Arbitrary<List<Both>> alike() {
        return Arbitraries.randomValue(r -> {
            List<String> s = List.of(size(r), size(r));
            return List.of(drawn(r, s.get(0), s.get(1)), drawn(r, s.get(0), s.get(1)), drawn(r, s.get(0), s.get(1)));
        });
    }

    private static String size(Random random) {
        return RandomMatrices.SIZES.get(random.nextInt(3));
    }

    private static Both drawn(Random random, String rows, String columns) {
        return RandomMatrices.draw(random, rows, columns, 3);
    }

    @Property(tries = TRIES)
    void theNormalFormHasTheValueOfTheExpression(@ForAll("any") Both p) {
        for (int i = 0; i < MODELS.size(); i++) {
            assertThat(MODELS.get(i).value(p.kernel()))
                    .as("%s", p.kernel())
                    .isEqualTo(p.values().get(i));
        }
    }

    /** Of the same shape: identical where the values agree at every model, and only there. */
    @Property(tries = TRIES)
    void differentFormsHaveDifferentValues(@ForAll("alike") List<Both> all) {
        MatrixPolynomial p = all.get(0).kernel();
        MatrixPolynomial q = all.get(1).kernel();
        boolean same = all.get(0).values().equals(all.get(1).values());
        assertThat(p.equals(q)).as("%s and %s", p, q).isEqualTo(same);
        assertThat(p.compareTo(q) == 0).isEqualTo(same);
        assertThat(Integer.signum(p.compareTo(q))).isEqualTo(-Integer.signum(q.compareTo(p)));
        if (same) {
            assertThat(p).hasSameHashCodeAs(q);
        }
    }

    @Property(tries = TRIES)
    void ordersAreTransitive(@ForAll("alike") List<Both> all) {
        List<MatrixPolynomial> sorted = all.stream().map(Both::kernel).sorted().toList();
        assertThat(sorted.get(0).compareTo(sorted.get(2))).isLessThanOrEqualTo(0);
    }

    @Property(tries = TRIES)
    void productsAssociateAndDistribute(@ForAll("three") List<Both> all, @ForAll("alike") List<Both> sums) {
        MatrixPolynomial p = all.get(0).kernel();
        MatrixPolynomial q = all.get(1).kernel();
        MatrixPolynomial r = all.get(2).kernel();
        assertThat(p.times(q).times(r)).isEqualTo(p.times(q.times(r)));
        assertThat(p.times(q).transpose()).isEqualTo(q.transpose().times(p.transpose()));
        MatrixPolynomial x = sums.get(0).kernel();
        MatrixPolynomial y = sums.get(1).kernel();
        MatrixPolynomial z = sums.get(2).kernel();
        assertThat(x.plus(y).plus(z)).isEqualTo(z.plus(x.plus(y)));
        assertThat(x.minus(y)).isEqualTo(y.minus(x).scaled(Rational.of(-1)));
        assertThat(x.minus(x).isZero()).isTrue();
        assertThat(x.transpose().times(y.plus(z)))
                .isEqualTo(x.transpose().times(y).plus(x.transpose().times(z)));
        assertThat(y.plus(z).times(x.transpose()))
                .isEqualTo(y.times(x.transpose()).plus(z.times(x.transpose())));
    }

    @Property(tries = TRIES)
    void tracesRotateAndTranspose(@ForAll("alike") List<Both> all, @ForAll("any") Both any) {
        MatrixPolynomial p = all.get(0).kernel();
        MatrixPolynomial q = all.get(1).kernel().transpose();
        assertThat(p.times(q).trace()).isEqualTo(q.times(p).trace());
        assertThat(p.times(q).trace()).isEqualTo(p.times(q).transpose().trace());
        assertThat(p.times(q).trace().isScalar()).isTrue();
        MatrixPolynomial number = p.times(q).trace();
        assertThat(number.times(any.kernel())).isEqualTo(any.kernel().times(number));
        assertThat(number.transpose()).isEqualTo(number);
        assertThat(number.trace()).isEqualTo(number);
        MatrixPolynomial square = any.kernel().times(any.kernel().transpose());
        assertThat(square.isSymmetric()).isTrue();
        assertThat(any.kernel().isSymmetric())
                .isEqualTo(any.kernel().isSquare() && any.values().stream().allMatch(v -> v.equals(v.transpose())));
    }

    @Property(tries = TRIES)
    void powersAreProducts(@ForAll("any") Both any) {
        MatrixPolynomial p = any.kernel();
        if (p.isSquare()) {
            assertThat(p.power(0)).isEqualTo(MatrixPolynomial.identity(p.rows(), Rational.ONE));
            assertThat(p.power(1)).isEqualTo(p);
            assertThat(p.power(2)).isEqualTo(p.times(p));
            assertThatThrownBy(() -> p.power(-1)).hasMessageEndingWith("has no power -1");
        } else {
            assertThatThrownBy(() -> p.power(1)).hasMessageEndingWith(p.shape() + " has no powers");
            assertThatThrownBy(p::trace).hasMessageEndingWith(p.shape() + " has no trace");
        }
    }

    @Example
    void whatDoesNotFitIsRefusedWithBothShapes() {
        MatrixPolynomial a = MatrixPolynomial.of(RandomMatrices.A);
        MatrixPolynomial b = MatrixPolynomial.of(RandomMatrices.B);
        MatrixPolynomial c = MatrixPolynomial.of(RandomMatrices.C);
        assertThatThrownBy(() -> a.plus(b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a matrix of shape m x n and one of shape n x m do not add");
        assertThatThrownBy(() -> b.plus(c)).hasMessageContaining("do not add");
        assertThatThrownBy(() -> c.plus(b)).hasMessageContaining("do not add");
        assertThatThrownBy(() -> a.plus(c)).hasMessageContaining("do not add");
        assertThatThrownBy(() -> a.times(a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a matrix of shape m x n and one of shape m x n have no product");
        assertThatThrownBy(() -> MatrixPolynomial.of(RandomMatrices.U).times(c)).hasMessageContaining("no product");
        assertThatThrownBy(() -> c.times(MatrixPolynomial.of(RandomMatrices.ROW)))
                .hasMessageContaining("no product");
    }

    @Example
    void aMatrixIsPrintedInItsNormalForm() {
        MatrixPolynomial u = MatrixPolynomial.of(RandomMatrices.U);
        MatrixPolynomial v = MatrixPolynomial.of(RandomMatrices.V);
        MatrixPolynomial c = MatrixPolynomial.of(RandomMatrices.C);
        MatrixPolynomial s = MatrixPolynomial.of(RandomMatrices.NUMBER);
        MatrixPolynomial n = MatrixPolynomial.identity("n", Rational.ONE).trace();
        assertThat(MatrixPolynomial.zero("m", "n")).hasToString("0");
        assertThat(MatrixPolynomial.identity("n", Rational.parse("-3/2"))).hasToString("-3/2");
        assertThat(MatrixPolynomial.number(Rational.ONE)).hasToString("1");
        assertThat(MatrixPolynomial.number(Rational.of(-1))).hasToString("-1");
        assertThat(v.transpose().times(c).times(u)).hasToString("u'*C'*v");
        assertThat(u.times(v.transpose())).hasToString("u*v'");
        assertThat(u.transpose().times(v).power(2).scaled(Rational.of(-1))).hasToString("-(u'*v)^2");
        assertThat(c.times(c).trace().times(c.trace()).power(2)).hasToString("tr(C)^2*tr(C*C)^2");
        assertThat(s.power(3).times(n).times(c.transpose()).minus(c.scaled(Rational.of(2))))
                .hasToString("-2*C + s^3*n*C'");
        assertThat(c.minus(c.transpose()).plus(MatrixPolynomial.identity("n", Rational.of(5))))
                .hasToString("5 + C - C'");
    }

    @Example
    void lettersAndSizesAreThoseThatOccur() {
        MatrixPolynomial a = MatrixPolynomial.of(RandomMatrices.A);
        MatrixPolynomial u = MatrixPolynomial.of(RandomMatrices.U);
        MatrixPolynomial k = MatrixPolynomial.identity("k", Rational.ONE).trace();
        MatrixPolynomial p = u.transpose().times(u).times(k).times(a);
        assertThat(p.letters()).containsExactlyInAnyOrder(RandomMatrices.A, RandomMatrices.U);
        assertThat(p.sizes()).containsExactly("k", "m", "n");
        // Two letters of one name are two letters.
        Letter other = Letter.matrix("A", "n", "m");
        assertThat(a.times(MatrixPolynomial.of(other)).letters()).hasSize(2);
        assertThat(a.isScalar() || a.isSquare() || a.isZero()).isFalse();
        assertThat(MatrixPolynomial.of(RandomMatrices.ROW).isScalar() || u.isScalar())
                .isFalse();
    }
}
