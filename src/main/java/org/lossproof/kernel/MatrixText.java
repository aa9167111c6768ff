package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@link MatrixStatement}s and {@link MatrixProof}s as {@link Tree}s, and back. Letters that a lemma gives have the shapes that it says. */
final class MatrixText {
    private static final Pattern FACTOR =
            Pattern.compile("(tr|size|)\\(([^()]*)\\)\\^(-?[0-9]+)|([A-Za-z][A-Za-z0-9_]*)('?)");

    private final Map<String, Letter> letters;

    private MatrixText(Map<String, Letter> before, List<Letter> more) {
        letters = new HashMap<>(before);
        more.forEach(l -> letters.put(l.name(), l));
    }

    static Tree of(MatrixStatement s) {
        List<Tree> parts = new ArrayList<>(List.of(letters(s.letters()), facts("given", s.premises())));
        s.alternatives()
                .forEach(a -> parts.add(Tree.list("either", List.of(letters(a.letters()), facts("shown", a.facts())))));
        return Tree.list("matrices", parts);
    }

    static MatrixStatement statement(Tree t) {
        List<Letter> letters = declared(t.part(0));
        MatrixText text = new MatrixText(Map.of(), letters);
        List<MatrixFact> premises = text.facts(t.part(1));
        List<MatrixStatement.Alternative> alternatives = new ArrayList<>();
        for (Tree a : t.parts().subList(2, t.parts().size())) {
            List<Letter> more = declared(a.part(0));
            alternatives.add(
                    new MatrixStatement.Alternative(more, new MatrixText(text.letters, more).facts(a.part(1))));
        }
        MatrixStatement read = new MatrixStatement(letters, premises, alternatives);
        requireSame(t, of(read));
        return read;
    }

    static Tree of(MatrixProof proof) {
        return Tree.list("steps", steps(proof));
    }

    static MatrixProof proof(Tree t, MatrixStatement statement) {
        MatrixProof read = new MatrixText(Map.of(), statement.letters()).steps(t.parts());
        requireSame(t, of(read));
        return read;
    }

    /** What is read is written as it stood: nothing beside it, nothing twice. */
    private static void requireSame(Tree t, Tree written) {
        RejectedCertificateException.require(
                t.written().equals(written.written()), "line " + t.line() + ": it is written in another way");
    }

    /** The steps of a proof in their order; those under the cases of a lemma stand within it. */
    private static List<Tree> steps(MatrixProof proof) {
        List<Tree> out = new ArrayList<>();
        MatrixProof at = proof;
        while (true) {
            if (at instanceof MatrixProof.Have have) {
                out.add(Tree.list("have", List.of(of(have.fact()), of(have.reason()))));
                at = have.then();
            } else if (at instanceof MatrixProof.Generalise g) {
                out.add(Tree.list(
                        "for-every", List.of(of(g.letter()), of(g.fact()), Tree.list("steps", steps(g.shown())))));
                at = g.then();
            } else if (at instanceof MatrixProof.Apply apply) {
                boolean one = apply.branches().size() == 1;
                out.add(lemma(apply, one));
                if (!one) {
                    return out;
                }
                at = apply.branches().get(0);
            } else {
                MatrixProof.Done done = (MatrixProof.Done) at;
                out.add(Tree.list("done", List.of(Tree.leaf(done.alternative()), matrices(done.witnesses()))));
                return out;
            }
        }
    }

    private static Tree lemma(MatrixProof.Apply apply, boolean one) {
        List<Tree> parts = new ArrayList<>(List.of(Tree.leaf(apply.lemma().word()), matrices(apply.arguments())));
        for (int i = 0; i < apply.names().size(); i++) {
            List<Tree> here = new ArrayList<>();
            here.add(Tree.list("names", apply.names().get(i).toArray()));
            if (!one) {
                here.addAll(steps(apply.branches().get(i)));
            }
            parts.add(Tree.list("case", here));
        }
        return Tree.list(one ? "obtain" : "cases", parts);
    }

