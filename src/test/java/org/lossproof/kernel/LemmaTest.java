package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lossproof.kernel.MatrixStatement.Alternative;

/** Each lemma as the checker uses it. Whether it is true, {@code LemmasTest} attacks with exact matrices. */
class LemmaTest extends MatrixProofs {
    private static final int DRAWS = 3;

    private static List<List<String>> fresh(Lemma lemma) {
        List<List<String>> out = new ArrayList<>();
        for (Alternative a : lemma.statement().alternatives()) {
            out.add(a.letters().stream().map(l -> l.name() + "new" + out.size()).toList());
        }
        return out;
    }

    /** Every branch ends with the alternative of its number. */
    private static MatrixProof use(Lemma lemma, List<MatrixPolynomial> arguments, MatrixStatement at) {
        List<MatrixProof> branches = new ArrayList<>();
        for (Alternative a : at.alternatives()) {
            branches.add(new MatrixProof.Done(
                    branches.size(),
                    a.letters().stream().map(MatrixPolynomial::of).toList()));
        }
        return new MatrixProof.Apply(lemma, arguments, fresh(lemma), branches);
    }

    /** The alternatives with letters of their own names. */
    private static List<Alternative> goals(List<Alternative> alternatives) {
        List<Alternative> out = new ArrayList<>();
        for (Alternative a : alternatives) {
            Substitution to = new Substitution();
            List<Letter> letters = a.letters().stream()
                    .map(l -> to.fresh(l, "goal" + l.name()))
                    .toList();
            out.add(new Alternative(letters, a.facts().stream().map(to::in).toList()));
        }
        return out;
    }

    private static List<MatrixPolynomial> arguments(Lemma lemma, Map<String, String> sizes, Random random) {
        return lemma.statement().letters().stream()
                .map(l -> {
                    MatrixPolynomial p = RandomMatrices.draw(random, sizes.get(l.rows()), sizes.get(l.columns()), 1)
                            .kernel();
                    return l.kind() == Letter.Kind.SYMMETRIC ? p.plus(p.transpose()) : p;
                })
                .toList();
    }

    private static MatrixStatement statement(MatrixStatement at) {
        return new MatrixStatement(RandomMatrices.LETTERS, at.premises(), goals(at.alternatives()));
    }

    @ParameterizedTest
    @EnumSource(Lemma.class)
    void itGivesWhatItSaysOfAnyMatricesUnderItsPremises(Lemma lemma) {
        Random random = new Random(3);
        for (int i = 0; i < DRAWS; i++) {
            Map<String, String> sizes = new TreeMap<>(Map.of("1", "1"));
            List.of("n", "m", "k").forEach(s -> sizes.put(s, RandomMatrices.SIZES.get(random.nextInt(3))));
            List<MatrixPolynomial> arguments = arguments(lemma, sizes, random);
            MatrixStatement at = lemma.at(arguments, fresh(lemma));
            MatrixStatement statement = statement(at);
            MatrixProof proof = use(lemma, arguments, at);
            assertThat(Theorem.prove(statement, proof).lemmas()).containsExactly(lemma);
            for (int k = 0; k < at.premises().size(); k++) {
                if (!without(at.premises(), k).contains(at.premises().get(k))) {
                    rejects(
                            "lemma " + lemma.word() + " needs " + at.premises().get(k),
                            new MatrixStatement(
                                    statement.letters(), without(at.premises(), k), statement.alternatives()),
                            proof);
                }
            }
        }
    }

    /** What a lemma says beyond its alternatives is not shown, and no alternative stands for another. */
    @ParameterizedTest
    @EnumSource(Lemma.class)
    void itGivesNoMore(Lemma lemma) {
        List<MatrixPolynomial> arguments =
                lemma.statement().letters().stream().map(MatrixPolynomial::of).toList();
        MatrixStatement at = lemma.at(arguments, fresh(lemma));
        MatrixProof proof = use(lemma, arguments, at);
        List<Letter> letters = lemma.statement().letters();
        accepts(new MatrixStatement(letters, at.premises(), goals(at.alternatives())), proof);
        Letter extra = Letter.scalar("extra");
        MatrixFact more = new MatrixFact.Zero(of(extra));
        for (int i = 0; i < at.alternatives().size(); i++) {
            List<Alternative> goals = new ArrayList<>(goals(at.alternatives()));
            List<MatrixFact> facts = new ArrayList<>(goals.get(i).facts());
            facts.add(more);
            goals.set(i, new Alternative(goals.get(i).letters(), facts));
            List<Letter> all = new ArrayList<>(letters);
            all.add(extra);
            rejects("not shown: extra = 0", new MatrixStatement(all, at.premises(), goals), proof);
        }
        List<MatrixPolynomial> fewer = arguments.subList(1, arguments.size());
        assertThatThrownBy(() -> lemma.at(fewer, fresh(lemma)))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining("matrices are to be named");
    }

