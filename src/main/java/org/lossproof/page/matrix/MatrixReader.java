package org.lossproof.page.matrix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** Reads expressions in matrices and what is said of them. */
final class MatrixReader {
    private static final int MOST_POWER = 12;
    private static final Set<String> COUNTS = Set.of("rank", "positive", "rows", "min");

    private final MatrixTokens tokens;

    MatrixReader(MatrixTokens tokens) {
        this.tokens = tokens;
    }

    /** What is said of matrices. */
    MatrixFormula formula() {
        Span here = tokens.here();
        String first = tokens.peek();
        if (first.equals("stationary")
                || (first.equals("second") && tokens.peek(1).equals("-"))) {
            return stationary(here);
        } else if (first.equals("every")) {
            tokens.next();
            Letter letter = letter(Letter.Kind.ANY);
            tokens.expect(",", "after the shape, in 'every x : d0 x 1, FACT'");
            return new MatrixFormula.Every(letter, formula(), here);
        } else if (first.equals("diagonal")) {
            tokens.next();
            return new MatrixFormula.Diagonal(expression(), here);
        }
        Optional<MatrixFormula> counts = counts(here);
        return counts.orElseGet(() -> comparison(here));
    }

    private MatrixFormula stationary(Span here) {
        boolean second = tokens.next().equals("second");
        if (second) {
            tokens.expect("-", "in 'second-order V of L'");
            tokens.expect("order", "in 'second-order V of L'");
        }
        List<String> variables = new ArrayList<>();
        do {
            variables.add(tokens.name("the name of a matrix"));
        } while (tokens.accept(","));
        tokens.expect("of", "in 'stationary V of L'");
        return new MatrixFormula.Stationary(variables, tokens.name("the name of an abbreviation"), second, here);
    }

    private MatrixFormula comparison(Span here) {
        MatrixExpression left = expression();
        MatrixFormula.Relation relation = relation();
        return new MatrixFormula.Comparison(left, relation, expression(), here);
    }

    private MatrixFormula.Relation relation() {
        for (MatrixFormula.Relation relation : MatrixFormula.Relation.values()) {
            if (tokens.accept(relation.symbol())) {
                return relation;
            }
        }
        throw new InputException(tokens.here(), "found " + tokens.shown() + " where ==, >=, <=, > or < is needed");
    }

    /** A comparison of counts, if a count occurs before the end. */
    private Optional<MatrixFormula> counts(Span here) {
        int start = tokens.position();
        boolean any = false;
        while (!tokens.isAtEnd() && !Set.of("and", "or", "by", "as", "using").contains(tokens.peek())) {
            any |= COUNTS.contains(tokens.next()) && tokens.peek().equals("(");
        }
        tokens.back(start);
        if (!any) {
            return Optional.empty();
        }
        List<MatrixFormula.Counted> left = countSum();
        MatrixFormula.Relation relation = relation();
        List<List<MatrixFormula.Counted>> right = new ArrayList<>();
        Span side = tokens.here();
        if (tokens.peek().equals("min")) {
            tokens.next();
            tokens.expect("(", "in 'min(.., ..)'");
            do {
                right.add(countSum());
            } while (tokens.accept(","));
            tokens.expect(")", "at the end of 'min(.., ..)'");
            if (relation != MatrixFormula.Relation.EQUAL) {
                throw new InputException(side, "a count equals the least of several: write '== min(.., ..)'");
            }
        } else {
            right.add(countSum());
        }
        return Optional.of(new MatrixFormula.Counts(left, relation, right, here));
    }

    private List<MatrixFormula.Counted> countSum() {
        List<MatrixFormula.Counted> out = new ArrayList<>();
        boolean minus = tokens.accept("-");
        do {
            out.add(counted(minus));
            minus = tokens.peek().equals("-");
        } while (tokens.accept("+") || tokens.accept("-"));
        return out;
    }

    private MatrixFormula.Counted counted(boolean minus) {
        Rational weight = Rational.of(minus ? -1 : 1);
        Span here = tokens.here();
        if (tokens.isNumber()) {
            Rational number = Rational.parse(tokens.next());
            weight = weight.times(number);
            if (!tokens.accept("*")) {
                return new MatrixFormula.Counted(weight, "number", new MatrixExpression.Constant(number, here));
            }
        }
        String word = tokens.name("rank(..), positive(..) or the name of a size");
        if (word.equals("rank") || word.equals("positive")) {
            tokens.expect("(", "after '" + word + "'");
            MatrixExpression of = expression();
            tokens.expect(")", "at the end of '" + word + "(..)'");
            return new MatrixFormula.Counted(weight, word, of);
        }
        return new MatrixFormula.Counted(weight, "size", new MatrixExpression.Name(word, here));
    }