    private MatrixProof steps(List<Tree> steps) {
        RejectedCertificateException.require(!steps.isEmpty(), "a proof has no end");
        Tree first = steps.get(0);
        List<Tree> rest = steps.subList(1, steps.size());
        MatrixProof out = switch (first.word()) {
            case "have" ->
                new MatrixProof.Have(
                        CertificateText.at(first.part(0), this::fact),
                        CertificateText.at(first.part(1), this::reason),
                        steps(rest));
            case "for-every" -> generalise(first, rest);
            case "obtain", "cases" -> apply(first, rest);
            case "done" ->
                CertificateText.at(
                        first, t -> new MatrixProof.Done(Integer.parseInt(t.text(0)), matricesIn(t.part(1))));
            default -> throw new RejectedCertificateException("line " + first.line() + ": no step: " + first.word());
        };
        RejectedCertificateException.require(
                rest.isEmpty() || !List.of("done", "cases").contains(first.word()),
                "line " + first.line() + ": steps follow after the end");
        return out;
    }

    private MatrixProof generalise(Tree t, List<Tree> rest) {
        Letter letter = CertificateText.at(t.part(0), MatrixText::letter);
        MatrixText inside = new MatrixText(letters, List.of(letter));
        return new MatrixProof.Generalise(
                letter,
                CertificateText.at(t.part(1), inside::fact),
                inside.steps(t.part(2).parts()),
                steps(rest));
    }

