package org.lossproof.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.MatrixFact.AtLeastZero;
import org.lossproof.kernel.MatrixFact.Count;
import org.lossproof.kernel.MatrixFact.NonNegative;
import org.lossproof.kernel.MatrixFact.Positive;
import org.lossproof.kernel.MatrixFact.Zero;

/** Every kind of reason: multiplied out it is the fact, or it is rejected. */
class ReasonCheckTest extends MatrixProofs {
    private static final Letter A = RandomMatrices.A;
    private static final Letter U = RandomMatrices.U;
    private static final Letter NUMBER = RandomMatrices.NUMBER;
    private static final MatrixPolynomial u = of(U);
    private static final MatrixPolynomial x = of(NUMBER);
    private static final List<Letter> LETTERS = List.of(A, c, s, RandomMatrices.T, U, NUMBER, r);
    private static final Count RANK = new Count(Count.Of.RANK, C);
    private static final Count OTHER = new Count(Count.Of.RANK, of(A));
    private static final Count ROWS = new Count(Count.Of.ROWS, C);

    /** Facts 0 to 6 of what follows. */
    private static final List<MatrixFact> GIVEN = List.of(
            new Zero(C.times(C).minus(S)),
            new NonNegative(S),
            new Positive(of(RandomMatrices.T)),
            new NonNegative(x),
            new Positive(R),
            counts(Rational.of(-2), RANK, 1, OTHER, -1),
            counts(Rational.of(3), OTHER, 2, ROWS, -1));

    private static AtLeastZero counts(Rational constant, Count one, long weight, Count other, long otherWeight) {
        return counts(constant, one, weight, other, Rational.of(otherWeight));
    }

    private static AtLeastZero counts(Rational constant, Count one, long weight, Count other, Rational otherWeight) {
        return new AtLeastZero(new TreeMap<>(Map.of(one, Rational.of(weight), other, otherWeight)), constant);
    }

    private static void shows(MatrixFact fact, MatrixProof.Reason reason) {
        accepts(statement(LETTERS, GIVEN, fact), have(fact, reason, done()));
    }

    private static void fails(String message, MatrixFact fact, MatrixProof.Reason reason) {
        rejects(message, statement(LETTERS, GIVEN, fact), have(fact, reason, done()));
    }

    private static MatrixProof.Multiples one(
            MatrixPolynomial left, int of, boolean transposed, MatrixPolynomial right, boolean trace) {
        return sum(new MatrixProof.Multiple(left, of, transposed, right, trace));
    }

    @Test
    void multiplesOfWhatIsZeroAreZero() {
        MatrixPolynomial unit = one("n");
        MatrixPolynomial z = C.times(C).minus(S);
        MatrixPolynomial prime = C.transpose().times(C.transpose()).minus(S);
        shows(new Zero(S.times(z).times(C)), one(S, 0, false, C, false));
        shows(new Zero(S.times(prime).times(C)), one(S, 0, true, C, false));
        shows(new Zero(S.times(z).times(C).trace()), one(S, 0, false, C, true));
        shows(new Zero(S.times(prime).trace()), one(S, 0, true, unit, true));
        shows(
                new Zero(C.times(z).minus(z.times(C))),
                sum(multiple(C, 0, unit), multiple(unit, 0, C.scaled(Rational.of(-1)))));
        shows(new Zero(MatrixPolynomial.zero("m", "n")), sum());
        fails("multiplied out it is 0, not C", new Zero(C), sum());
        for (MatrixProof.Multiples wrong : List.of(
                one(S.scaled(Rational.of(2)), 0, false, C, false),
                one(C, 0, false, S, false),
                one(S, 0, true, C, false),
                sum(multiple(S, 0, C), multiple(unit, 0, unit)),
                sum())) {
            fails("multiplied out it is ", new Zero(S.times(z).times(C)), wrong);
        }
        fails("do not add", new Zero(S.times(z).times(C)), one(S, 0, false, C, true));
        fails("do not add", new Zero(S.times(z).times(C).trace()), one(S, 0, false, C, false));
        fails("have no product", new Zero(z), one(of(A).transpose(), 0, false, unit, false));
        fails("has no trace", new Zero(x), one(of(A), 0, false, unit, true));
    }

