package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatrixExpression;

/** What names stand for at a place of a proof, and what expressions made of them are, multiplied out. */
final class Names {
    private final Map<String, Letter> letters = new HashMap<>();
    private final Map<String, MatrixPolynomial> values = new HashMap<>();
    private final Map<String, Matrices.Abbreviation> functions = new HashMap<>();

    Names() {}

    Names(Names before) {
        letters.putAll(before.letters);
        values.putAll(before.values);
        functions.putAll(before.functions);
    }

    void letter(Letter letter) {
        letters.put(letter.name(), letter);
        values.put(letter.name(), MatrixPolynomial.of(letter));
    }

    boolean isTaken(String name) {
        return values.containsKey(name) || functions.containsKey(name);
    }

    /** Whether a name is that of a size and of nothing else. */
    boolean isSize(String name) {
        return !isTaken(name)
                && letters.values().stream()
                        .anyMatch(l -> l.rows().equals(name) || l.columns().equals(name));
    }

    void abbreviate(String name, MatrixPolynomial value) {
        values.put(name, value);
    }

    void define(Matrices.Abbreviation abbreviation) {
        if (abbreviation.parameters().isEmpty()) {
            values.put(abbreviation.name(), value(abbreviation.body()));
        } else {
            functions.put(abbreviation.name(), abbreviation);
        }
    }

    Letter letterNamed(String name, MatrixExpression.Name at) {
        Letter found = letters.get(name);
        if (found == null) {
            throw unknown(at);
        }
        return found;
    }

    /** A function at the letters that its parameters are named after, so that it can be differentiated. */
    MatrixPolynomial function(String name, List<Letter> at, MatrixExpression where) {
        Matrices.Abbreviation f = functions.get(name);
        if (f == null || f.parameters().size() != at.size()) {
            throw new InputException(
                    where.span(),
                    "no function '" + name + "' of one matrix is declared; write 'let " + name + "(V) = ..' above");
        }
        List<MatrixPolynomial> arguments = at.stream().map(MatrixPolynomial::of).toList();
        return call(f, arguments);
    }

    /** Multiplied out. Throws {@link InputException} at a name that stands for nothing or shapes that do not fit. */
    MatrixPolynomial value(MatrixExpression e) {
        try {
            return multipliedOut(e);
        } catch (IllegalArgumentException x) {
            throw new InputException(e.span(), x.getMessage());
        }
    }

    private MatrixPolynomial multipliedOut(MatrixExpression e) {
        if (e instanceof MatrixExpression.Name n) {
            MatrixPolynomial value = values.get(n.name());
            if (value == null) {
                throw unknown(n);
            }
            return value;
        } else if (e instanceof MatrixExpression.Constant c) {
            return MatrixPolynomial.number(c.value());
        } else if (e instanceof MatrixExpression.Sum s) {
            return sum(s.terms().stream().map(this::value).toList());
        } else if (e instanceof MatrixExpression.Negative n) {
            return value(n.of()).scaled(Rational.of(-1));
        } else if (e instanceof MatrixExpression.Product p) {
            return p.factors().stream()
                    .map(this::value)
                    .reduce(MatrixPolynomial::times)
                    .orElseThrow();
        } else if (e instanceof MatrixExpression.Power p) {
            return power(p);
        } else if (e instanceof MatrixExpression.Transpose t) {
            return value(t.of()).transpose();
        } else if (e instanceof MatrixExpression.Trace t) {
            return value(t.of()).trace();
        } else if (e instanceof MatrixExpression.SquaredNorm n) {
            MatrixPolynomial inside = value(n.of());
            return inside.transpose().times(inside).trace();
        } else if (e instanceof MatrixExpression.Call c && c.name().equals("id")) {
            return identity(c);
        } else if (e instanceof MatrixExpression.Call c && c.name().equals(MatrixExpression.DERIVATIVE)) {
            return derivative(c);
        } else if (e instanceof MatrixExpression.Call c) {
            Matrices.Abbreviation f = functions.get(c.name());
            if (f == null || f.parameters().size() != c.arguments().size()) {
                throw new InputException(
                        c.span(),
                        "no function '" + c.name() + "' of " + c.arguments().size() + " is declared; the functions are "
                                + new TreeSet<>(functions.keySet()));
            }
            return call(f, c.arguments().stream().map(this::value).toList());
        }
        throw new InputException(e.span(), "a fact in brackets stands in 'as ..' only");
    }

