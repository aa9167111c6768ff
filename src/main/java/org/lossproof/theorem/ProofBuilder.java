package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;
import org.lossproof.page.matrix.MatrixExpression;
import org.lossproof.page.matrix.MatrixTex;
import org.lossproof.page.matrix.ProofLine;

/** Builds the kernel's proof line by line: steps so far stand around what is still to come. */
final class ProofBuilder {
    private final Names names;
    private final KnownFacts facts;
    private final List<MatrixStatement.Alternative> goal;
    private final List<UnaryOperator<MatrixProof>> before = new ArrayList<>();
    private final List<ShownProof.Step> steps;
    private final int depth;
    private final List<String> because = new ArrayList<>();

    /**
     * @param steps where the lines are written down for a reader
     * @param depth how many cases the lines stand in
     */
    ProofBuilder(
            Names names,
            KnownFacts facts,
            List<MatrixStatement.Alternative> goal,
            List<ShownProof.Step> steps,
            int depth) {
        this.names = new Names(names);
        this.facts = new KnownFacts(facts);
        this.goal = goal;
        this.steps = steps;
        this.depth = depth;
    }

    /** The proof that lines describe, the last of which ends it. */
    MatrixProof proof(List<ProofLine> lines) {
        for (ProofLine line : lines.subList(0, lines.size() - 1)) {
            step(line);
        }
        return closed(end(lines.get(lines.size() - 1)));
    }

    private MatrixProof closed(MatrixProof end) {
        MatrixProof out = end;
        for (int i = before.size() - 1; i >= 0; i--) {
            out = before.get(i).apply(out);
        }
        return out;
    }

    private void step(ProofLine line) {
        if (line instanceof ProofLine.Have have) {
            List<MatrixFact> shown = reader().facts(have.formula());
            shown.forEach(f -> show(f, have.using(), have.as(), have.span()));
            facts.label(have.label(), shown);
            say("have" + labelled(have.label()), List.of(have.formula().tex(this::isNumber)));
        } else if (line instanceof ProofLine.Abbreviate a) {
            requireNew(a.name(), a.span());
            names.abbreviate(a.name(), names.value(a.as()));
            say("write", List.of(MatrixTex.name(a.name()) + " = " + a.as().tex()));
        } else if (line instanceof ProofLine.Use use) {
            use(use);
        } else if (line instanceof ProofLine.Take take) {
            take(take);
        } else if (line instanceof ProofLine.Fix fix) {
            fix(fix);
        } else {
            throw new InputException(line.span(), "nothing may follow this line");
        }
    }

    private static String labelled(String label) {
        return label.isEmpty() ? "" : " (" + label + ")";
    }

    private void say(String words, List<String> tex) {
        steps.add(new ShownProof.Step(depth, words, tex, because));
        because.clear();
    }

    private boolean isNumber(MatrixExpression e) {
        return names.value(e).isScalar();
    }

    private static List<String> tex(List<MatrixFact> of) {
        return of.stream().map(FactTex::of).toList();
    }

    private FactReader reader() {
        return new FactReader(names);
    }

    private void requireNew(String name, Span where) {
        if (names.isTaken(name)) {
            throw new InputException(where, "'" + name + "' already stands for something; choose another name");
        }
    }

    /** Makes a fact known. */
    private void show(MatrixFact fact, List<String> using, Optional<MatrixExpression> as, Span where) {
        if (!facts.holds(fact)) {
            MatrixProof.Reason reason = new StepSearch(names, facts).reason(fact, using, as, where);
            because.add(new ReasonText(facts).of(fact, reason));
            facts.add("", List.of(fact));
            before.add(rest -> new MatrixProof.Have(fact, reason, rest));
        }
    }

    private List<MatrixPolynomial> values(List<MatrixExpression> expressions) {
        return expressions.stream().map(names::value).toList();
    }

    /** The lemma about these matrices, its premises made known. */
    private MatrixStatement instance(
            Lemma lemma, List<MatrixPolynomial> arguments, List<List<String>> given, Span where) {
        try {
            MatrixStatement here = lemma.at(arguments, given);
            here.premises().forEach(p -> show(p, List.of(), Optional.empty(), where));
            return here;
        } catch (RejectedCertificateException | IllegalArgumentException e) {
            throw new InputException(where, "lemma " + lemma.word() + ": " + e.getMessage());
        }
    }

    private void use(ProofLine.Use use) {
        int cases = use.lemma().statement().alternatives().size();
        if (cases != 1) {
            throw new InputException(
                    use.span(),
                    "lemma " + use.lemma().word() + " has " + cases + " cases; write 'cases "
                            + use.lemma().word() + " of ..'");
        }
        use.names().forEach(n -> requireNew(n, use.span()));
        List<MatrixPolynomial> arguments = values(use.arguments());
        MatrixStatement.Alternative gives = instance(use.lemma(), arguments, List.of(use.names()), use.span())
                .alternatives()
                .get(0);
        gives.letters().forEach(names::letter);
        facts.add(use.label(), gives.facts());
        String what = use.names().isEmpty() ? "use" : "obtain " + String.join(", ", use.names()) + " by";
        say(
                what + " " + of(use.lemma(), use.arguments())
                        + labelled(use.names().isEmpty() ? use.label() : ""),
                tex(gives.facts()));
        before.add(rest -> new MatrixProof.Apply(use.lemma(), arguments, List.of(use.names()), List.of(rest)));
    }