    @Test
    void onlyKnownFactsAndMatricesEnter() {
        MatrixPolynomial z = C.times(C).minus(S);
        fails("there is no fact 7", new Zero(z), one(one("n"), 7, false, one("n"), false));
        fails("there is no fact -1", new Zero(z), one(one("n"), -1, false, one("n"), false));
        fails("fact 1 says of nothing that it is zero", new Zero(S), one(one("n"), 1, false, one("n"), false));
        fails("fact 5 says of nothing that it is zero", new Zero(S), one(one("n"), 5, false, one("n"), false));
        MatrixPolynomial b = of(RandomMatrices.B);
        fails("unknown matrix B", new Zero(b.transpose().times(z)), one(b, 0, false, one("n"), false));
        fails("unknown matrix B", new Zero(z.times(b)), one(one("n"), 0, false, b, false));
        MatrixPolynomial k = one("k").trace();
        fails("unknown size k", new Zero(z), one(k, 0, false, one("n"), false));
        fails("unknown size k", new Zero(z), one(one("n"), 0, false, k.times(one("n")), false));
        fails("unknown matrix B", new NonNegative(b.transpose().times(b)), forms(form(b)));
        // Also where it leaves no trace in the sum.
        MatrixFact nothing = new NonNegative(MatrixPolynomial.zero("n", "n"));
        rejects(
                "unknown matrix B",
                statement(LETTERS, List.of(nothing), new NonNegative(MatrixPolynomial.zero("m", "m"))),
                have(new NonNegative(MatrixPolynomial.zero("m", "m")), forms(form(1, List.of(), 0, b)), done()));
    }

    @Test
    void squaresAreNotNegative() {
        MatrixPolynomial a = of(A);
        shows(new NonNegative(a.transpose().times(a)), forms(form(a)));
        shows(new NonNegative(a.transpose().times(a).trace()), forms(traced(form(a))));
        shows(new NonNegative(u.transpose().times(S).times(u)), forms(form(1, List.of(), 1, u)));
        shows(new NonNegative(a.transpose().times(of(RandomMatrices.T)).times(a)), forms(form(1, List.of(), 2, a)));
        shows(new NonNegative(S.scaled(Rational.of(3)).times(x).times(R)), forms(form(3, List.of(3, 4), 1, one("n"))));
        shows(new NonNegative(S.trace().times(x)), forms(traced(form(1, List.of(3), 1, one("n")))));
        shows(
                new NonNegative(C.times(C).minus(S).trace().plus(x)),
                forms(
                        List.of(form(1, List.of(), 3, number(1))),
                        new MatrixProof.Multiple(one("n"), 0, false, one("n"), true)));
        shows(
                new NonNegative(S.plus(number(1).times(one("n")))),
                forms(form(1, List.of(), 1, one("n")), form(one("n"))));
        shows(new NonNegative(MatrixPolynomial.zero("n", "n")), forms());
    }

    @Test
    void nothingElseIsNotNegative() {
        MatrixFact sign = new NonNegative(S);
        MatrixPolynomial unit = one("n");
        for (MatrixProof.Forms wrong : List.of(
                forms(),
                forms(form(2, List.of(), 1, unit)),
                forms(form(1, List.of(3), 1, unit)),
                forms(form(1, List.of(), 1, C)),
                forms(form(unit)),
                forms(List.of(form(1, List.of(), 1, unit)), multiple(unit, 0, unit)),
                forms(form(1, List.of(), 1, unit), form(1, List.of(), 1, unit)))) {
            fails("multiplied out it is ", sign, wrong);
        }
        for (long weight : List.of(0L, -1L)) {
            fails("a weight is not positive", sign, forms(form(weight, List.of(), 1, unit)));
            fails(
                    "a weight is not positive",
                    new NonNegative(S.scaled(Rational.of(-1))),
                    forms(form(weight, List.of(), 1, unit)));
        }
        fails("do not add", sign, forms(traced(form(1, List.of(), 1, unit))));
        fails("do not add", new NonNegative(S.trace()), forms(form(1, List.of(), 1, unit)));
        fails(
                "fact 0 gives nothing a sign",
                new NonNegative(C.times(C).minus(S).trace()),
                forms(traced(form(1, List.of(), 0, unit))));
        fails("fact 5 gives nothing a sign", sign, forms(form(1, List.of(5), 1, unit)));
        fails("fact 1 is not about a number", new NonNegative(S.times(S)), forms(form(1, List.of(1), 1, unit)));
        fails("there is no fact 9", sign, forms(form(1, List.of(), 9, unit)));
        fails("there is no fact 9", sign, forms(form(1, List.of(9), 1, unit)));
    }

