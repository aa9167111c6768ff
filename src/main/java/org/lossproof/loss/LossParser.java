package org.lossproof.loss;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads loss definitions. The text is untrusted: it can say only what the language has words for. Every error is an
 * {@link InputException} with file, line and column.
 */
public final class LossParser {
    private static final long MAX_BYTES = 1_000_000;

    private final Declarations declared;
    private final Cursor cursor;
    private final ExpressionParser.Budget budget = new ExpressionParser.Budget();
    private String name;
    private String title = "";
    private Expr expression;
    private boolean equation;
    private Optional<ClaimedEquation> claimed = Optional.empty();

    private LossParser(Declarations declared, Cursor cursor, String name) {
        this.declared = declared;
        this.cursor = cursor;
        this.name = name;
    }

    /** The definition in a file of at most 1 MB. */
    public static LossDefinition parseFile(Path file) {
        return parse(read(file), file.toString());
    }

    /**
     * The definition in a text.
     *
     * @param source how errors name the text
     */
    public static LossDefinition parse(String text, String source) {
        if (text.isBlank()) {
            throw new InputException(
                    new Span(source, 1, 1), "the definition is empty; 'lossproof new NAME' writes one to start from");
        }
        String stem = source.replaceAll(".*[/\\\\]", "").replaceAll("\\.loss$", "");
        return new LossParser(new Declarations(), new Cursor(Lexer.tokens(text, source)), stem).definition();
    }

    /**
     * The definition in a part of a larger text.
     *
     * @param start where its first line stands
     * @param losses where {@code loss(NAME)} looks
     */
    public static LossDefinition parse(String text, Span start, Losses losses) {
        return new LossParser(new Declarations(losses), new Cursor(Lexer.tokens(text, start)), start.toString())
                .definition();
    }

    /**
     * Declarations followed by {@code claim LEFT == RIGHT} and the orders in W at which it is meant.
     *
     * @param start where the first line of the text stands
     * @param losses where {@code loss(NAME)} looks
     */
    public static ClaimedEquation parseEquation(String text, Span start, Losses losses) {
        LossParser parser =
                new LossParser(new Declarations(losses), new Cursor(Lexer.tokens(text, start)), start.toString());
        parser.equation = true;
        while (parser.cursor.peek().kind() != Token.Kind.END) {
            parser.statement();
        }
        return parser.claimed.orElseThrow(
                () -> new InputException(parser.cursor.peek().span(), "no equation; write claim LEFT == RIGHT"));
    }

    /** An expression in the declarations of a definition; every vector in it must be bound. */
    public static Expr parseExpression(String text, String source, LossDefinition context) {
        Cursor cursor = new Cursor(Lexer.tokens(text, source));
        Declarations declared = new Declarations(context);
        Expr e = new ExpressionParser(declared, cursor, new ExpressionParser.Budget(), new HashSet<>(), 0)
                .sum(Scope.EMPTY);
        expectEnd(cursor);
        return e;
    }

