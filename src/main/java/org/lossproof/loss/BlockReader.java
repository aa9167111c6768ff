package org.lossproof.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads a block of a page from left to right, in the words of the language of definitions: lines that open with a keyword,
 * names, numbers, expressions and formulas. Every error names file, line and column.
 */
public final class BlockReader {
    private final Declarations declared;
    private final Cursor cursor;
    private final List<String> lines;
    private final Span start;

    /**
     * @param text the block
     * @param start where its first line stands
     * @param losses where {@code loss(NAME)} looks
     */
    public BlockReader(String text, Span start, Losses losses) {
        this.declared = new Declarations(losses);
        this.cursor = new Cursor(Lexer.tokens(text, start));
        this.lines = Arrays.asList(text.split("\n", -1));
        this.start = start;
    }

    /** Has errors about a name that is not declared say how it would be. */
    public void explainUndeclared(UnaryOperator<String> how) {
        declared.explain(how);
    }

    /** Whether nothing is left. */
    public boolean isAtEnd() {
        return cursor.peek().kind() == Token.Kind.END;
    }

    /** The place of the next word. */
    public Span here() {
        return cursor.peek().span();
    }

    /** The next word, for messages. */
    public String shown() {
        return cursor.peek().shown();
    }

    /** Whether the next word is this symbol or name; then it is read. */
    public boolean accept(String word) {
        if (cursor.peek().is(word) || cursor.peek().isName(word)) {
            cursor.next();
            return true;
        }
        return false;
    }

    /** Reads this symbol or name, which must come next. */
    public void expect(String word, String purpose) {
        if (!accept(word)) {
            throw new InputException(here(), "found " + shown() + " where '" + word + "' is needed " + purpose);
        }
    }

    /** The keyword that comes next, one of {@code known}. */
    public String keyword(List<String> known) {
        Token token = cursor.peek();
        if (token.kind() != Token.Kind.NAME || !known.contains(token.text())) {
            String hint = token.kind() == Token.Kind.NAME ? "; " + Names.suggestion(token.text(), known) : "";
            throw new InputException(
                    token.span(),
                    "found " + token.shown() + " where a line of this block is needed: " + String.join(", ", known)
                            + (hint.contains("did you mean") ? hint : ""));
        }
        return cursor.next().text();
    }

    /** The name that comes next. */
    public String name(String what) {
        return cursor.name(what).text();
    }

    /** A name with hyphens, such as that of a loss or of a claim. */
    public String hyphenated(String what) {
        StringBuilder out = new StringBuilder(name(what));
        while (cursor.peek().is("-")) {
            cursor.next();
            out.append('-').append(cursor.next().text());
        }
        return out.toString();
    }

    /** A whole number from 1 on. */
    public int count(String what) {
        Token token = cursor.next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("[1-9][0-9]{0,3}")) {
            throw new InputException(
                    token.span(), "found " + token.shown() + " where " + what + " is needed, 1 or more");
        }
        return Integer.parseInt(token.text());
    }

    /** Declares the name that comes next as a number, if nothing else has it. */
    public String declareNext(String what) {
        Token token = cursor.name(what);
        String name = declared.fresh(token);
        declare(name);
        return name;
    }

    /** Declares a name that expressions may mention. */
    public void declare(String name) {
        declared.parameters()
                .put(
                        name,
                        new ParameterDeclaration(
                                name, false, Optional.empty(), false, Optional.empty(), false, BigFraction.ONE));
    }

    /** Reads what follows the word {@code param} and declares it. */
    public ParameterDeclaration parameter() {
        return LossParser.parameter(declared, cursor);
    }

    /** Declares the parameters of a loss. */
    public void declare(LossDefinition loss) {
        loss.parameters().forEach(p -> declared.parameters().put(p.name(), p));
    }

    /** The expression that comes next. */
    public Expr expression() {
        return new ExpressionParser(declared, cursor, new ExpressionParser.Budget(), new java.util.HashSet<>(), 0)
                .sum(Scope.EMPTY);
    }

    /**
     * The formula that comes next.
     *
     * @param predicates words that stand for a formula
     * @param indices the names that {@code all[i]} and {@code any[i]} may bind
     */
    public Formula formula(Set<String> predicates, Set<String> indices) {
        return new FormulaParser(declared, cursor, predicates, indices).formula();
    }

    /** What is written from a place up to the next word, on one line and without comments. */
    public String writtenSince(Span from) {
        Span to = here();
        StringBuilder out = new StringBuilder();
        for (int line = from.line(); line <= to.line(); line++) {
            int index = line - start.line();
            String text = index < lines.size() ? lines.get(index) : "";
            int end = line == to.line() ? Math.min(to.column() - 1, text.length()) : text.length();
            int begin = line == from.line() ? from.column() - 1 : 0;
            out.append(text.substring(Math.min(begin, end), end).replaceAll("#.*", ""))
                    .append(' ');
        }
        return out.toString().strip().replaceAll("\\s+", " ");
    }
}