    @Test
    void positiveIsWhatHasAPositivePart() {
        MatrixPolynomial t = of(RandomMatrices.T);
        MatrixPolynomial m = one("m");
        shows(new Positive(t), forms(form(1, List.of(), 2, m)));
        shows(new Positive(t.trace()), forms(traced(form(1, List.of(), 2, m))));
        shows(new Positive(t.times(R).times(R)), forms(form(1, List.of(), 2, R.times(m))));
        shows(new Positive(t.times(R).scaled(Rational.of(2))), forms(form(2, List.of(4), 2, m)));
        shows(new Positive(R.times(R)), forms(form(R)));
        shows(new Positive(one("n")), forms(form(one("n"))));
        shows(new Positive(one("n").plus(S)), forms(form(1, List.of(), 1, one("n")), form(one("n"))));
        shows(
                new Positive(R.plus(C.times(C).minus(S).trace())),
                forms(
                        List.of(form(1, List.of(), 4, number(1))),
                        new MatrixProof.Multiple(one("n"), 0, false, one("n"), true)));
        shows(
                new Positive(t.plus(of(A).times(of(A).transpose()))),
                forms(form(of(A).transpose()), form(1, List.of(), 2, m)));
        String none = "no part of it is positive";
        fails(none, new Positive(MatrixPolynomial.zero("m", "m")), forms());
        fails(none, new Positive(S), forms(form(1, List.of(), 1, one("n"))));
        fails(none, new Positive(x), forms(form(1, List.of(), 3, number(1))));
        fails(none, new Positive(x.times(t)), forms(form(1, List.of(3), 2, m)));
        fails(none, new Positive(R.times(x).times(t)), forms(form(1, List.of(4, 3), 2, m)));
        fails(none, new Positive(x.times(x)), forms(form(x)));
        fails(none, new Positive(x.times(x).times(R).times(R)), forms(form(x.times(R))));
        fails(none, new Positive(u.transpose().times(u)), forms(form(u)));
        fails(none, new Positive(C.transpose().times(C)), forms(form(C)));
        fails(none, new Positive(t.times(x).times(x)), forms(form(1, List.of(), 2, x.times(m))));
        MatrixPolynomial two = one("m").plus(R.times(one("m")));
        fails(none, new Positive(two.times(t).times(two)), forms(form(1, List.of(), 2, two)));
        fails(
                none,
                new Positive(MatrixPolynomial.zero("m", "m")),
                forms(form(1, List.of(), 2, MatrixPolynomial.zero("m", "m"))));
        fails("a weight is not positive", new Positive(t), forms(form(-1, List.of(), 2, m)));
        fails("multiplied out", new Positive(t), forms(form(2, List.of(), 2, m)));
        fails("multiplied out", new Positive(t), forms(form(m)));
        fails("multiplied out", new Positive(t), forms(form(1, List.of(), 2, m), form(1, List.of(), 2, m)));
    }

    private static MatrixProof.Sum parts(Object... weightsAndFacts) {
        List<MatrixProof.Weighted> out = new java.util.ArrayList<>();
        for (int i = 0; i < weightsAndFacts.length; i += 2) {
            out.add(new MatrixProof.Weighted(
                    Rational.parse((String) weightsAndFacts[i]), (Integer) weightsAndFacts[i + 1]));
        }
        return new MatrixProof.Sum(out);
    }

