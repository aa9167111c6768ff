package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** The words of a line about matrices, read from left to right. */
final class MatrixTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>[0-9]+)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<symbol>==|>=|<=|:=|[-+*/^'()\\[\\],;:|<>.=]))");

    private final String text;
    private final Span start;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int at;

    /** The words of a text that begins at a place; line ends in it are counted. Throws {@link InputException} at what is no word. */
    MatrixTokens(String text, Span start) {
        this.text = text;
        this.start = start;
        Matcher m = TOKEN.matcher(text);
        int from = 0;
        while (!text.substring(from).isBlank()) {
            if (!m.find(from) || m.start() != from) {
                int bad =
                        from + text.substring(from).indexOf(text.substring(from).strip());
                throw new InputException(
                        span(bad),
                        "unexpected character '" + text.charAt(bad)
                                + "'; a line about matrices consists of names, numbers and + - * / ^ ' ( ) [ ] , : | == >= <= > <");
            }
            int begin = m.start() + m.group().length() - m.group().strip().length();
            words.add(m.group().strip());
            places.add(begin);
            from = m.end();
        }
    }

    private Span span(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = line == 0 ? start.column() + offset : offset - before.lastIndexOf('\n');
        return new Span(start.source(), start.line() + line, column);
    }

    Span here() {
        return span(at < words.size() ? places.get(at) : text.stripTrailing().length());
    }

    boolean isAtEnd() {
        return at >= words.size();
    }

    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead) : "";
    }

    String shown() {
        return isAtEnd() ? "the end of the line" : "'" + peek() + "'";
    }

    boolean accept(String word) {
        if (peek().equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String word, String purpose) {
        if (!accept(word)) {
            throw new InputException(here(), "found " + shown() + " where '" + word + "' is needed " + purpose);
        }
    }

    String name(String what) {
        if (!isName(peek())) {
            throw new InputException(here(), "found " + shown() + " where " + what + " is needed");
        }
        return words.get(at++);
    }

    static boolean isName(String word) {
        return !word.isEmpty() && Character.isLetter(word.charAt(0));
    }

    boolean isNumber() {
        return !isAtEnd() && Character.isDigit(peek().charAt(0));
    }

    String next() {
        return words.get(at++);
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** The end of the line must be here. */
    void end() {
        if (!isAtEnd()) {
            throw new InputException(here(), "found " + shown() + " where the line should end");
        }
    }
}
