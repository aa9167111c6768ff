package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** The commands of a block: each opens a line with a keyword and goes on in the lines that open with none. */
final class CommandLines {
    private static final Pattern FIRST = Pattern.compile("\\s*([A-Za-z]+)(.*)", Pattern.DOTALL);

    private final List<Command> commands = new ArrayList<>();
    private final Span end;
    private int at;

    /**
     * A command.
     *
     * @param keyword its first word
     * @param rest what follows
     * @param span where the keyword stands
     * @param start where the rest starts
     */
    record Command(String keyword, String rest, Span span, Span start) {
        MatrixTokens tokens() {
            return new MatrixTokens(rest, start);
        }
    }

    /** Throws {@link InputException} if the block does not open with a keyword. */
    CommandLines(String text, Span start, List<String> keywords) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replaceAll("#.*", "");
            Matcher m = FIRST.matcher(line);
            int number = start.line() + i;
            if (m.matches() && keywords.contains(m.group(1))) {
                commands.add(new Command(
                        m.group(1),
                        m.group(2),
                        new Span(start.source(), number, m.start(1) + 1),
                        new Span(start.source(), number, m.start(2) + 1)));
            } else if (!line.isBlank() && commands.isEmpty()) {
                throw new InputException(
                        new Span(
                                start.source(),
                                number,
                                1 + line.length() - line.stripLeading().length()),
                        "a line of this block opens with one of " + String.join(", ", keywords));
            } else if (!commands.isEmpty()) {
                Command last = commands.remove(commands.size() - 1);
                commands.add(new Command(last.keyword(), last.rest() + "\n" + line, last.span(), last.start()));
            }
        }
        end = new Span(start.source(), start.line() + Math.max(0, lines.length - 1), 1);
    }

    boolean isAtEnd() {
        return at >= commands.size();
    }

    String keyword() {
        return isAtEnd() ? "" : commands.get(at).keyword();
    }

    Command next() {
        return commands.get(at++);
    }

    Span here() {
        return isAtEnd() ? end : commands.get(at).span();
    }
}