    /** A name and its shape: {@code V : d1 x d0}. */
    Letter letter(Letter.Kind kind) {
        Span here = tokens.here();
        String name = tokens.name("the name of a matrix");
        tokens.expect(":", "before the shape of " + name);
        String rows = size();
        String columns = kind == Letter.Kind.SYMMETRIC && !tokens.peek().equals("x") ? rows : columns();
        try {
            return new Letter(name, rows, columns, kind);
        } catch (IllegalArgumentException e) {
            throw new InputException(here, e.getMessage());
        }
    }

    private String columns() {
        tokens.expect("x", "between the numbers of rows and columns");
        return size();
    }

    private String size() {
        if (tokens.accept("1")) {
            return Letter.UNIT;
        }
        return tokens.name("the name of a size, or 1,");
    }

    /** A sum. */
    MatrixExpression expression() {
        Span here = tokens.here();
        List<MatrixExpression> terms = new ArrayList<>();
        boolean minus = tokens.accept("-");
        do {
            MatrixExpression term = product();
            terms.add(minus ? new MatrixExpression.Negative(term, term.span()) : term);
            minus = tokens.peek().equals("-");
        } while (tokens.accept("+") || tokens.accept("-"));
        return terms.size() == 1 ? terms.get(0) : new MatrixExpression.Sum(terms, here);
    }

    private MatrixExpression product() {
        Span here = tokens.here();
        List<MatrixExpression> factors = new ArrayList<>(List.of(power()));
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            boolean divided = tokens.next().equals("/");
            MatrixExpression factor = power();
            if (divided && factor instanceof MatrixExpression.Constant c) {
                if (c.value().signum() == 0) {
                    throw new InputException(c.span(), "a division by zero");
                }
                factors.add(new MatrixExpression.Constant(c.value().reciprocal(), c.span()));
            } else {
                factors.add(divided ? inverse(factor) : factor);
            }
        }
        return factors.size() == 1 ? factors.get(0) : new MatrixExpression.Product(factors, here);
    }

    /** 1/(2*q) is 1/2*q^-1: a product is inverted factor by factor, which only numbers survive. */
    private static MatrixExpression inverse(MatrixExpression of) {
        if (of instanceof MatrixExpression.Product p) {
            return new MatrixExpression.Product(
                    p.factors().stream().map(MatrixReader::inverse).toList(), p.span());
        } else if (of instanceof MatrixExpression.Constant c && c.value().signum() != 0) {
            return new MatrixExpression.Constant(c.value().reciprocal(), c.span());
        } else if (of instanceof MatrixExpression.Power p) {
            return new MatrixExpression.Power(p.of(), -p.exponent(), p.span());
        }
        return new MatrixExpression.Power(of, -1, of.span());
    }

    private MatrixExpression power() {
        MatrixExpression out = primary();
        while (true) {
            Span here = tokens.here();
            if (tokens.accept("'")) {
                out = new MatrixExpression.Transpose(out, here);
            } else if (tokens.accept("^")) {
                boolean minus = tokens.accept("-");
                if (!tokens.isNumber() || tokens.peek().length() > 2 || Integer.parseInt(tokens.peek()) > MOST_POWER) {
                    throw new InputException(
                            tokens.here(),
                            "found " + tokens.shown() + " where an exponent is needed, at most " + MOST_POWER);
                }
                int exponent = Integer.parseInt(tokens.next());
                out = new MatrixExpression.Power(out, minus ? -exponent : exponent, here);
            } else {
                return out;
            }
        }
    }

    private MatrixExpression primary() {
        Span here = tokens.here();
        if (tokens.isNumber()) {
            return new MatrixExpression.Constant(new Rational(new BigInteger(tokens.next()), BigInteger.ONE), here);
        } else if (tokens.accept("(")) {
            MatrixExpression inside = expression();
            tokens.expect(")", "to close the bracket");
            return inside;
        } else if (tokens.accept("|")) {
            MatrixExpression inside = expression();
            tokens.expect("|", "to close '|'");
            tokens.expect("^", "after '|X|': the squared norm is written |X|^2");
            tokens.expect("2", "after '|X|^': the squared norm is written |X|^2");
            return new MatrixExpression.SquaredNorm(inside, here);
        } else if (tokens.accept("[")) {
            String label = label();
            tokens.expect("]", "after the label of a fact");
            return new MatrixExpression.OfFact(label, here);
        }
        String name = tokens.name("a matrix, a number or a bracket");
        if (!tokens.accept("(")) {
            return new MatrixExpression.Name(name, here);
        }
        List<MatrixExpression> arguments = new ArrayList<>();
        do {
            arguments.add(expression());
        } while (tokens.accept(","));
        tokens.expect(")", "after the arguments of '" + name + "'");
        return name.equals("tr") && arguments.size() == 1
                ? new MatrixExpression.Trace(arguments.get(0), here)
                : new MatrixExpression.Call(name, arguments, here);
    }

    /** The label of a fact: a name, with a number after a point if a lemma gave several. */
    String label() {
        String label = tokens.name("the label of a fact");
        if (tokens.peek().equals(".") && tokens.peek(1).matches("[0-9]+")) {
            tokens.next();
            return label + "." + tokens.next();
        }
        return label;
    }
}