    private MatrixProof apply(Tree t, List<Tree> rest) {
        Lemma lemma = Stream.of(Lemma.values())
                .filter(l -> l.word().equals(t.text(0)))
                .findFirst()
                .orElseThrow(() -> new RejectedCertificateException("line " + t.line() + ": no lemma: " + t.text(0)));
        List<MatrixPolynomial> arguments = matricesIn(t.part(1));
        List<Tree> cases = t.parts().subList(2, t.parts().size());
        List<List<String>> names = cases.stream()
                .map(c -> c.part(0).parts().stream().map(Tree::word).toList())
                .toList();
        List<MatrixStatement.Alternative> alternatives =
                CertificateText.at(t, tree -> lemma.at(arguments, names)).alternatives();
        List<MatrixProof> branches = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            MatrixText branch = new MatrixText(letters, alternatives.get(i).letters());
            List<Tree> own =
                    cases.get(i).parts().subList(1, cases.get(i).parts().size());
            branches.add(branch.steps(t.word().equals("obtain") ? rest : own));
        }
        return new MatrixProof.Apply(lemma, arguments, names, branches);
    }

    private static Tree of(MatrixProof.Reason reason) {
        if (reason instanceof MatrixProof.Multiples why) {
            return Tree.list("sum", why.multiples().stream().map(MatrixText::of).toList());
        } else if (reason instanceof MatrixProof.Forms why) {
            return Tree.list(
                    "forms",
                    Stream.concat(
                                    why.forms().stream().map(MatrixText::of),
                                    why.multiples().stream().map(MatrixText::of))
                            .toList());
        } else if (reason instanceof MatrixProof.Instance why) {
            return Tree.list("instance", List.of(Tree.leaf(why.of()), matrices(why.arguments())));
        }
        return Tree.list(
                "counts",
                ((MatrixProof.Sum) reason)
                        .parts().stream()
                                .map(p -> Tree.list("times", p.weight(), p.of()))
                                .toList());
    }

    private MatrixProof.Reason reason(Tree t) {
        return switch (t.word()) {
            case "sum" -> new MatrixProof.Multiples(multiples(t));
            case "forms" ->
                new MatrixProof.Forms(
                        t.parts().stream()
                                .filter(p -> p.word().equals("form"))
                                .map(this::form)
                                .toList(),
                        multiples(t));
            case "instance" -> new MatrixProof.Instance(Integer.parseInt(t.text(0)), matricesIn(t.part(1)));
            case "counts" ->
                new MatrixProof.Sum(t.parts().stream()
                        .map(p -> new MatrixProof.Weighted(Rational.parse(p.text(0)), Integer.parseInt(p.text(1))))
                        .toList());
            default -> throw new IllegalArgumentException("no reason: " + t.word());
        };
    }

    private static Tree of(MatrixProof.Multiple m) {
        return Tree.list(
                "multiple",
                List.of(
                        of(m.left()),
                        Tree.leaf(m.of()),
                        Tree.leaf(m.transposed() ? "transposed" : "plain"),
                        of(m.right()),
                        Tree.leaf(m.trace() ? "trace" : "whole")));
    }

    private List<MatrixProof.Multiple> multiples(Tree t) {
        return t.parts().stream()
                .filter(p -> p.word().equals("multiple"))
                .map(m -> CertificateText.at(
                        m,
                        p -> new MatrixProof.Multiple(
                                matrix(p.part(0)),
                                Integer.parseInt(p.text(1)),
                                p.text(2).equals("transposed"),
                                matrix(p.part(3)),
                                p.text(4).equals("trace"))))
                .toList();
    }

    private static Tree of(MatrixProof.Form f) {
        return Tree.list(
                "form",
                List.of(
                        Tree.leaf(f.weight()),
                        Tree.list("numbers", f.numbers().toArray()),
                        Tree.leaf(f.of().isPresent() ? String.valueOf(f.of().getAsInt()) : "-"),
                        of(f.x()),
                        Tree.leaf(f.trace() ? "trace" : "whole")));
    }

    private MatrixProof.Form form(Tree tree) {
        return CertificateText.at(
                tree,
                t -> new MatrixProof.Form(
                        Rational.parse(t.text(0)),
                        t.part(1).parts().stream()
                                .map(n -> Integer.parseInt(n.word()))
                                .toList(),
                        t.text(2).equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(t.text(2))),
                        matrix(t.part(3)),
                        t.text(4).equals("trace")));
    }

    private static Tree facts(String word, List<MatrixFact> facts) {
        return Tree.list(word, facts.stream().map(MatrixText::of).toList());
    }

    private List<MatrixFact> facts(Tree t) {
        return t.parts().stream().map(f -> CertificateText.at(f, this::fact)).toList();
    }

    private static Tree of(MatrixFact fact) {
        if (fact instanceof MatrixFact.ForAll all) {
            return Tree.list("for-all", List.of(letters(all.letters()), of(all.fact())));
        } else if (fact instanceof MatrixFact.AtLeastZero counts) {
            List<Tree> parts = new ArrayList<>(List.of(Tree.leaf(counts.constant())));
            counts.counts()
                    .forEach((c, k) -> parts.add(Tree.list(c.of().word(), List.of(Tree.leaf(k), of(c.matrix())))));
            return Tree.list("at-least-zero", parts);
        }
        String word = fact instanceof MatrixFact.Zero
                ? "zero"
                : fact instanceof MatrixFact.NonNegative
                        ? "nonnegative"
                        : fact instanceof MatrixFact.Positive ? "positive" : "diagonal";
        return Tree.list(word, List.of(of(fact.matrices().get(0))));
    }

    private MatrixFact fact(Tree t) {
        return switch (t.word()) {
            case "zero" -> new MatrixFact.Zero(matrix(t.part(0)));
            case "nonnegative" -> new MatrixFact.NonNegative(matrix(t.part(0)));
            case "positive" -> new MatrixFact.Positive(matrix(t.part(0)));
            case "diagonal" -> new MatrixFact.Diagonal(matrix(t.part(0)));
            case "for-all" -> {
                List<Letter> bound = declared(t.part(0));
                yield new MatrixFact.ForAll(bound, new MatrixText(letters, bound).fact(t.part(1)));
            }
            case "at-least-zero" -> {
                SortedMap<MatrixFact.Count, Rational> counts = new TreeMap<>();
                t.parts().stream().skip(1).forEach(c -> counts.put(count(c), Rational.parse(c.text(0))));
                yield new MatrixFact.AtLeastZero(counts, Rational.parse(t.text(0)));
            }
            default -> throw new IllegalArgumentException("no fact: " + t.word());
        };
    }

    private MatrixFact.Count count(Tree t) {
        MatrixFact.Count.Of kind = Stream.of(MatrixFact.Count.Of.values())
                .filter(k -> k.word().equals(t.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no count: " + t.word()));
        return new MatrixFact.Count(kind, matrix(t.part(1)));
    }

    private static Tree letters(List<Letter> letters) {
        return Tree.list("letters", letters.stream().map(MatrixText::of).toList());
    }

    private static List<Letter> declared(Tree t) {
        return t.parts().stream()
                .map(l -> CertificateText.at(l, MatrixText::letter))
                .toList();
    }

    private static Tree of(Letter l) {
        return Tree.list("letter", l.name(), l.rows(), l.columns(), l.kind());
    }

    private static Letter letter(Tree t) {
        return new Letter(t.text(0), t.text(1), t.text(2), Letter.Kind.valueOf(t.text(3)));
    }

    private static Tree matrices(List<MatrixPolynomial> matrices) {
        return Tree.list("of", matrices.stream().map(MatrixText::of).toList());
    }

    private List<MatrixPolynomial> matricesIn(Tree t) {
        return t.parts().stream().map(m -> CertificateText.at(m, this::matrix)).toList();
    }

    /** A sum; every summand is a number, scalars in brackets with their powers, and letters. */
    private static Tree of(MatrixPolynomial p) {
        List<Object> parts = new ArrayList<>(List.of(p.rows(), p.columns()));
        p.terms().forEach((term, c) -> {
            StringBuilder out = new StringBuilder(c.toString());
            term.scalars().forEach((s, k) -> {
                boolean size = s.word().factors().isEmpty();
                out.append(size ? "*size(" : s.trace() ? "*tr(" : "*(");
                out.append(size ? s.size() : s.word()).append(")^").append(k);
            });
            out.append(term.word().factors().isEmpty() ? "" : "*" + term.word());
            parts.add(out);
        });
        return Tree.list("matrix", parts.toArray());
    }

    private MatrixPolynomial matrix(Tree t) {
        MatrixPolynomial sum = MatrixPolynomial.zero(t.text(0), t.text(1));
        for (Tree summand : t.parts().subList(2, t.parts().size())) {
            sum = sum.plus(summand(summand.word(), t.text(0)));
        }
        return sum;
    }

    private MatrixPolynomial summand(String text, String size) {
        String[] parts = text.split("\\*", 2);
        MatrixPolynomial scalar = MatrixPolynomial.number(Rational.parse(parts[0]));
        MatrixPolynomial word = null;
        for (MatchResult f :
                FACTOR.matcher(parts.length == 1 ? "" : parts[1]).results().toList()) {
            if (f.group(4) == null) {
                scalar = scalar.times(power(f.group(1), f.group(2), Integer.parseInt(f.group(3))));
            } else {
                MatrixPolynomial next = letter(f.group(4), f.group(5));
                word = word == null ? next : word.times(next);
            }
        }
        return scalar.times(word == null ? MatrixPolynomial.identity(size, Rational.ONE) : word);
    }

    private MatrixPolynomial power(String kind, String inside, int exponent) {
        if (kind.equals("size")) {
            return MatrixPolynomial.identity(inside, Rational.ONE).trace().power(exponent);
        }
        MatrixPolynomial word = null;
        for (String factor : inside.split("\\*", -1)) {
            boolean transposed = factor.endsWith("'");
            MatrixPolynomial next =
                    letter(transposed ? factor.substring(0, factor.length() - 1) : factor, transposed ? "'" : "");
            word = word == null ? next : word.times(next);
        }
        MatrixPolynomial base = kind.equals("tr") ? word.trace() : word;
        if (exponent >= 0) {
            return base.power(exponent);
        }
        if (!base.isScalar()) {
            throw new IllegalArgumentException(inside + " is no number, so it is not divided by");
        }
        MatrixTerm.Scalar divisor = base.terms().firstKey().scalars().firstKey();
        return MatrixPolynomial.of(
                Letter.UNIT,
                Letter.UNIT,
                new MatrixTerm(new TreeMap<>(Map.of(divisor, exponent)), Word.EMPTY),
                Rational.ONE);
    }

    private MatrixPolynomial letter(String name, String prime) {
        Letter letter = letters.get(name);
        if (letter == null) {
            throw new IllegalArgumentException("unknown matrix " + name);
        }
        return prime.isEmpty()
                ? MatrixPolynomial.of(letter)
                : MatrixPolynomial.of(letter).transpose();
    }
}
