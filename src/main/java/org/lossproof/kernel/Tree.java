package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of certificates: nested lists {@code (word part part ...)}, words with spaces or brackets in backquotes.
 *
 * @param word a leaf's text, or the first word of a list
 * @param isList whether it is a list
 * @param parts of a list
 * @param line where it was read, from 1; 0 if it was not
 */
record Tree(String word, boolean isList, List<Tree> parts, int line) {
    Tree {
        parts = List.copyOf(parts);
    }

    static Tree leaf(Object value) {
        return new Tree(value.toString(), false, List.of(), 0);
    }

    static Tree list(String word, List<Tree> parts) {
        return new Tree(word, true, parts, 0);
    }

    static Tree list(String word, Object... leaves) {
        return list(word, List.of(leaves).stream().map(Tree::leaf).toList());
    }

    /** Part {@code i}; throws {@link RejectedCertificateException} if there is none. */
    Tree part(int i) {
        RejectedCertificateException.require(
                i < parts.size(), "line " + line + ": '" + word + "' has no part " + (i + 1));
        return parts.get(i);
    }

    /** The text of part {@code i}. */
    String text(int i) {
        return part(i).word;
    }

    /** As text; a list of lists has a line for each. */
    String written() {
        return written("");
    }

    private String written(String indent) {
        if (!isList) {
            return word.matches("[^\\s()`]+") ? word : "`" + word + "`";
        }
        boolean flat = parts.stream().noneMatch(Tree::isList);
        String between = flat ? " " : "\n" + indent + "  ";
        String inside =
                parts.stream().map(p -> between + p.written(indent + "  ")).collect(Collectors.joining());
        return "(" + word + inside + ")";
    }

    /** Reads lists; throws {@link RejectedCertificateException} with the line of what is wrong. */
    static List<Tree> read(String text) {
        Reader reader = new Reader(text);
        List<Tree> out = new ArrayList<>();
        while (reader.skip()) {
            out.add(reader.tree());
        }
        return out;
    }

    private static final class Reader {
        private final String text;
        private int at;
        private int line = 1;

        Reader(String text) {
            this.text = text;
        }

        /** Moves to the next character that is no space; false at the end. */
        boolean skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                line += text.charAt(at++) == '\n' ? 1 : 0;
            }
            return at < text.length();
        }

        /** The tree that begins at the next character, which is no space. */
        Tree tree() {
            int start = line;
            if (text.charAt(at) != '(') {
                return new Tree(word(), false, List.of(), start);
            }
            at++;
            require(skip(), "the file ends too early");
            String head = word();
            List<Tree> parts = new ArrayList<>();
            while (true) {
                require(skip(), "the file ends inside '" + head + "' of line " + start);
                if (text.charAt(at) == ')') {
                    at++;
                    return new Tree(head, true, parts, start);
                }
                parts.add(tree());
            }
        }

        private String word() {
            int from = at;
            if (text.charAt(at) == '`') {
                at = text.indexOf('`', from + 1);
                require(at != -1, "a backquote is not closed");
                return text.substring(from + 1, at++);
            }
            while (at < text.length()
                    && "()`".indexOf(text.charAt(at)) < 0
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            require(at > from, "unexpected '" + text.charAt(from) + "'");
            return text.substring(from, at);
        }

        private void require(boolean condition, String otherwise) {
            RejectedCertificateException.require(condition, "line " + line + ": " + otherwise);
        }
    }
}