    /** derivative(L, V, E): along E, which may hold V itself; with another direction the second derivative along both. */
    private MatrixPolynomial derivative(MatrixExpression.Call c) {
        boolean named = c.arguments().size() > 2
                && c.arguments().get(0) instanceof MatrixExpression.Name
                && c.arguments().get(1) instanceof MatrixExpression.Name;
        if (!named) {
            throw new InputException(
                    c.span(), "a derivative of L by V along E, or along E and F, is written derivative(L, V, E, F)");
        }
        MatrixExpression.Name at = (MatrixExpression.Name) c.arguments().get(1);
        Letter by = letterNamed(at.name(), at);
        String of = ((MatrixExpression.Name) c.arguments().get(0)).name();
        List<MatrixExpression> along = c.arguments().subList(2, c.arguments().size());
        return MatrixCalculus.along(
                function(of, List.of(by), at),
                by,
                along.stream().map(this::value).toList());
    }

    /** id(d0), the identity of a size. */
    private static MatrixPolynomial identity(MatrixExpression.Call c) {
        if (c.arguments().size() != 1 || !(c.arguments().get(0) instanceof MatrixExpression.Name size)) {
            throw new InputException(c.span(), "the identity of a size is written id(d0)");
        }
        return MatrixPolynomial.identity(size.name(), Rational.ONE);
    }

    private MatrixPolynomial call(Matrices.Abbreviation f, List<MatrixPolynomial> arguments) {
        Names inside = new Names(this);
        for (int i = 0; i < arguments.size(); i++) {
            inside.values.put(f.parameters().get(i), arguments.get(i));
        }
        return inside.value(f.body());
    }

    private MatrixPolynomial power(MatrixExpression.Power p) {
        MatrixPolynomial base = value(p.of());
        if (p.exponent() >= 0) {
            return base.power(p.exponent());
        }
        boolean one = base.isScalar() && base.terms().size() == 1;
        if (!one) {
            throw new InputException(p.span(), base + " is no product of numbers, so it is not divided by");
        }
        MatrixPolynomial out = MatrixPolynomial.number(
                base.terms().get(base.terms().firstKey()).reciprocal());
        MatrixPolynomial inverse = MatrixInverse.of(base.terms().firstKey());
        return out.times(inverse).power(-p.exponent());
    }

    /** A sum in which numbers stand for multiples of the identity beside square matrices. */
    static MatrixPolynomial sum(List<MatrixPolynomial> terms) {
        MatrixPolynomial shape =
                terms.stream().filter(t -> !t.isScalar()).findFirst().orElse(terms.get(0));
        List<MatrixPolynomial> fitted = new ArrayList<>();
        for (MatrixPolynomial t : terms) {
            fitted.add(fit(t, shape));
        }
        return fitted.stream().reduce(MatrixPolynomial::plus).orElseThrow();
    }

    private static MatrixPolynomial fit(MatrixPolynomial t, MatrixPolynomial shape) {
        boolean constant = t.isScalar()
                && !shape.isScalar()
                && t.terms().keySet().stream().allMatch(k -> k.equals(org.lossproof.kernel.MatrixTerm.ONE));
        if (!constant) {
            return t;
        } else if (t.isZero()) {
            return MatrixPolynomial.zero(shape.rows(), shape.columns());
        }
        if (!shape.isSquare()) {
            throw new IllegalArgumentException(
                    "the number " + t + " is added to a matrix of shape " + shape.shape() + ", which is not square");
        }
        return MatrixPolynomial.identity(shape.rows(), t.terms().get(t.terms().firstKey()));
    }

    private InputException unknown(MatrixExpression.Name n) {
        return new InputException(
                n.span(), "'" + n.name() + "' stands for nothing here; known are " + new TreeSet<>(values.keySet()));
    }
}
