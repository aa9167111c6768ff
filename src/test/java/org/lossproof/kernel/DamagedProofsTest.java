package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything in a certificate about matrices, changed once, with the checksum made anew. */
class DamagedProofsTest extends MatrixProofs {
    private static final Letter A = RandomMatrices.A;
    private static final Letter U = RandomMatrices.U;
    private static final Letter T = RandomMatrices.T;

    /** C with A'A = C'C r and T > 0, all x: x'Sx >= 0 and s given, so that several rules are used. */
    static Replay.Entry rules() {
        MatrixPolynomial a = of(A);
        MatrixPolynomial gram = a.transpose().times(of(T)).times(a);
        Letter x = Letter.matrix("x", "n", "1");
        MatrixFact along =
                new MatrixFact.NonNegative(of(x).transpose().times(gram).times(of(x)));
        MatrixFact ofU =
                new MatrixFact.NonNegative(of(U).transpose().times(gram).times(of(U)));
        MatrixPolynomial divided = overR(2);
        MatrixFact traced = new MatrixFact.Positive(of(T).trace().times(R));
        MatrixFact moved = new MatrixFact.Zero(C.transpose()
                .times(S)
                .times(divided)
                .scaled(Rational.parse("-3/2"))
                .minus(C.transpose().times(divided).scaled(Rational.parse("-3/2"))));
        MatrixProof then = have(
                ofU,
                instance(3, of(U)),
                have(
                        traced,
                        forms(traced(form(1, List.of(2), 1, one("m")))),
                        have(
                                moved,
                                sum(new MatrixProof.Multiple(
                                        divided.scaled(Rational.parse("-3/2")), 0, true, one("n"), false)),
                                done())));
        return new Replay.Entry(
                "rules",
                "several rules",
                statement(
                        List.of(A, c, s, T, U, r),
                        List.of(
                                new MatrixFact.Zero(S.times(C).minus(C)),
                                new MatrixFact.Positive(of(T)),
                                new MatrixFact.Positive(R)),
                        ofU,
                        traced,
                        moved),
                new MatrixProof.Generalise(
                        x, along, have(along, forms(form(1, List.of(), 1, a.times(of(x)))), done()), then));
    }

    private static MatrixPolynomial overR(int power) {
        MatrixTerm.Scalar one = R.terms().firstKey().scalars().firstKey();
        return MatrixPolynomial.of(
                "1", "1", new MatrixTerm(new TreeMap<>(Map.of(one, -power)), Word.EMPTY), Rational.ONE);
    }

    /** rank(A C) <= n, in half: by the rank of a product and of a shape. */
    static Replay.Entry counts() {
        MatrixPolynomial a = of(A).times(C);
        MatrixFact.Count rank = new MatrixFact.Count(MatrixFact.Count.Of.RANK, a);
        MatrixFact.Count rows = new MatrixFact.Count(MatrixFact.Count.Of.ROWS, C);
        MatrixFact shown = new MatrixFact.AtLeastZero(
                new TreeMap<>(Map.of(rank, Rational.parse("-1/2"), rows, Rational.parse("1/2"))), Rational.of(3));
        MatrixProof last = have(
                shown,
                new MatrixProof.Sum(List.of(
                        new MatrixProof.Weighted(Rational.parse("1/2"), 1),
                        new MatrixProof.Weighted(Rational.parse("1/2"), 2))),
                done());
        return new Replay.Entry(
                "counts",
                "rank(A*C) <= n",
                statement(List.of(A, c), List.of(), shown),
                apply(Lemma.RANK_PRODUCT, List.of(of(A), C), apply(Lemma.RANK_SHAPE, List.of(C), last)));
    }

    /** A symmetric matrix that is not negative along any vector has a root: by cases. */
    static Replay.Entry roots() {
        MatrixFact root = new MatrixFact.Zero(of(k).times(of(k)).minus(S));
        Letter e = Letter.matrix("e", "n", "1");
        MatrixPolynomial along = of(e).transpose().times(S).times(of(e));
        MatrixStatement statement = new MatrixStatement(
                List.of(s),
                List.of(),
                List.of(
                        new MatrixStatement.Alternative(List.of(k), List.of(root)),
                        new MatrixStatement.Alternative(
                                List.of(e), List.of(new MatrixFact.Positive(along.scaled(Rational.of(-1)))))));
        MatrixProof proof = cases(
                Lemma.NEGATIVE_DIRECTION,
                List.of(S),
                List.of(List.of(), List.of("v")),
                cases(Lemma.ROOT, List.of(S), List.of(List.of("Q")), done(0, of(Letter.symmetric("Q", "n")))),
                done(1, of(RandomMatrices.V)));
        return new Replay.Entry("roots", "a root or a negative direction", statement, proof);
    }

    /** Other statements that are proved as well, and true: C is symmetric; the root is, so that its transpose may stand for it. */
    private static final Set<String> ALSO_TRUE = Set.of(
            "A, C symmetric: -1/2*rank(A*C) + 1/2*n + 3 >= 0",
            "S symmetric: K: -S + K'*K = 0 or e: -e'*S*e > 0",
            "S symmetric: K: -S + K*K' = 0 or e: -e'*S*e > 0",
            "S symmetric: K symmetric: -S + K*K = 0 or e: -e'*S*e > 0");

    @Test
    void oneChangeIsNoticedThoughTheChecksumFits() {
        int changes = 0;
        Set<String> alsoTrue = new TreeSet<>();
        for (Replay.Entry entry : List.of(rules(), counts(), roots())) {
            Replay.check(Replay.write(List.of(entry)));
            for (String text : Damage.of(entry, 1).toList()) {
                changes++;
                Proposition other = accepted(text);
                if (other != null && !follows((MatrixStatement) other, (MatrixStatement) entry.proposition())) {
                    alsoTrue.add(words((MatrixStatement) other));
                }
            }
        }
        assertThat(changes).isGreaterThan(500);
        assertThat(alsoTrue).isEqualTo(ALSO_TRUE);
    }

    /** What a text proves, or null if it is rejected: with a line, always. */
    private static Proposition accepted(String text) {
        try {
            return Replay.check(text).get(0).theorem().proposition();
        } catch (RejectedCertificateException e) {
            assertThat(e).hasMessageStartingWith("line 2");
            return null;
        }
    }

    /** Whether it says no more: letters and premises of the other, each alternative with some of its facts. */
    private static boolean follows(MatrixStatement says, MatrixStatement from) {
        return Set.copyOf(says.letters()).containsAll(from.letters())
                && from.premises().containsAll(says.premises())
                && says.premises().containsAll(from.premises())
                && from.alternatives().stream()
                        .allMatch(a -> says.alternatives().stream()
                                .anyMatch(b -> a.letters().equals(b.letters())
                                        && a.facts().containsAll(b.facts())));
    }

    private static String words(MatrixStatement s) {
        return names(s.letters())
                + s.premises().stream().map(f -> f + ", ").collect(Collectors.joining())
                + s.alternatives().stream()
                        .map(a -> names(a.letters())
                                + a.facts().stream().map(MatrixFact::toString).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" or "));
    }

    private static String names(List<Letter> letters) {
        return letters.stream()
                .map(l -> l.name() + (l.kind() == Letter.Kind.SYMMETRIC ? " symmetric" : ""))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "" : text + ": "));
    }
}
