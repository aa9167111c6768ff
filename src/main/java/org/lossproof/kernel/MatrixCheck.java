package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks proofs about matrices of any size by multiplying out and comparing; no search. */
final class MatrixCheck {
    private final List<MatrixStatement.Alternative> goal;
    private final Map<String, Letter> letters = new HashMap<>();
    private final Set<String> sizes = new HashSet<>(Set.of(Letter.UNIT));
    private final List<MatrixFact> facts = new ArrayList<>();
    private final Set<Lemma> used;

    private MatrixCheck(List<MatrixStatement.Alternative> goal, Set<Lemma> used) {
        this.goal = goal;
        this.used = used;
    }

    private MatrixCheck(MatrixCheck before, List<MatrixStatement.Alternative> goal) {
        this(goal, before.used);
        letters.putAll(before.letters);
        sizes.addAll(before.sizes);
        facts.addAll(before.facts);
    }

    /**
     * The lemmas that a proof uses.
     *
     * @throws RejectedCertificateException naming the first step that does not follow
     */
    static Set<Lemma> lemmas(MatrixStatement statement, MatrixProof proof) {
        MatrixCheck check = new MatrixCheck(statement.alternatives(), EnumSet.noneOf(Lemma.class));
        statement.letters().forEach(check::add);
        statement.premises().forEach(check::add);
        for (MatrixStatement.Alternative alternative : statement.alternatives()) {
            MatrixCheck under = new MatrixCheck(check, List.of());
            alternative.letters().forEach(under::add);
            alternative.facts().forEach(under::add);
        }
        check.follow(proof);
        return check.used;
    }

    private void add(Letter letter) {
        require(letters.putIfAbsent(letter.name(), letter) == null, letter.name() + " already stands for a matrix");
        sizes.add(letter.rows());
        sizes.add(letter.columns());
        sizes.forEach(s -> require(!letters.containsKey(s), s + " is a size and a matrix"));
    }

    private void add(MatrixFact fact) {
        if (fact instanceof MatrixFact.ForAll all) {
            MatrixCheck under = new MatrixCheck(this, List.of());
            all.letters().forEach(under::add);
            under.add(all.fact());
        } else {
            fact.matrices().forEach(this::known);
        }
        facts.add(fact);
    }

    private void known(MatrixPolynomial p) {
        p.letters().forEach(l -> require(l.equals(letters.get(l.name())), "unknown matrix " + l.name()));
        p.sizes().forEach(s -> require(sizes.contains(s), "unknown size " + s));
    }

    private void follow(MatrixProof proof) {
        MatrixProof at = proof;
        while (at instanceof MatrixProof.Have || at instanceof MatrixProof.Generalise) {
            if (at instanceof MatrixProof.Have have) {
                check(have.fact(), have.reason());
                add(have.fact());
                at = have.then();
            } else {
                MatrixProof.Generalise step = (MatrixProof.Generalise) at;
                MatrixCheck inside = new MatrixCheck(this, List.of(MatrixStatement.Alternative.of(step.fact())));
                inside.add(step.letter());
                inside.follow(step.shown());
                add(new MatrixFact.ForAll(List.of(step.letter()), step.fact()));
                at = step.then();
            }
        }
        if (at instanceof MatrixProof.Apply apply) {
            apply(apply);
        } else {
            done((MatrixProof.Done) at);
        }
    }

    private void apply(MatrixProof.Apply apply) {
        apply.arguments().forEach(this::known);
        MatrixStatement here = apply.lemma().at(apply.arguments(), apply.names());
        here.premises().forEach(p -> requireKnown(p, "lemma " + apply.lemma().word() + " needs"));
        used.add(apply.lemma());
        int n = here.alternatives().size();
        require(n == apply.branches().size(), apply.lemma().word() + " has " + n + " cases");
        for (int i = 0; i < n; i++) {
            MatrixCheck branch = new MatrixCheck(this, goal);
            here.alternatives().get(i).letters().forEach(branch::add);
            here.alternatives().get(i).facts().forEach(branch::add);
            branch.follow(apply.branches().get(i));
        }
    }

    private void done(MatrixProof.Done done) {
        require(done.alternative() >= 0 && done.alternative() < goal.size(), "the statement has no such alternative");
        done.witnesses().forEach(this::known);
        goal.get(done.alternative()).at(done.witnesses()).forEach(f -> requireKnown(f, "not shown:"));
    }

    private void requireKnown(MatrixFact fact, String otherwise) {
        require(facts.contains(fact), otherwise + " " + fact);
    }

