package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Statements and proofs about matrices are written, read again, and the same; what is written otherwise is refused with its line. */
class MatrixTextProperties {
    private static final int TRIES = 25;
    private static final List<Lemma> LEMMAS = List.copyOf(EnumSet.allOf(Lemma.class));

    /** A proof of anything: its text is read whether it is right or not. */
    record Case(MatrixStatement statement, MatrixProof proof) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(r -> new Draw(r).drawn());
    }

    @Property(tries = TRIES)
    void whatIsWrittenIsReadAgain(@ForAll("cases") Case c) {
        Tree says = Tree.read(CertificateText.of(c.statement).written()).get(0);
        assertThat(CertificateText.proposition(says)).isEqualTo(c.statement);
        Tree why = Tree.read(CertificateText.of(c.proof).written()).get(0);
        Certificate read = CertificateText.certificate(why, c.statement);
        assertThat(read).isEqualTo(c.proof);
        assertThat(CertificateText.of(read).written())
                .isEqualTo(CertificateText.of(c.proof).written());
    }

    /** Random statements and proofs; letters that a step brings are used in the steps after it. */
    private static final class Draw {
        private final Random random;
        private int names;

        Draw(Random random) {
            this.random = random;
        }

        Case drawn() {
            List<MatrixStatement.Alternative> alternatives = IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> {
                        Letter more = Letter.matrix("E" + i, size(), size());
                        return new MatrixStatement.Alternative(
                                List.of(more), List.of(fact(RandomMatrices.LETTERS), about(more)));
                    })
                    .toList();
            MatrixStatement statement = new MatrixStatement(RandomMatrices.LETTERS, facts(), alternatives);
            return new Case(statement, proof(List.of(), 4));
        }

        private List<MatrixFact> facts() {
            return IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> fact(List.of()))
                    .toList();
        }

        private String size() {
            return RandomMatrices.SIZES.get(random.nextInt(3));
        }

        private MatrixPolynomial matrix(String rows, String columns) {
            return RandomMatrices.draw(random, rows, columns, 2).kernel();
        }

        private MatrixPolynomial any() {
            return matrix(size(), size());
        }

        private static MatrixFact about(Letter letter) {
            MatrixPolynomial p = MatrixPolynomial.of(letter);
            return new MatrixFact.NonNegative(p.times(p.transpose()));
        }

        private MatrixFact fact(List<Letter> letters) {
            MatrixPolynomial p = any();
            MatrixPolynomial gram = p.times(p.transpose());
            return switch (random.nextInt(letters.isEmpty() ? 6 : 7)) {
                case 0 -> new MatrixFact.Zero(p);
                case 1 -> new MatrixFact.NonNegative(gram);
                case 2 -> new MatrixFact.Positive(gram);
                case 3 -> new MatrixFact.Diagonal(gram);
                case 4 -> counts(p, gram);
                case 5 -> forAll();
                default -> about(letters.get(random.nextInt(letters.size())));
            };
        }

        private MatrixFact counts(MatrixPolynomial p, MatrixPolynomial gram) {
            Map<MatrixFact.Count, Rational> counts = Map.of(
                    new MatrixFact.Count(MatrixFact.Count.Of.RANK, p), weight(),
                    new MatrixFact.Count(MatrixFact.Count.Of.POSITIVE, gram), weight(),
                    new MatrixFact.Count(MatrixFact.Count.Of.ROWS, p), weight());
            return new MatrixFact.AtLeastZero(new TreeMap<>(counts), weight());
        }

        private MatrixFact forAll() {
            Letter x = Letter.matrix("x", size(), size());
            Letter y = new Letter("y", "n", "n", Letter.Kind.SYMMETRIC);
            MatrixPolynomial p = matrix("n", x.rows());
            return new MatrixFact.ForAll(
                    List.of(x, y),
                    new MatrixFact.Zero(MatrixPolynomial.of(y).times(p).times(MatrixPolynomial.of(x))));
        }

        private Rational weight() {
            return Rational.parse((random.nextInt(9) - 4) + "/" + (1 + random.nextInt(4)));
        }

        private MatrixProof proof(List<Letter> letters, int steps) {
            if (steps == 0) {
                return new MatrixProof.Done(
                        random.nextInt(3), random.nextBoolean() ? List.of() : List.of(any(), any()));
            }
            return switch (random.nextInt(4)) {
                case 0 -> new MatrixProof.Have(fact(letters), reason(), proof(letters, steps - 1));
                case 1 -> {
                    Letter fresh = random.nextBoolean()
                            ? Letter.matrix("g" + names++, size(), size())
                            : new Letter("g" + names++, "1", "1", Letter.Kind.NONZERO);
                    MatrixFact shown =
                            fresh.isScalar() ? new MatrixFact.Zero(MatrixPolynomial.of(fresh)) : about(fresh);
                    yield new MatrixProof.Generalise(
                            fresh, shown, proof(with(letters, fresh), steps / 2), proof(letters, steps - 1));
                }
                default -> lemma(letters, steps);
            };
        }

        private MatrixProof lemma(List<Letter> letters, int steps) {
            Lemma lemma = LEMMAS.get(random.nextInt(LEMMAS.size()));
            Map<String, String> sizes = new TreeMap<>(Map.of("n", size(), "m", size(), "k", size(), "1", "1"));
            List<MatrixPolynomial> arguments = new ArrayList<>();
            for (Letter l : lemma.statement().letters()) {
                MatrixPolynomial p = matrix(sizes.get(l.rows()), sizes.get(l.columns()));
                arguments.add(l.kind() == Letter.Kind.SYMMETRIC ? p.plus(p.transpose()) : p);
            }
            List<List<String>> fresh = lemma.statement().alternatives().stream()
                    .map(a -> a.letters().stream().map(l -> "h" + names++).toList())
                    .toList();
            List<MatrixProof> branches = new ArrayList<>();
            for (MatrixStatement.Alternative a : lemma.at(arguments, fresh).alternatives()) {
                List<Letter> all = new ArrayList<>(letters);
                all.addAll(a.letters());
                branches.add(proof(all, steps / (branches.size() + 2)));
            }
            return new MatrixProof.Apply(lemma, arguments, fresh, branches);
        }

        private static List<Letter> with(List<Letter> letters, Letter more) {
            List<Letter> out = new ArrayList<>(letters);
            out.add(more);
            return out;
        }

        private MatrixProof.Reason reason() {
            return switch (random.nextInt(4)) {
                case 0 -> new MatrixProof.Multiples(multiples());
                case 1 ->
                    new MatrixProof.Forms(
                            IntStream.range(0, random.nextInt(3))
                                    .mapToObj(i -> form())
                                    .toList(),
                            multiples());
                case 2 ->
                    new MatrixProof.Instance(random.nextInt(9), random.nextBoolean() ? List.of() : List.of(any()));
                default ->
                    new MatrixProof.Sum(IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> new MatrixProof.Weighted(weight(), random.nextInt(9)))
                            .toList());
            };
        }

        private MatrixProof.Form form() {
            return new MatrixProof.Form(
                    weight(),
                    random.nextBoolean() ? List.of() : List.of(random.nextInt(9), 3),
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9)),
                    any(),
                    random.nextBoolean());
        }

        private List<MatrixProof.Multiple> multiples() {
            return IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> new MatrixProof.Multiple(
                            any(), random.nextInt(20), random.nextBoolean(), any(), random.nextBoolean()))
                    .toList();
        }
    }

    private static final String HEAD =
            "(matrices\n (letters (letter C n n ANY) (letter s 1 1 ANY) (letter r 1 1 NONZERO))\n";

    private static void refused(String message, String statement) {
        assertThatThrownBy(
                        () -> CertificateText.proposition(Tree.read(statement).get(0)))
                .as(statement)
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining(message);
    }

    private static String matrix(String terms) {
        String quoted = terms.replaceAll("(\\S+)", "`$1`");
        return HEAD + " (given\n (zero (matrix n n " + quoted + "))))";
    }

    @Example
    void aStatementIsWrittenInOneWay() {
        String right = matrix("2*(s)^2*C");
        assertThat(((MatrixStatement)
                                CertificateText.proposition(Tree.read(right).get(0)))
                        .premises())
                .hasToString("[2*s^2*C = 0]");
        String otherwise = "line 1: it is written in another way";
        refused(otherwise, matrix("2*(s)^2*C 1*C 1*C"));
        refused(otherwise, matrix("2*C*(s)^2"));
        refused(otherwise, matrix("2*(s)^1*(s)^1*C"));
        refused(otherwise, matrix("4/2*C"));
        refused(otherwise, matrix("0*C"));
        refused(otherwise, matrix("2*C+"));
        refused(otherwise, matrix("2*tr(C')^1*C"));
        refused(otherwise, matrix("1*size(1)^1*C"));
        refused(otherwise, matrix("1*C").replace("(given", "(granted"));
        refused(otherwise, matrix("1*C").replace("letters", "matrices"));
        refused(otherwise, HEAD + "(given) (or (letters) (shown)))");
        refused(otherwise, HEAD + "(given) (either (letters) (shown) (shown)))");
        refused("line 4: unknown matrix D", matrix("1*D"));
        refused("line 4: unknown matrix", matrix("1*()^2*C"));
        refused(otherwise, matrix("1*C 1*(s)^2*(r)^1"));
        refused("line 4: s may be zero, so it is not divided by", matrix("1*(s)^-1*C"));
        refused("line 4: tr(C) may be zero, so it is not divided by", matrix("1*tr(C)^-1*C"));
        refused("line 4: n has no power -1", matrix("1*size(n)^-1*C"));
        refused("line 4: C is no number, so it is not divided by", matrix("1*(C)^-1*C"));
        refused(otherwise, matrix("1*(C)^1*C"));
        refused(otherwise, matrix("1*(C)^0*C"));
        refused("line 4: denominator zero", matrix("1/0*C"));
        refused("line 4: For input string", matrix("x*C"));
        refused("line 4: no fact: none", matrix("1*C").replace("zero", "none"));
        refused("line 4: C is not symmetric", matrix("1*C").replace("zero", "positive"));
        refused("line 2: No enum constant", HEAD.replace("ANY", "SOME") + "(given))");
        refused("line 2: 'letter' has no part 4", HEAD.replace(" ANY", "") + "(given))");
        refused("line 1: 'matrices' has no part 1", "(matrices)");
        refused("line 1: 'matrices' has no part 2", "(matrices (letters))");
        refused(
                "line 1: C stands for two matrices",
                "(matrices\n(letters (letter C n n ANY) (letter C n n ANY)) (given))");
    }

    private static void proofRefused(String message, String proof) {
        MatrixStatement statement = new MatrixStatement(RandomMatrices.LETTERS, List.of(), List.of());
        assertThatThrownBy(() -> CertificateText.certificate(Tree.read(proof).get(0), statement))
                .as(proof)
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining(message);
    }

    /** Steps after a lemma of one case follow it; those of several stand within their cases. */
    @Example
    void theTextIsThis() {
        MatrixPolynomial s = MatrixPolynomial.of(RandomMatrices.NUMBER);
        MatrixPolynomial c = MatrixPolynomial.of(RandomMatrices.C);
        MatrixProof end = new MatrixProof.Done(0, List.of(c));
        MatrixProof sign = new MatrixProof.Apply(
                Lemma.SIGN, List.of(s), List.of(List.of(), List.of(), List.of()), List.of(end, end, end));
        MatrixProof proof = new MatrixProof.Apply(Lemma.LETTER, List.of(c), List.of(List.of("Q")), List.of(sign));
        assertThat(CertificateText.of(proof).written().replaceAll("\\s+", " "))
                .isEqualTo("(steps (obtain letter (of (matrix n n 1*C)) (case (names Q)))"
                        + " (cases sign (of (matrix 1 1 `1*(s)^1`))"
                        + " (case (names) (done 0 (of (matrix n n 1*C))))".repeat(3)
                        + "))");
    }

    @Example
    void aProofIsWrittenInOneWay() {
        String zero = "(zero (matrix n n 1*C))";
        proofRefused("a proof has no end", "(steps)");
        proofRefused("a proof has no end", "(steps (have " + zero + " (sum)))");
        proofRefused("line 1: no step: claim", "(steps (claim))");
        proofRefused("line 2: steps follow after the end", "(steps\n(done 0 (of)) (done 0 (of)))");
        proofRefused(
                "line 2: steps follow after the end",
                "(steps\n(cases contradiction (of (matrix 1 1 `1*(s)^1`))) (done 0 (of)))");
        proofRefused("line 2: no lemma: luck", "(steps\n(obtain luck (of)) (done 0 (of)))");
        proofRefused("line 3: no reason: luck", "(steps\n(have " + zero + "\n(luck)) (done 0 (of)))");
        proofRefused("line 2: it is written in another way", "\n(steps (done 0 (by)))");
        proofRefused("it is written in another way", "(steps (done 00 (of)))");
        proofRefused("it is written in another way", "(steps (have " + zero + " (sum (plus))) (done 0 (of)))");
        proofRefused(
                "it is written in another way",
                "(steps (have " + zero + " (sum (multiple (matrix n n) 0 other (matrix n n) whole))) (done 0 (of)))");
        proofRefused(
                "it is written in another way",
                "(steps (have " + zero + " (sum (multiple (matrix n n) 0 plain (matrix n n) other))) (done 0 (of)))");
        proofRefused("line 2: For input string: \"x\"", "(steps\n(done x (of)))");
        proofRefused("letter has 1 cases", "(steps\n(obtain letter (of (matrix n n 1*C))) (done 0 (of)))");
        proofRefused(
                "sign has 3 cases", "(steps\n(obtain sign (of (matrix 1 1 `1*(s)^1`)) (case (names))) (done 0 (of)))");
        proofRefused(
                "no count: size", "(steps (have (at-least-zero 0 (size 1 (matrix n n 1*C))) (sum)) (done 0 (of)))");
    }
}
