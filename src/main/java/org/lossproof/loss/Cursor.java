package org.lossproof.loss;

import java.util.List;

/** Reads a list of tokens from left to right. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean accept(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    /** The next token, which must be this symbol. */
    Token expect(String symbol, String purpose) {
        if (!peek().is(symbol)) {
            throw new InputException(
                    peek().span(), "found " + peek().shown() + " where '" + symbol + "' is needed " + purpose);
        }
        return next();
    }

    /** The closing bracket of {@code opening}. */
    void close(Token opening, String closing) {
        if (!peek().is(closing)) {
            throw new InputException(
                    opening.span(),
                    "this '" + opening.text() + "' is not closed: found " + peek().shown() + " at line "
                            + peek().span().line() + ", column "
                            + peek().span().column() + " where '" + closing + "' is needed");
        }
        at++;
    }

    Token name(String what) {
        if (peek().kind() != Token.Kind.NAME) {
            throw new InputException(peek().span(), "found " + peek().shown() + " where " + what + " is needed");
        }
        return next();
    }

    /** Whether the bracket that opens here closes before the token {@code follower}. */
    boolean bracketIsFollowedBy(String follower) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")") && --depth == 0) {
                return tokens.get(Math.min(i + 1, tokens.size() - 1)).is(follower);
            }
        }
        return false;
    }

    /** Whether a token between the bracket that opens here and its closing one is of a kind. */
    boolean bracketHolds(java.util.function.Predicate<Token> kind) {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")") && --depth == 0) {
                return false;
            } else if (kind.test(token)) {
                return true;
            }
        }
        return false;
    }

    /** The tokens up to the one where the other cursor position stands; used for macro bodies. */
    List<Token> since(int start) {
        return List.copyOf(tokens.subList(start, at));
    }

    int position() {
        return at;
    }
}