    @Test
    void theListIsThis() {
        assertThat(Stream.of(Lemma.values()).map(LemmaTest::text).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        letter of X mxn: some Y mxn: -X + Y = 0
                        symmetric-letter of X nxn: X - X' = 0 => some K sym n: K - X = 0
                        pseudo-inverse of H sym n: some K sym n: -H + H*K*H = 0, -K + K*H*K = 0, H*K - K*H = 0
                        gram-zero of X mxn: X'*X = 0 => X = 0
                        trace-zero of X mxn: tr(X*X') = 0 => X = 0
                        reciprocal of s 1x1: s^2 > 0 => some t 1x1: -1 + s*t = 0
                        sign of s 1x1: s > 0 | s = 0 | -s > 0
                        contradiction of s 1x1: s > 0, -s >= 0 => never
                        left-kernel of V nxm: some x nx1: V'*x = 0, -1 + x'*x = 0 | some Y mxn: -1 + V*Y = 0
                        gram-positive of V nxm, Y mxn: -1 + V*Y = 0 => V*V' > 0
                        negative-direction of H sym n: H >= 0 | some x nx1: -1 + x'*x = 0, -x'*H*x > 0
                        all-directions of H sym n: for all all1: all1'*H*all1 >= 0 => H >= 0
                        root of H sym n: H >= 0 => some K sym n: -H + K*K = 0, K >= 0
                        positive-root of H sym n: H > 0 => some K sym n, J sym n: -H + K*K = 0, -1 + K*J = 0, -1 + J*K = 0, K > 0, J > 0
                        polar of D nxn: some O nxn, K sym n: D - O*K = 0, -1 + O'*O = 0, -1 + O*O' = 0, K >= 0
                        separation of H sym n, P sym n: -P + P*P = 0, -H*P + P*H = 0 => \
                        some t 1x1: -t*P + P*H*P >= 0, t - H - t*P + H*P + P*H - P*H*P >= 0 | \
                        some x nx1, u nx1, g 1x1, h 1x1: -x + P*x = 0, P*u = 0, -1 + x'*x = 0, -1 + u'*u = 0, -g*x + H*x = 0, -h*u + H*u = 0, -g + h > 0
                        spectral of G sym n, H sym n: G*H - H*G = 0 => some U nxn, X sym n, Y sym n: \
                        -1 + U'*U = 0, -1 + U*U' = 0, G - U*X*U' = 0, H - U*Y*U' = 0, X is diagonal, Y is diagonal
                        factor of H sym n, L mxn: H >= 0, -1*rank(H) + m >= 0 => some Y mxn: -H + Y'*Y = 0
                        rank-product of A mxn, B nxk: -1*rank(A*B) + rank(A) >= 0, -1*rank(A*B) + rank(B) >= 0
                        rank-shape of A mxn: -1*rank(A) + m >= 0, -1*rank(A) + n >= 0, rank(A) >= 0
                        rank-equal of A mxn, B mxn: A - B = 0 => rank(A) + -1*rank(B) >= 0, -1*rank(A) + rank(B) >= 0
                        rank-inverse of A mxn, B nxm: -1 + A*B = 0 => rank(A) + -1*m >= 0
                        full-rank of A mxn: rank(A) + -1*m >= 0 => some B nxm: -1 + A*B = 0
                        rank-gram of A mxn: rank(A) + -1*rank(A'*A) >= 0, -1*rank(A) + rank(A'*A) >= 0
                        inertia-at-least of G sym m, A mxn, Y kxn, s 1x1: s > 0, -s*Y'*Y + A'*G*A = 0 => -1*rank(Y) + positive(G) >= 0
                        inertia-at-most of G sym n, P sym n: -P + P*P = 0, -G + G*P + P*G - P*G*P >= 0 => rank(P) + -1*positive(G) >= 0
                        inertia-congruence of B sym n, G sym m, A mxn: B - A'*G*A = 0 => positive(G) + -1*positive(B) >= 0""");
    }

    private static String text(Lemma lemma) {
        MatrixStatement s = lemma.statement();
        String either = s.alternatives().stream()
                .map(a -> (a.letters().isEmpty() ? "" : "some " + names(a.letters()) + ": ") + join(a.facts()))
                .collect(Collectors.joining(" | "));
        return lemma.word() + " of " + names(s.letters()) + ": "
                + (s.premises().isEmpty() ? "" : join(s.premises()) + " => ")
                + (either.isEmpty() ? "never" : either);
    }

    private static String names(List<Letter> letters) {
        return letters.stream()
                .map(l -> l.name()
                        + (l.kind() == Letter.Kind.SYMMETRIC ? " sym " + l.rows() : " " + l.rows() + "x" + l.columns()))
                .collect(Collectors.joining(", "));
    }

    private static String join(List<MatrixFact> facts) {
        return facts.stream().map(MatrixFact::toString).collect(Collectors.joining(", "));
    }
}
