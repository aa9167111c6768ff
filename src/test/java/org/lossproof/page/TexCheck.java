package org.lossproof.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a TeX processor would refuse in a formula, or what would be lost: the fragment of TeX that reports are written in. */
final class TexCheck {
    private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|\\s+|.", Pattern.DOTALL);
    private static final Set<String> OF_LETTERS =
            Set.of("\\text", "\\mathit", "\\operatorname", "\\mathrm", "\\mathbb");
    private static final Set<String> OF_TWO = Set.of("\\frac", "\\tfrac");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private TexCheck(String tex) {
        Matcher m = TOKEN.matcher(tex);
        while (m.find()) {
            tokens.add(m.group());
        }
    }

    /** What is wrong with a formula, if anything. */
    static Optional<String> problem(String tex) {
        try {
            TexCheck check = new TexCheck(tex);
            check.row("");
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    /** Atoms with their indices up to {@code end}. */
    private void row(String end) {
        boolean base = false;
        boolean index = false;
        boolean exponent = false;
        while (!peek().equals(end)) {
            String token = peek();
            at++;
            if (token.equals("_") || token.equals("^")) {
                require(base, "an index of nothing");
                require(!(token.equals("_") ? index : exponent), "double " + token);
                index |= token.equals("_");
                exponent |= token.equals("^");
                atom();
            } else if (token.equals("'")) {
                require(base && (!exponent || tokens.get(at - 2).equals("'")), "double ^");
                exponent = true;
            } else if (token.isEmpty() || !token.isBlank()) {
                at--;
                atom();
                base = true;
                index = false;
                exponent = false;
            }
        }
        at++;
    }

    private void atom() {
        String token = peek();
        at++;
        require(!Set.of("", "_", "^", "}", "\\right", "&", "%", "#", "$").contains(token), "misplaced '" + token + "'");
        if (token.equals("{")) {
            row("}");
        } else if (token.equals("\\left")) {
            at++;
            row("\\right");
            require(!peek().isEmpty(), "\\right without a bracket");
            at++;
        } else if (OF_LETTERS.contains(token)) {
            String letters = group();
            require(!letters.isEmpty(), token + " of nothing");
            require(!letters.replaceAll("\\\\.", "").matches(".*[_^%&#$\\\\].*"), "unescaped in " + token + letters);
        } else if (OF_TWO.contains(token)) {
            for (int side = 0; side < 2; side++) {
                int start = at;
                String text = group();
                require(!text.isBlank() && !text.strip().equals("-"), token + " with an empty side");
                at = start;
                atom();
            }
        } else if (token.equals("\\sqrt")) {
            atom();
        }
    }

    /** What stands between the braces that come next. */
    private String group() {
        require(peek().equals("{"), "no group");
        int start = ++at;
        int depth = 1;
        while (depth > 0) {
            require(at < tokens.size(), "an open group");
            depth += tokens.get(at).equals("{") ? 1 : tokens.get(at).equals("}") ? -1 : 0;
            at++;
        }
        return String.join("", tokens.subList(start, at - 1));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
