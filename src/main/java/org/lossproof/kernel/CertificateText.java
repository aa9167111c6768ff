package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.lossproof.kernel.Certificate.Fraction;

/** Propositions and certificates as {@link Tree}s, and back. */
final class CertificateText {
    private CertificateText() {}

    static Tree of(Proposition p) {
        if (p instanceof Proposition.NoPoint s) {
            return Tree.list("no-point", s.conditions().stream().map(Tree::leaf).toList());
        } else if (p instanceof Proposition.SomePoint s) {
            return Tree.list(
                    "some-point", s.conditions().stream().map(Tree::leaf).toList());
        } else if (p instanceof Proposition.SameExpansion e) {
            return Tree.list(
                    "same-expansion",
                    e.left(),
                    e.right(),
                    e.from(),
                    e.to(),
                    e.limit().orElse("-"));
        } else if (p instanceof Proposition.DifferentExpansion e) {
            return Tree.list(
                    "different-expansion",
                    e.left(),
                    e.right(),
                    e.order(),
                    e.limit().orElse("-"));
        }
        if (p instanceof Proposition.NoExpansion e) {
            return Tree.list("no-expansion", e.loss());
        } else if (p instanceof MatrixStatement s) {
            return MatrixText.of(s);
        }
        return Tree.list(
                "all",
                ((Proposition.All) p).parts().stream().map(CertificateText::of).toList());
    }

    static Proposition proposition(Tree t) {
        return at(t, tree -> switch (tree.word()) {
            case "no-point" -> new Proposition.NoPoint(conditions(tree));
            case "some-point" -> new Proposition.SomePoint(conditions(tree));
            case "same-expansion" ->
                new Proposition.SameExpansion(
                        tree.text(0), tree.text(1), number(tree.part(2)), number(tree.part(3)), limit(tree.part(4)));
            case "different-expansion" ->
                new Proposition.DifferentExpansion(
                        tree.text(0), tree.text(1), number(tree.part(2)), limit(tree.part(3)));
            case "matrices" -> MatrixText.statement(tree);
            case "no-expansion" -> new Proposition.NoExpansion(tree.text(0));
            case "all" ->
                new Proposition.All(
                        tree.parts().stream().map(CertificateText::proposition).toList());
            default -> throw new IllegalArgumentException("no proposition: " + tree.word());
        });
    }

    static Tree of(Certificate c) {
        if (c instanceof Certificate.Cone cone) {
            List<Tree> parts = new ArrayList<>();
            cone.steps().forEach(s -> parts.add(step(s)));
            cone.summands()
                    .forEach(s -> parts.add(Tree.list("plus", List.of(Tree.leaf(s.weight()), product(s.product())))));
            cone.cofactors().forEach(q -> parts.add(Tree.list("multiple", q.of(), q.polynomial())));
            return Tree.list("cone", parts);
        } else if (c instanceof Certificate.AtPoint point) {
            return Tree.list("point", values(point.values()));
        } else if (c instanceof Certificate.SolverSays words) {
            return Tree.list(
                    "solver-says", words.procedures().stream().map(Tree::leaf).toList());
        } else if (c instanceof Certificate.Routes routes) {
            return Tree.list(
                    "routes", routes.words().stream().map(CertificateText::word).toList());
        }
        if (c instanceof Certificate.Homogeneous ray) {
            return Tree.list("homogeneous", ray.degree());
        } else if (c instanceof MatrixProof proof) {
            return MatrixText.of(proof);
        }
        return Tree.list(
                "each",
                ((Certificate.Each) c).parts().stream().map(CertificateText::of).toList());
    }

    /** A certificate of a proposition, which says what the letters of a proof about matrices are. */
    static Certificate certificate(Tree t, Proposition of) {
        return of instanceof MatrixStatement statement && t.word().equals("steps")
                ? at(t, tree -> MatrixText.proof(tree, statement))
                : certificate(t);
    }

    private static Certificate certificate(Tree t) {
        return at(t, tree -> switch (tree.word()) {
            case "cone" -> cone(tree);
            case "point" -> new Certificate.AtPoint(rationals(tree));
            case "solver-says" ->
                new Certificate.SolverSays(tree.parts().stream().map(Tree::word).toList());
            case "routes" ->
                new Certificate.Routes(tree.parts().stream()
                        .map(w -> at(w, CertificateText::word))
                        .toList());
            case "homogeneous" -> new Certificate.Homogeneous(Rational.parse(tree.text(0)));
            case "each" ->
                new Certificate.Each(
                        tree.parts().stream().map(CertificateText::certificate).toList());
            default -> throw new IllegalArgumentException("no certificate: " + tree.word());
        });
    }

    private static Tree step(Certificate.Step step) {
        if (step instanceof Certificate.NonZeroFactor f) {
            return Tree.list("factor", f.of(), f.factor(), f.cofactor());
        } else if (step instanceof Certificate.Quotient q) {
            return Tree.list("quotient", List.of(Tree.leaf(q.of()), Tree.leaf(q.quotient()), product(q.divisor())));
        }
        Certificate.Inverse inverse = (Certificate.Inverse) step;
        return Tree.list(
                "inverse",
                List.of(Tree.leaf(inverse.name()), Tree.list("of", inverse.of().toArray())));
    }

    private static Certificate.Step step(Tree t) {
        return switch (t.word()) {
            case "factor" ->
                new Certificate.NonZeroFactor(
                        number(t.part(0)), Polynomial.parse(t.text(1)), Polynomial.parse(t.text(2)));
            case "quotient" ->
                new Certificate.Quotient(number(t.part(0)), product(t.part(2)), Polynomial.parse(t.text(1)));
            default -> new Certificate.Inverse(numbers(t.part(1)), t.text(0));
        };
    }