    private static String read(Path file) {
        Span where = new Span(file.toString(), 1, 1);
        if (Files.isDirectory(file)) {
            throw new InputException(where, "this is a directory; give a definition file (.loss)");
        }
        if (!Files.exists(file)) {
            throw new InputException(where, "no such file; 'lossproof list' shows the catalogue");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(where, "the file has more than 1 MB; a definition is a few lines");
            }
            return decode(Files.readAllBytes(file), where);
        } catch (IOException e) {
            throw new InputException(where, "cannot be read: " + e.getMessage());
        }
    }

    private static String decode(byte[] bytes, Span where) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw new InputException(where, "not a text file in UTF-8; a definition is plain text");
        }
        throw new InputException(where, "a binary file; a definition is plain text");
    }

    private static void expectEnd(Cursor cursor) {
        if (cursor.peek().kind() != Token.Kind.END) {
            throw new InputException(
                    cursor.peek().span(), "found " + cursor.peek().shown() + " where an operator or the end is needed");
        }
    }

    private LossDefinition definition() {
        Token last = cursor.peek();
        while (cursor.peek().kind() != Token.Kind.END) {
            last = cursor.peek();
            statement();
        }
        if (expression == null) {
            throw new InputException(last.span(), "the definition has no loss; add a statement 'L = E[...](...)'");
        }
        return new LossDefinition(
                name,
                title,
                declared.data(),
                List.copyOf(declared.parameters().values()),
                List.copyOf(declared.encoders()),
                expression);
    }

    private void statement() {
        Token word = cursor.next();
        switch (word.kind() == Token.Kind.NAME ? word.text() : "") {
            case "loss" -> header();
            case "param" -> parameter();
            case "datum", "data" -> datum();
            case "encoder" -> encoders();
            case "let" -> let();
            case "L" -> loss(word);
            case "claim" -> claim(word);
            default ->
                throw new InputException(
                        word.span(),
                        "found " + word.shown() + " where a statement is needed: "
                                + (equation
                                        ? "param, datum, data, encoder, let or claim LEFT == RIGHT"
                                        : "loss, param, datum, data, encoder, let or L = ..."));
        }
    }

    private void header() {
        StringBuilder text =
                new StringBuilder(cursor.name("the name of the loss").text());
        while (cursor.accept("-")) {
            text.append('-').append(cursor.next().text());
        }
        name = text.toString();
        if (cursor.peek().kind() == Token.Kind.STRING) {
            title = cursor.next().text();
        }
    }

    /** Reads what follows the word {@code param} and declares it. */
    static ParameterDeclaration parameter(Declarations declared, Cursor cursor) {
        return new LossParser(declared, cursor, "").parameter();
    }

    private ParameterDeclaration parameter() {
        Token token = cursor.name("the name of the parameter");
        String parameter = declared.fresh(token);
        boolean integer = acceptName("integer");
        Optional<BigFraction> low = Optional.empty();
        Optional<BigFraction> high = Optional.empty();
        boolean lowOpen = false;
        boolean highOpen = false;
        while (cursor.peek().text().matches("[<>]=?")) {
            Token sign = cursor.next();
            String relation = sign.text();
            if ((relation.startsWith(">") ? low : high).isPresent()) {
                throw new InputException(
                        sign.span(), parameter + " has such a bound already; write one lower and one upper bound");
            }
            if (relation.startsWith(">")) {
                low = Optional.of(signedNumber());
                lowOpen = relation.equals(">");
            } else {
                high = Optional.of(signedNumber());
                highOpen = relation.equals("<");
            }
        }
        BigFraction example = acceptName("example") ? signedNumber() : defaultExample(low, high);
        try {
            ParameterDeclaration out =
                    new ParameterDeclaration(parameter, integer, low, lowOpen, high, highOpen, example);
            declared.parameters().put(parameter, out);
            return out;
        } catch (IllegalArgumentException e) {
            throw new InputException(token.span(), e.getMessage() + "; add 'example q' with an admissible q");
        }
    }

    private static BigFraction defaultExample(Optional<BigFraction> low, Optional<BigFraction> high) {
        if (low.isPresent()) {
            return high.map(h -> low.get().add(h).divide(2)).orElse(low.get().add(1));
        }
        return high.map(h -> h.subtract(1)).orElse(BigFraction.ONE);
    }

    private BigFraction signedNumber() {
        Span span = cursor.peek().span();
        boolean negative = cursor.accept("-");
        if (cursor.peek().kind() != Token.Kind.NUMBER) {
            throw new InputException(span, "found " + cursor.peek().shown() + " where a number is needed");
        }
        BigFraction value = Exprs.decimal(cursor.next().text());
        if (cursor.accept("/")) {
            Token token = cursor.next();
            BigFraction divisor = token.kind() == Token.Kind.NUMBER ? Exprs.decimal(token.text()) : BigFraction.ZERO;
            if (divisor.signum() == 0) {
                throw new InputException(span, "a bound is a number such as 2, 0.5 or 1/2");
            }
            value = value.divide(divisor);
        }
        return negative ? value.negate() : value;
    }

    private void datum() {
        String datumName = declared.fresh(cursor.name("the name of the datum"));
        List<Datum.View> views = new ArrayList<>();
        Expr copies = Exprs.number(1);
        boolean repeated = false;
        if (acceptName("with")) {
            if (!acceptName("views") && !acceptName("view")) {
                throw new InputException(
                        cursor.peek().span(), "found " + cursor.peek().shown() + " where 'view' or 'views' is needed");
            }
            List<Token> names = new ArrayList<>(List.of(cursor.name("the name of a view")));
            while (cursor.peek().is(",") && !cursor.peek(1).isName("copies")) {
                cursor.next();
                names.add(cursor.name("the name of a view"));
            }
            Datum.Augmentation augmentation = augmentation();
            for (Token view : names) {
                String viewName = declared.fresh(view);
                if (viewName.equals(datumName)
                        || views.stream().anyMatch(v -> v.name().equals(viewName))) {
                    throw new InputException(
                            view.span(), "'" + viewName + "' is declared already; choose another name");
                }
                views.add(new Datum.View(viewName, augmentation));
            }
        }
        if (cursor.peek().is(",") && cursor.peek(1).isName("copies")) {
            cursor.next();
            cursor.next();
            copies = deterministic("a number of copies");
            repeated = true;
        }
        declared.data().add(new Datum(datumName, views, copies, repeated));
    }

    private Datum.Augmentation augmentation() {
        if (!acceptName("scaled")) {
            return new Datum.Augmentation.AdditiveNoise();
        }
        acceptName("by");
        Token family = cursor.name("exponential(mean) or uniform(low, high)");
        Token opening = cursor.expect("(", "after " + family.text());
        Expr first = deterministic("the parameter of a distribution");
        Datum.ScaleDistribution scale;
        if (family.text().equals("exponential")) {
            scale = new Datum.ScaleDistribution.Exponential(first);
        } else if (family.text().equals("uniform")) {
            cursor.expect(",", "between the bounds of uniform(low, high)");
            scale = new Datum.ScaleDistribution.Uniform(first, deterministic("the parameter of a distribution"));
        } else {
            throw new InputException(
                    family.span(),
                    "unknown distribution '" + family.text() + "'; known: exponential(mean), uniform(low, high)");
        }
        cursor.close(opening, ")");
        return new Datum.Augmentation.Rescaling(scale);
    }

    private Expr deterministic(String what) {
        Span span = cursor.peek().span();
        Expr e = parser().sum(Scope.EMPTY);
        if (!Exprs.isDeterministic(e)) {
            throw new InputException(span, what + " is a number or an expression in parameters");
        }
        return e;
    }

    private void encoders() {
        do {
            declared.encoders().add(declared.fresh(cursor.name("the name of an encoder")));
        } while (cursor.accept(","));
    }

    private void let() {
        Token macro = cursor.name("the name of the abbreviation");
        declared.fresh(macro);
        List<String> arguments = new ArrayList<>();
        if (cursor.peek().is("(")) {
            Token opening = cursor.next();
            do {
                arguments.add(cursor.name("an index or a vector").text());
            } while (cursor.accept(","));
            cursor.close(opening, ")");
        }
        cursor.expect("=", "in let " + macro.text() + " = ...");
        int start = cursor.position();
        while (!startsStatement()) {
            cursor.next();
        }
        if (cursor.position() == start) {
            throw new InputException(macro.span(), "let " + macro.text() + " has no body; write let name = expression");
        }
        declared.macros().put(macro.text(), new Declarations.Macro(macro, arguments, cursor.since(start)));
    }

    private boolean startsStatement() {
        Token token = cursor.peek();
        boolean include = token.isName("loss") && cursor.peek(1).is("(");
        return token.kind() == Token.Kind.END || (Names.STATEMENTS.contains(token.text()) && !include);
    }

    private void loss(Token word) {
        cursor.expect("=", "after L");
        if (expression != null) {
            throw new InputException(word.span(), "a second 'L = ...'; a definition has one loss");
        }
        expression = parser().sum(Scope.EMPTY);
        if (!startsStatement()) {
            expectEnd(cursor);
        }
    }

    private void claim(Token word) {
        if (!equation) {
            throw new InputException(word.span(), "a claim stands on a page of claims; a definition has L = ...");
        }
        expression = parser().sum(Scope.EMPTY);
        cursor.expect("==", "of LEFT == RIGHT");
        Expr right = parser().sum(Scope.EMPTY);
        Optional<Integer> remainder = Optional.empty();
        Optional<Integer> order = Optional.empty();
        if (cursor.peek().is("+")) {
            cursor.next();
            cursor.next();
            Token opening = cursor.next();
            remainder = Optional.of(order());
            cursor.close(opening, ")");
        } else if (acceptName("at")) {
            expectName("order", "after 'at'");
            order = Optional.of(order());
        }
        List<String> values = new ArrayList<>();
        Span where = cursor.peek().span();
        if (acceptName("where")) {
            where = cursor.peek().span();
            do {
                Token name = cursor.name("the name of a parameter");
                cursor.expect("=", "after " + name.text());
                values.add(name.text() + "=" + Notation.plain(new Expr.Constant(signedNumber())));
            } while (cursor.accept(","));
        }
        Optional<Token> limit = Optional.empty();
        if (acceptName("as")) {
            limit = Optional.of(cursor.name("the name of a parameter"));
            cursor.expect("-", "of '-> infinity'");
            cursor.expect(">", "of '-> infinity'");
            expectName("infinity", "after '->'");
        }
        expectEnd(cursor);
        LossDefinition left = definition();
        claimed = Optional.of(new ClaimedEquation(
                new Equation(left, left.withExpression(right)),
                remainder,
                order,
                values(left, values, where),
                limit.map(n -> parameterOf(left, n))));
    }

    private static Map<String, BigFraction> values(LossDefinition left, List<String> assignments, Span where) {
        try {
            return ParameterValues.of(left, assignments).values();
        } catch (InputException e) {
            throw new InputException(where, e.getMessage().replaceFirst("^--set ", "where "));
        }
    }

    private static String parameterOf(LossDefinition left, Token name) {
        return left.parameter(name.text())
                .map(ParameterDeclaration::name)
                .orElseThrow(() -> new InputException(
                        name.span(),
                        "'" + name.text() + "' is no parameter here, so nothing goes to infinity with it"));
    }

    private int order() {
        Token token = cursor.next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("[1-9][0-9]?")) {
            throw new InputException(
                    token.span(), "found " + token.shown() + " where an order is needed, a whole number from 1 to 99");
        }
        return Integer.parseInt(token.text());
    }

    private void expectName(String text, String purpose) {
        if (!acceptName(text)) {
            throw new InputException(
                    cursor.peek().span(),
                    "found " + cursor.peek().shown() + " where '" + text + "' is needed " + purpose);
        }
    }

    private ExpressionParser parser() {
        return new ExpressionParser(declared, cursor, budget, new HashSet<>(), 0);
    }

    private boolean acceptName(String text) {
        if (cursor.peek().isName(text)) {
            cursor.next();
            return true;
        }
        return false;
    }
}
