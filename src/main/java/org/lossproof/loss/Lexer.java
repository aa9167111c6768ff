package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;

/** Splits a definition into {@link Token}s; {@code #} starts a comment, white space and line ends separate. */
final class Lexer {
    private static final List<String> LONG_SYMBOLS = List.of("<=>", "<=", ">=", "!=", "==", "=>");
    private static final String SYMBOLS = "+-*/^()[]{}<>,|=:";
    private static final int MAX_DIGITS = 40;

    private final String text;
    private final String source;
    private int at;
    private int line;
    private int lineStart;

    private Lexer(String text, Span start) {
        this.text = text;
        this.source = start.source();
        this.line = start.line();
    }

    /** The words of the text, the last of kind END. */
    static List<Token> tokens(String text, String source) {
        return tokens(text, new Span(source, 1, 1));
    }

    /** The words of a text whose first line stands at a place of a larger one. */
    static List<Token> tokens(String text, Span start) {
        Lexer lexer = new Lexer(text, start);
        List<Token> out = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            out.add(token);
        } while (token.kind() != Token.Kind.END);
        return out;
    }

    private Token next() {
        skipBlanks();
        Span here = here();
        if (at >= text.length()) {
            return new Token(Token.Kind.END, "", here);
        }
        char c = text.charAt(at);
        if (c == '"') {
            return string(here);
        } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number(here);
        } else if (isLetter(c)) {
            return name(here);
        }
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, here);
            }
        }
        if (SYMBOLS.indexOf(c) < 0) {
            throw new InputException(
                    here,
                    "unexpected character " + describe(c)
                            + "; a definition consists of names, numbers, \"titles\" and + - * / ^ ( ) [ ] < > , | =");
        }
        at++;
        return new Token(Token.Kind.SYMBOL, String.valueOf(c), here);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }

    private Token string(Span here) {
        int end = text.indexOf('"', at + 1);
        int lineEnd = text.indexOf('\n', at);
        if (end < 0 || (lineEnd >= 0 && lineEnd < end)) {
            throw new InputException(here, "this title has no closing quote; write \"title\" on one line");
        }
        String content = text.substring(at + 1, end);
        at = end + 1;
        return new Token(Token.Kind.STRING, content, here);
    }

    private Token number(Span here) {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > MAX_DIGITS || digits.indexOf('.') != digits.lastIndexOf('.')) {
            throw new InputException(
                    here, "not a number I can use; write an integer or a decimal of at most " + MAX_DIGITS + " digits");
        }
        return new Token(Token.Kind.NUMBER, digits, here);
    }

    private Token name(Span here) {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(start, at), here);
    }

    private Span here() {
        return new Span(source, line, at - lineStart + 1);
    }

    private static String describe(char c) {
        return c < ' ' || c > '~' ? String.format("U+%04X", (int) c) : "'" + c + "'";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