    private static Tree product(Certificate.Product p) {
        return Tree.list(
                "product",
                List.of(
                        Tree.list("signed", p.signed().toArray()),
                        Tree.list("squared", p.squared().toArray()),
                        Tree.list("squares", p.squares().toArray())));
    }

    private static Certificate.Product product(Tree t) {
        return new Certificate.Product(
                numbers(t.part(0)),
                numbers(t.part(1)),
                t.part(2).parts().stream().map(p -> Polynomial.parse(p.word())).toList());
    }

    private static Tree word(Certificate.Word word) {
        if (word instanceof Certificate.Symbolic s) {
            return Tree.list(
                    "symbolic", List.of(Tree.leaf(s.route()), side("left", s.left()), side("right", s.right())));
        }
        List<Tree> parts = new ArrayList<>(List.of(Tree.leaf(word.route())));
        ((Certificate.Pointwise) word)
                .samples()
                .forEach(s -> parts.add(Tree.list(
                        "sample",
                        List.of(
                                Tree.list("values", values(s.values())),
                                Tree.list("left", values(s.left())),
                                Tree.list("right", values(s.right()))))));
        return Tree.list("pointwise", parts);
    }

    private static Certificate.Word word(Tree t) {
        if (t.word().equals("symbolic")) {
            return new Certificate.Symbolic(t.text(0), side(t.part(1)), side(t.part(2)));
        } else if (!t.word().equals("pointwise")) {
            throw new IllegalArgumentException("no route: " + t.word());
        }
        List<Certificate.Sample> samples = t.parts().stream()
                .skip(1)
                .map(s -> new Certificate.Sample(
                        rationals(s.part(0)), byOrder(rationals(s.part(1))), byOrder(rationals(s.part(2)))))
                .toList();
        return new Certificate.Pointwise(t.text(0), samples);
    }

    private static Tree side(String name, SortedMap<Integer, SortedMap<String, Fraction>> side) {
        List<Tree> orders = new ArrayList<>();
        side.forEach((k, terms) -> {
            List<Tree> parts = new ArrayList<>(List.of(Tree.leaf(k)));
            terms.forEach((invariant, f) -> parts.add(Tree.list("term", invariant, f.numerator(), f.denominator())));
            orders.add(Tree.list("order", parts));
        });
        return Tree.list(name, orders);
    }

    private static SortedMap<Integer, SortedMap<String, Fraction>> side(Tree t) {
        SortedMap<Integer, SortedMap<String, Fraction>> out = new TreeMap<>();
        for (Tree order : t.parts()) {
            SortedMap<String, Fraction> terms = new TreeMap<>();
            order.parts().stream()
                    .skip(1)
                    .forEach(e -> terms.put(
                            e.text(0), new Fraction(Polynomial.parse(e.text(1)), Polynomial.parse(e.text(2)))));
            out.put(number(order.part(0)), terms);
        }
        return out;
    }

    private static List<Tree> values(SortedMap<?, Rational> values) {
        List<Tree> out = new ArrayList<>();
        values.forEach((name, value) -> out.add(Tree.list("is", name, value)));
        return out;
    }

    private static SortedMap<String, Rational> rationals(Tree t) {
        SortedMap<String, Rational> out = new TreeMap<>();
        t.parts().forEach(e -> out.put(e.text(0), Rational.parse(e.text(1))));
        return out;
    }

    private static SortedMap<Integer, Rational> byOrder(SortedMap<String, Rational> values) {
        SortedMap<Integer, Rational> out = new TreeMap<>();
        values.forEach((k, value) -> out.put(Integer.parseInt(k), value));
        return out;
    }

    private static List<Condition> conditions(Tree t) {
        return t.parts().stream()
                .map(p -> at(p, leaf -> Condition.parse(leaf.word())))
                .toList();
    }

    private static List<Integer> numbers(Tree t) {
        return t.parts().stream().map(CertificateText::number).toList();
    }

    private static int number(Tree t) {
        return Integer.parseInt(t.word());
    }

    private static Optional<String> limit(Tree t) {
        return t.word().equals("-") ? Optional.empty() : Optional.of(t.word());
    }

    private static Certificate.Cone cone(Tree t) {
        List<Certificate.Step> steps = new ArrayList<>();
        List<Certificate.Summand> summands = new ArrayList<>();
        List<Certificate.Cofactor> cofactors = new ArrayList<>();
        for (Tree part : t.parts()) {
            Object read = at(part, CertificateText::partOfCone);
            if (read instanceof Certificate.Step step) {
                steps.add(step);
            } else if (read instanceof Certificate.Summand summand) {
                summands.add(summand);
            } else {
                cofactors.add((Certificate.Cofactor) read);
            }
        }
        return new Certificate.Cone(steps, summands, cofactors);
    }

    private static Object partOfCone(Tree t) {
        return switch (t.word()) {
            case "factor", "quotient", "inverse" -> step(t);
            case "plus" -> new Certificate.Summand(Rational.parse(t.text(0)), product(t.part(1)));
            case "multiple" -> new Certificate.Cofactor(number(t.part(0)), Polynomial.parse(t.text(1)));
            default -> throw new IllegalArgumentException("no part of a cone: " + t.word());
        };
    }

    /** What goes wrong is said with its line, the innermost. */
    static <T> T at(Tree t, Function<Tree, T> reader) {
        try {
            return reader.apply(t);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RejectedCertificateException("line " + t.line() + ": " + e.getMessage());
        }
    }
}