    private void check(MatrixFact fact, MatrixProof.Reason reason) {
        if (fact instanceof MatrixFact.Zero zero && reason instanceof MatrixProof.Multiples why) {
            requireSame(zero.matrix(), sum(zero.matrix(), why.multiples()));
        } else if (fact instanceof MatrixFact.NonNegative that && reason instanceof MatrixProof.Forms why) {
            requireSame(that.matrix(), sum(that.matrix(), why));
        } else if (fact instanceof MatrixFact.Positive that && reason instanceof MatrixProof.Forms why) {
            require(why.forms().stream().anyMatch(this::isStrict), "no part of it is positive");
            requireSame(that.matrix(), sum(that.matrix(), why));
        } else if (fact instanceof MatrixFact.AtLeastZero that && reason instanceof MatrixProof.Sum why) {
            checkCounts(that, why);
        } else if (reason instanceof MatrixProof.Instance why && fact(why.of()) instanceof MatrixFact.ForAll all) {
            why.arguments().forEach(this::known);
            require(fact.equals(all.at(why.arguments())), "it is no instance: " + fact);
        } else {
            require(false, "a reason of this kind shows no such fact: " + fact);
        }
    }

    private MatrixPolynomial sum(MatrixPolynomial like, List<MatrixProof.Multiple> multiples) {
        MatrixPolynomial sum = MatrixPolynomial.zero(like.rows(), like.columns());
        for (MatrixProof.Multiple m : multiples) {
            require(fact(m.of()) instanceof MatrixFact.Zero, "fact " + m.of() + " says of nothing that it is zero");
            known(m.left());
            known(m.right());
            MatrixPolynomial zero = ((MatrixFact.Zero) fact(m.of())).matrix();
            MatrixPolynomial product =
                    m.left().times(m.transposed() ? zero.transpose() : zero).times(m.right());
            sum = sum.plus(m.trace() ? product.trace() : product);
        }
        return sum;
    }

    private MatrixPolynomial sum(MatrixPolynomial like, MatrixProof.Forms why) {
        MatrixPolynomial sum = sum(like, why.multiples());
        for (MatrixProof.Form form : why.forms()) {
            require(form.weight().signum() > 0, "a weight is not positive");
            known(form.x());
            MatrixPolynomial product = form.of().isPresent()
                    ? form.x().transpose().times(sign(form.of().getAsInt())).times(form.x())
                    : form.x().transpose().times(form.x());
            product = (form.trace() ? product.trace() : product).scaled(form.weight());
            for (int number : form.numbers()) {
                require(sign(number).isScalar(), "fact " + number + " is not about a number");
                product = sign(number).times(product);
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** The matrix that a fact says is not negative. */
    private MatrixPolynomial sign(int of) {
        if (fact(of) instanceof MatrixFact.Positive positive) {
            return positive.matrix();
        }
        require(fact(of) instanceof MatrixFact.NonNegative, "fact " + of + " gives nothing a sign");
        return ((MatrixFact.NonNegative) fact(of)).matrix();
    }

    /** Whether it is a positive multiple of what is positive: what stands on both sides is a nonzero multiple of an identity. */
    private boolean isStrict(MatrixProof.Form form) {
        boolean invertible = form.x().isSquare()
                && form.x().terms().size() == 1
                && form.x().terms().firstKey().isNonzero();
        return invertible
                && form.numbers().stream().allMatch(n -> fact(n) instanceof MatrixFact.Positive)
                && (form.of().isEmpty() || fact(form.of().getAsInt()) instanceof MatrixFact.Positive);
    }

    private void checkCounts(MatrixFact.AtLeastZero that, MatrixProof.Sum why) {
        Map<MatrixFact.Count, Rational> rest = new HashMap<>(that.counts());
        Rational constant = that.constant();
        for (MatrixProof.Weighted part : why.parts()) {
            require(part.weight().signum() >= 0, "a weight is negative");
            require(fact(part.of()) instanceof MatrixFact.AtLeastZero, "fact " + part.of() + " counts nothing");
            MatrixFact.AtLeastZero known = (MatrixFact.AtLeastZero) fact(part.of());
            Rational minus = part.weight().negated();
            known.counts().forEach((count, c) -> rest.merge(count, c.times(minus), Rational::plus));
            constant = constant.plus(known.constant().times(minus));
        }
        require(rest.values().stream().allMatch(c -> c.signum() == 0), "the counts do not add up to " + that);
        require(constant.signum() >= 0, "the numbers add up to more than in " + that);
    }

    private MatrixFact fact(int i) {
        require(i >= 0 && i < facts.size(), "there is no fact " + i);
        return facts.get(i);
    }

    private static void requireSame(MatrixPolynomial claimed, MatrixPolynomial found) {
        require(claimed.equals(found), "multiplied out it is " + found + ", not " + claimed);
    }
}
