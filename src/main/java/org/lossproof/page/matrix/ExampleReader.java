package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** Reads an {@code example} line: a matrix for each letter that is named, rows divided by semicolons; sizes follow. */
final class ExampleReader {
    private final CommandLines.Command command;
    private final MatrixTokens tokens;
    private final List<Letter> letters;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, List<List<Rational>>> matrices = new LinkedHashMap<>();

    ExampleReader(CommandLines.Command command, List<Letter> letters) {
        this.command = command;
        this.tokens = command.tokens();
        this.letters = letters;
        sizes.put(Letter.UNIT, 1);
    }

    /** Throws {@link InputException} at a letter that is none or named twice, an entry that is no number, or a shape that does not fit. */
    MatrixExample example() {
        do {
            Span here = tokens.here();
            String name = tokens.name("the name of a matrix");
            Letter letter = letters.stream()
                    .filter(l -> l.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            here,
                            "'" + name + "' is no letter of this theorem; the letters are "
                                    + letters.stream().map(Letter::name).toList()));
            tokens.expect("=", "in 'example " + name + " = ..'");
            Span at = tokens.here();
            List<List<Rational>> rows = tokens.peek().equals("[") ? rows() : List.of(List.of(number()));
            if (matrices.put(name, rows) != null) {
                throw new InputException(here, "'" + name + "' is given twice");
            }
            check(letter, rows, at);
        } while (tokens.accept(","));
        tokens.end();
        sizes.remove(Letter.UNIT);
        return new MatrixExample(sizes, matrices, command.span());
    }

    private void check(Letter letter, List<List<Rational>> rows, Span at) {
        size(letter, letter.rows(), rows.size(), "rows", at);
        size(letter, letter.columns(), rows.get(0).size(), "columns", at);
        for (int i = 0; i < rows.size() && letter.kind() == Letter.Kind.SYMMETRIC; i++) {
            for (int j = 0; j < i; j++) {
                if (!rows.get(i).get(j).equals(rows.get(j).get(i))) {
                    throw new InputException(
                            at,
                            letter.name() + " is symmetric, but its entries "
                                    + rows.get(i).get(j) + " and " + rows.get(j).get(i) + " in rows " + (i + 1)
                                    + " and " + (j + 1) + " differ");
                }
            }
        }
        if (letter.kind() == Letter.Kind.NONZERO && rows.get(0).get(0).signum() == 0) {
            throw new InputException(at, letter.name() + " is positive, so it is not 0");
        }
    }

    private void size(Letter letter, String size, int number, String what, Span at) {
        Integer before = sizes.putIfAbsent(size, number);
        if (before != null && before != number) {
            throw new InputException(
                    at,
                    letter.name() + " has " + number + " " + what + ", but its shape is " + letter.rows() + " x "
                            + letter.columns() + (size.equals(Letter.UNIT) ? "" : ", and " + size + " = " + before));
        }
    }

    private List<List<Rational>> rows() {
        tokens.expect("[", "before the rows of a matrix");
        List<List<Rational>> out = new ArrayList<>();
        do {
            Span here = tokens.here();
            List<Rational> row = new ArrayList<>();
            do {
                row.add(number());
            } while (tokens.accept(","));
            out.add(row);
            if (row.size() != out.get(0).size()) {
                throw new InputException(
                        here,
                        "row " + out.size() + " has " + row.size() + " entries, the first has "
                                + out.get(0).size());
            }
        } while (tokens.accept(";"));
        tokens.expect("]", "after the rows of a matrix");
        return out;
    }

    private Rational number() {
        boolean minus = tokens.accept("-");
        Rational value = digits();
        if (tokens.accept("/")) {
            Span here = tokens.here();
            Rational by = digits();
            if (by.signum() == 0) {
                throw new InputException(here, "a division by zero");
            }
            value = value.times(by.reciprocal());
        }
        return minus ? value.negated() : value;
    }

    private Rational digits() {
        if (!tokens.isNumber()) {
            throw new InputException(
                    tokens.here(), "found " + tokens.shown() + " where a number such as -1/2 is needed");
        }
        return Rational.parse(tokens.next());
    }
}