    private void take(ProofLine.Take take) {
        int of = facts.labelled(take.of(), take.span());
        List<MatrixPolynomial> arguments = values(take.arguments());
        if (!(facts.get(of) instanceof MatrixFact.ForAll all)) {
            throw new InputException(take.span(), "'" + take.of() + "' is not about all matrices: " + facts.get(of));
        }
        MatrixFact here = all.at(arguments);
        facts.add(take.label(), List.of(here));
        say(
                "take " + take.of() + " at \\(" + texOf(take.arguments()) + "\\)" + labelled(take.label()),
                tex(List.of(here)));
        before.add(rest -> new MatrixProof.Have(here, new MatrixProof.Instance(of, arguments), rest));
    }

    private void fix(ProofLine.Fix fix) {
        requireNew(fix.letter().name(), fix.span());
        Names inside = new Names(names);
        inside.letter(fix.letter());
        say(
                "fix any",
                List.of(MatrixTex.name(fix.letter().name()) + "\\colon "
                        + fix.letter().rows() + " \\times " + fix.letter().columns()));
        ProofBuilder under = new ProofBuilder(inside, facts, List.of(), steps, depth + 1);
        fix.lines().forEach(under::step);
        List<MatrixFact> shown = under.reader().facts(fix.shown());
        if (shown.size() != 1) {
            throw new InputException(fix.shown().span(), "one fact is shown of all; this is several");
        }
        under.show(shown.get(0), List.of(), Optional.empty(), fix.shown().span());
        under.say("thus, for all" + labelled(fix.label()), List.of(fix.shown().tex(under::isNumber)));
        MatrixProof proof = under.closed(new MatrixProof.Done(0, List.of()));
        MatrixFact.ForAll all = new MatrixFact.ForAll(List.of(fix.letter()), shown.get(0));
        facts.add(fix.label(), List.of(all));
        before.add(rest -> new MatrixProof.Generalise(fix.letter(), shown.get(0), proof, rest));
    }

    private MatrixProof end(ProofLine line) {
        if (line instanceof ProofLine.Cases cases) {
            return cases(cases);
        } else if (line instanceof ProofLine.Absurd absurd) {
            return absurd(absurd);
        }
        return done((ProofLine.Done) line);
    }

    private MatrixProof cases(ProofLine.Cases cases) {
        List<MatrixPolynomial> arguments = values(cases.arguments());
        List<List<String>> given =
                cases.branches().stream().map(ProofLine.Branch::names).toList();
        MatrixStatement here = instance(cases.lemma(), arguments, given, cases.span());
        say("cases: " + of(cases.lemma(), cases.arguments()), List.of());
        List<MatrixProof> branches = new ArrayList<>();
        for (int i = 0; i < here.alternatives().size(); i++) {
            ProofLine.Branch branch = cases.branches().get(i);
            branch.names().forEach(n -> requireNew(n, branch.span()));
            ProofBuilder under = new ProofBuilder(names, facts, goal, steps, depth + 1);
            MatrixStatement.Alternative alternative = here.alternatives().get(i);
            alternative.letters().forEach(under.names::letter);
            under.facts.add(branch.label(), alternative.facts());
            String there = branch.names().isEmpty() ? "" : ", with " + String.join(", ", branch.names());
            steps.add(new ShownProof.Step(
                    depth + 1, "case" + labelled(branch.label()) + there, tex(alternative.facts()), List.of()));
            branches.add(under.proof(branch.lines()));
        }
        return new MatrixProof.Apply(cases.lemma(), arguments, given, branches);
    }

    private static String of(Lemma lemma, List<MatrixExpression> arguments) {
        return lemma.word() + (arguments.isEmpty() ? "" : " of \\(" + texOf(arguments) + "\\)");
    }

    private static String texOf(List<MatrixExpression> expressions) {
        return expressions.stream().map(MatrixExpression::tex).collect(Collectors.joining(",\\ "));
    }

    private MatrixProof absurd(ProofLine.Absurd absurd) {
        MatrixPolynomial number = names.value(absurd.positive());
        if (!number.isScalar()) {
            throw new InputException(absurd.span(), "a number is absurd, not a matrix of shape " + number.shape());
        }
        show(new MatrixFact.Positive(number), absurd.using(), Optional.empty(), absurd.span());
        show(new MatrixFact.NonNegative(number.scaled(Rational.of(-1))), absurd.using(), absurd.as(), absurd.span());
        say("a contradiction: both positive and not", List.of(absurd.positive().tex()));
        return new MatrixProof.Apply(Lemma.CONTRADICTION, List.of(number), List.of(), List.of());
    }

    /** The alternatives, those first of which everything is known: nothing is searched for then. */
    private List<Integer> knownFirst(List<MatrixPolynomial> witnesses, Span where) {
        List<Integer> known = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < goal.size(); i++) {
            try {
                (goal.get(i).at(witnesses).stream().allMatch(facts::holds) ? known : others).add(i);
            } catch (RejectedCertificateException e) {
                throw new InputException(where, e.getMessage());
            }
        }
        known.addAll(others);
        return known;
    }

    private MatrixProof done(ProofLine.Done done) {
        List<MatrixPolynomial> witnesses = values(done.witnesses());
        ProofGapException gap = null;
        for (int i : knownFirst(witnesses, done.span())) {
            ProofBuilder attempt = new ProofBuilder(names, facts, goal, steps, depth);
            try {
                goal.get(i).at(witnesses).forEach(f -> attempt.show(f, List.of(), Optional.empty(), done.span()));
                before.addAll(attempt.before);
                because.addAll(attempt.because);
                say("which was to be shown", List.of());
                return new MatrixProof.Done(i, witnesses);
            } catch (ProofGapException e) {
                gap = gap == null ? e : gap;
            }
        }
        throw gap == null ? new ProofGapException(done.span(), "nothing is to be shown; end by 'absurd'") : gap;
    }
}
