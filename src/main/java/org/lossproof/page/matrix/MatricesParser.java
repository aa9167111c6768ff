package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** Reads a {@code matrices} block. */
public final class MatricesParser {
    private static final List<String> LINES = List.of("sizes", "scalar", "matrix", "symmetric", "let");

    private final CommandLines lines;
    private final String text;
    private final Set<String> sizes = new HashSet<>(Set.of(Letter.UNIT));
    private final Set<String> names = new HashSet<>(Set.of("tr", "rank", "positive", "min", "derivative"));
    private final List<Letter> letters = new ArrayList<>();
    private final List<Matrices.Premise> premises = new ArrayList<>();
    private final List<Matrices.Abbreviation> abbreviations = new ArrayList<>();

    /** A block whose first line stands at a place. */
    public MatricesParser(String text, Span start) {
        this.text = text;
        this.lines = new CommandLines(text, start, LINES);
    }

    /**
     * The letters.
     *
     * @throws InputException at what is no line of the block, a name that is taken, or a size that is not declared
     */
    public Matrices matrices() {
        while (!lines.isAtEnd()) {
            line(lines.next());
        }
        return new Matrices(letters, premises, abbreviations, text);
    }

    private void line(CommandLines.Command command) {
        MatrixTokens tokens = command.tokens();
        switch (command.keyword()) {
            case "sizes" -> {
                do {
                    Span here = tokens.here();
                    String size = tokens.name("the name of a size");
                    if (size.equals("x") || !sizes.add(size)) {
                        throw new InputException(here, "'" + size + "' is taken; name the size otherwise");
                    }
                    names.add(size);
                } while (tokens.accept(","));
            }
            case "scalar" -> {
                do {
                    scalar(tokens);
                } while (tokens.accept(","));
            }
            case "let" -> abbreviation(tokens);
            default -> {
                do {
                    matrix(tokens, command.keyword().equals("symmetric") ? Letter.Kind.SYMMETRIC : Letter.Kind.ANY);
                } while (tokens.accept(","));
            }
        }
        tokens.end();
    }

    private void scalar(MatrixTokens tokens) {
        Span here = tokens.here();
        String name = fresh(tokens);
        boolean positive = tokens.peek().equals(">") && tokens.peek(1).equals("0");
        boolean notNegative = tokens.peek().equals(">=") && tokens.peek(1).equals("0");
        letters.add(new Letter(name, Letter.UNIT, Letter.UNIT, positive ? Letter.Kind.NONZERO : Letter.Kind.ANY));
        if (positive || notNegative) {
            MatrixFormula.Relation relation = positive ? MatrixFormula.Relation.ABOVE : MatrixFormula.Relation.AT_LEAST;
            tokens.next();
            tokens.next();
            premises.add(sign(name, relation, here));
        }
    }

    private static Matrices.Premise sign(String name, MatrixFormula.Relation relation, Span here) {
        return new Matrices.Premise(
                name,
                new MatrixFormula.Comparison(
                        new MatrixExpression.Name(name, here),
                        relation,
                        new MatrixExpression.Constant(Rational.ZERO, here),
                        here));
    }

    private void matrix(MatrixTokens tokens, Letter.Kind kind) {
        Span here = tokens.here();
        Letter letter = new MatrixReader(tokens).letter(kind);
        taken(letter.name(), here);
        for (String size : List.of(letter.rows(), letter.columns())) {
            if (!sizes.contains(size)) {
                throw new InputException(here, "no size '" + size + "' is declared; write 'sizes " + size + "' above");
            }
        }
        letters.add(letter);
        for (MatrixFormula.Relation relation : List.of(MatrixFormula.Relation.ABOVE, MatrixFormula.Relation.AT_LEAST)) {
            if (kind == Letter.Kind.SYMMETRIC && tokens.accept(relation.symbol())) {
                tokens.expect("0", "after '" + relation.symbol() + "'");
                premises.add(sign(letter.name(), relation, here));
            }
        }
    }

    private void abbreviation(MatrixTokens tokens) {
        String name = fresh(tokens);
        List<String> parameters = new ArrayList<>();
        if (tokens.accept("(")) {
            do {
                parameters.add(tokens.name("the name of a matrix"));
            } while (tokens.accept(","));
            tokens.expect(")", "after the parameters of '" + name + "'");
        }
        tokens.expect("=", "in 'let NAME = EXPRESSION'");
        abbreviations.add(new Matrices.Abbreviation(name, parameters, new MatrixReader(tokens).expression()));
    }

    private String fresh(MatrixTokens tokens) {
        Span here = tokens.here();
        String name = tokens.name("a name");
        taken(name, here);
        return name;
    }

    private void taken(String name, Span here) {
        if (!names.add(name)) {
            throw new InputException(here, "'" + name + "' is taken; choose another name");
        }
    }
}