    /** rank C - rank A - 2 >= 0 twice and 2 rank A - n + 3 >= 0: 2 rank C - n - 1 >= 0. */
    @Test
    void countsAddUpWithWeights() {
        MatrixFact both = counts(Rational.of(-1), RANK, 2, ROWS, -1);
        shows(both, parts("2", 5, "1", 6));
        shows(counts(Rational.of(5), RANK, 2, ROWS, -1), parts("2", 5, "1", 6));
        shows(counts(Rational.parse("-1/2"), RANK, 1, ROWS, Rational.parse("-1/2")), parts("1", 5, "1/2", 6));
        shows(GIVEN.get(5), parts("1", 5, "0", 6));
        shows(new AtLeastZero(new TreeMap<>(), Rational.ZERO), parts());
        shows(new AtLeastZero(new TreeMap<>(), Rational.of(7)), parts());
        fails("add up to more", new AtLeastZero(new TreeMap<>(), Rational.of(-1)), parts());
        fails("add up to more", counts(Rational.of(-2), RANK, 2, ROWS, -1), parts("2", 5, "1", 6));
        for (MatrixProof.Sum wrong : List.of(
                parts("1", 5, "1", 6), parts("2", 5, "2", 6), parts("2", 5), parts("2", 5, "1", 6, "1", 6), parts())) {
            fails("the counts do not add up to ", both, wrong);
        }
        fails("a weight is negative", counts(Rational.of(2), RANK, -1, OTHER, 1), parts("-1", 5));
        fails("fact 0 counts nothing", both, parts("2", 0, "1", 6));
        fails("there is no fact 7", both, parts("2", 7, "1", 6));
    }

    /** A reason shows facts of its kind only. */
    @Test
    void reasonsShowFactsOfTheirKind() {
        MatrixPolynomial t = of(RandomMatrices.T);
        MatrixFact counts = GIVEN.get(5);
        MatrixFact zero = new Zero(MatrixPolynomial.zero("n", "n"));
        String otherwise = "a reason of this kind shows no such fact: ";
        List<MatrixProof.Reason> reasons =
                List.of(sum(), forms(), forms(form(1, List.of(), 2, one("m"))), parts("1", 5), instance(0));
        List<MatrixFact> facts = List.of(
                zero,
                new NonNegative(MatrixPolynomial.zero("n", "n")),
                new Positive(t),
                counts,
                new MatrixFact.Diagonal(S));
        for (int i = 0; i < facts.size(); i++) {
            for (int k = 0; k < reasons.size(); k++) {
                boolean ofNonNegative = i == 1 && k == 2;
                boolean ofPositive = i == 2 && k == 1;
                if (i != k && !ofNonNegative && !ofPositive) {
                    fails(otherwise, facts.get(i), reasons.get(k));
                }
            }
        }
        shows(facts.get(0), reasons.get(0));
        shows(facts.get(1), reasons.get(1));
        shows(facts.get(2), reasons.get(2));
        shows(facts.get(3), reasons.get(3));
    }

    /** What is true of all shows what is true of one, a diagonal too. */
    @Test
    void anInstanceIsOfAFactOfAnyKind() {
        Letter any = Letter.symmetric("Q", "n");
        MatrixFact all = new MatrixFact.ForAll(List.of(any), new MatrixFact.Diagonal(of(any)));
        MatrixFact ofS = new MatrixFact.Diagonal(S);
        accepts(statement(LETTERS, List.of(all), ofS), have(ofS, instance(0, S), done()));
        rejects("is not symmetric", statement(LETTERS, List.of(all), ofS), have(ofS, instance(0, C), done()));
        MatrixFact isZero = new MatrixFact.ForAll(List.of(any), new Zero(of(any)));
        rejects("it is no instance", statement(LETTERS, List.of(isZero), ofS), have(ofS, instance(0, S), done()));
    }
}
