package org.lossproof.page.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** Reads a {@code theorem} block: its statement, instances of it, then the lines of its proof. */
public final class MatrixTheoremParser {
    private static final List<String> STATEMENT = List.of("for", "assume", "show");
    private static final List<String> PROOF =
            List.of("have", "name", "obtain", "use", "take", "fix", "thus", "cases", "case", "done", "absurd");

    private static final String EXAMPLE = "example";
    private static final Set<String> RESERVED = Set.of("tr", "id", "rank", "positive", "min", "derivative");

    private final Matrices given;
    private final CommandLines lines;
    private final List<Letter> letters;
    private final List<Matrices.Premise> premises = new ArrayList<>();
    private final List<Letter> exists = new ArrayList<>();
    private final List<List<MatrixFormula>> alternatives = new ArrayList<>();
    private final List<MatrixExample> examples = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    /** A block whose first line stands at a place, about the letters of a {@code matrices} block. */
    public MatrixTheoremParser(String text, Span start, Matrices matrices) {
        this.given = matrices;
        this.letters = new ArrayList<>(matrices.letters());
        List<String> all = new ArrayList<>(STATEMENT);
        all.add(EXAMPLE);
        all.addAll(PROOF);
        matrices.abbreviations().forEach(a -> taken.add(a.name()));
        for (Letter letter : letters) {
            taken.addAll(List.of(letter.name(), letter.rows(), letter.columns()));
        }
        this.lines = new CommandLines(text, start, all);
    }

    /**
     * The theorem.
     *
     * @throws InputException at what is no line of it, or missing
     */
    public MatrixTheorem theorem() {
        while (STATEMENT.contains(lines.keyword()) && alternatives.isEmpty()) {
            statement(lines.next());
        }
        if (alternatives.isEmpty()) {
            throw new InputException(lines.here(), "a theorem has a line 'show ..' before its proof");
        }
        while (lines.keyword().equals(EXAMPLE)) {
            examples.add(new ExampleReader(lines.next(), letters).example());
        }
        List<ProofLine> proof = proof();
        if (!lines.isAtEnd()) {
            throw new InputException(
                    lines.here(),
                    "the proof has ended above, by 'done' or 'absurd', and '" + lines.keyword() + "' follows");
        }
        Matrices all = new Matrices(letters, given.premises(), given.abbreviations(), given.text());
        return new MatrixTheorem(all, premises, exists, alternatives, examples, proof, String.join("; ", written));
    }

    private void statement(CommandLines.Command command) {
        MatrixTokens tokens = command.tokens();
        MatrixReader reader = new MatrixReader(tokens);
        written.add((command.keyword() + command.rest()).replaceAll("\\s+", " ").strip());
        switch (command.keyword()) {
            case "for" -> {
                tokens.expect("every", "in 'for every Z : d1 x d0'");
                boolean symmetric = tokens.accept("symmetric");
                letters.add(fresh(tokens, reader, symmetric ? Letter.Kind.SYMMETRIC : Letter.Kind.ANY));
            }
            case "assume" -> {
                String label = label(tokens);
                premises.add(new Matrices.Premise(label, reader.formula()));
            }
            default -> show(tokens, reader);
        }
        tokens.end();
    }

    private void show(MatrixTokens tokens, MatrixReader reader) {
        while (tokens.accept("exists")) {
            boolean symmetric = tokens.accept("symmetric");
            exists.add(fresh(tokens, reader, symmetric ? Letter.Kind.SYMMETRIC : Letter.Kind.ANY));
            tokens.expect(",", "after the shape, in 'exists Y : d1 x d0, FACT'");
        }
        do {
            List<MatrixFormula> all = new ArrayList<>();
            do {
                all.add(reader.formula());
            } while (tokens.accept("and"));
            alternatives.add(all);
        } while (tokens.accept("or"));
    }

    /** A letter whose name stands for nothing yet: a statement speaks of what it seems to speak of. */
    private Letter fresh(MatrixTokens tokens, MatrixReader reader, Letter.Kind kind) {
        Span here = tokens.here();
        Letter letter = reader.letter(kind);
        if (!taken.add(letter.name())) {
            throw new InputException(here, "'" + letter.name() + "' is taken; choose another name");
        }
        return letter;
    }

    /** A label and a colon, if they come next; empty otherwise. */
    private static String label(MatrixTokens tokens) {
        if (MatrixTokens.isName(tokens.peek()) && tokens.peek(1).equals(":")) {
            String label = tokens.next();
            tokens.next();
            return label;
        }
        return "";
    }

    /** Lines up to the one that ends this part of the proof. */
    private List<ProofLine> proof() {
        List<ProofLine> out = new ArrayList<>();
        while (true) {
            Span here = lines.here();
            if (lines.isAtEnd()
                    || lines.keyword().equals("case")
                    || lines.keyword().equals("thus")) {
                throw new InputException(
                        here, "the proof above does not end; end it by 'done', 'absurd ..' or 'cases ..'");
            }
            ProofLine line = line(lines.next());
            out.add(line);
            if (line instanceof ProofLine.Done || line instanceof ProofLine.Absurd || line instanceof ProofLine.Cases) {
                return out;
            }
        }
    }

    private ProofLine line(CommandLines.Command command) {
        MatrixTokens tokens = command.tokens();
        MatrixReader reader = new MatrixReader(tokens);
        Span here = command.span();
        ProofLine out = switch (command.keyword()) {
            case "have" -> have(tokens, reader, here);
            case "name" -> {
                String name = tokens.name("a name");
                tokens.expect("=", "in 'name P = EXPRESSION'");
                yield new ProofLine.Abbreviate(name, reader.expression(), here);
            }
            case "obtain" -> obtain(tokens, reader, here);
            case "use" -> {
                String label = label(tokens);
                Lemma lemma = lemma(tokens);
                yield new ProofLine.Use(label, lemma, arguments(tokens, reader), List.of(), here);
            }
            case "take" -> take(tokens, reader, here);
            case "fix" -> fix(command, tokens, reader, here);
            case "cases" -> {
                Lemma lemma = lemma(tokens);
                List<MatrixExpression> arguments = arguments(tokens, reader);
                tokens.end();
                yield new ProofLine.Cases(lemma, arguments, branches(lemma), here);
            }
            case "done" -> {
                List<MatrixExpression> witnesses = new ArrayList<>();
                if (tokens.accept("with")) {
                    do {
                        witnesses.add(reader.expression());
                    } while (tokens.accept(","));
                }
                yield new ProofLine.Done(witnesses, here);
            }
            case "absurd" -> {
                MatrixExpression positive = reader.expression();
                yield new ProofLine.Absurd(positive, as(tokens, reader), using(tokens, reader), here);
            }
            default -> throw new InputException(here, "'" + command.keyword() + "' has no place here");
        };
        if (!(out instanceof ProofLine.Fix)) {
            tokens.end();
        }
        return out;
    }

    private ProofLine have(MatrixTokens tokens, MatrixReader reader, Span here) {
        String label = label(tokens);
        MatrixFormula formula = reader.formula();
        Optional<MatrixExpression> as = as(tokens, reader);
        return new ProofLine.Have(label, formula, using(tokens, reader), as, here);
    }

    private static Optional<MatrixExpression> as(MatrixTokens tokens, MatrixReader reader) {
        return tokens.accept("as") ? Optional.of(reader.expression()) : Optional.empty();
    }

    private static List<String> using(MatrixTokens tokens, MatrixReader reader) {
        List<String> out = new ArrayList<>();
        if (tokens.accept("using")) {
            do {
                out.add(reader.label());
            } while (tokens.accept(","));
        }
        return out;
    }

    private ProofLine obtain(MatrixTokens tokens, MatrixReader reader, Span here) {
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.name("a name"));
        } while (tokens.accept(","));
        tokens.expect("by", "in 'obtain K by pseudo-inverse of H'");
        Lemma lemma = lemma(tokens);
        return new ProofLine.Use(names.get(0), lemma, arguments(tokens, reader), names, here);
    }

    private ProofLine take(MatrixTokens tokens, MatrixReader reader, Span here) {
        String label = label(tokens);
        String of = reader.label();
        tokens.expect("at", "in 'take LABEL at EXPRESSION'");
        List<MatrixExpression> arguments = new ArrayList<>();
        do {
            arguments.add(reader.expression());
        } while (tokens.accept(","));
        return new ProofLine.Take(label, of, arguments, here);
    }

    private ProofLine fix(CommandLines.Command command, MatrixTokens tokens, MatrixReader reader, Span here) {
        Letter letter = reader.letter(Letter.Kind.ANY);
        tokens.end();
        List<ProofLine> inside = new ArrayList<>();
        while (!lines.isAtEnd() && !lines.keyword().equals("thus")) {
            inside.add(line(lines.next()));
        }
        if (lines.isAtEnd()) {
            throw new InputException(command.span(), "nothing follows from this 'fix'; end it by 'thus LABEL: FACT'");
        }
        CommandLines.Command thus = lines.next();
        MatrixTokens last = thus.tokens();
        String label = label(last);
        MatrixFormula shown = new MatrixReader(last).formula();
        last.end();
        return new ProofLine.Fix(label, letter, inside, shown, here);
    }

    private List<ProofLine.Branch> branches(Lemma lemma) {
        List<ProofLine.Branch> out = new ArrayList<>();
        int count = lemma.statement().alternatives().size();
        for (int i = 0; i < count; i++) {
            if (!lines.keyword().equals("case")) {
                throw new InputException(
                        lines.here(),
                        "'" + lemma.word() + "' has " + count + " cases, of which " + i
                                + " are here; each opens with 'case LABEL' or 'case LABEL: NAMES'");
            }
            CommandLines.Command command = lines.next();
            MatrixTokens tokens = command.tokens();
            String label = tokens.isAtEnd() ? "" : tokens.name("a label");
            List<String> names = new ArrayList<>();
            if (tokens.accept(":")) {
                do {
                    names.add(tokens.name("a name"));
                } while (tokens.accept(","));
            }
            tokens.end();
            out.add(new ProofLine.Branch(label, names, proof(), command.span()));
        }
        return out;
    }

    private static Lemma lemma(MatrixTokens tokens) {
        Span here = tokens.here();
        StringBuilder word = new StringBuilder(tokens.name("the name of a lemma"));
        while (tokens.accept("-")) {
            word.append('-').append(tokens.name("the name of a lemma"));
        }
        return Arrays.stream(Lemma.values())
                .filter(l -> l.word().contentEquals(word))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        here,
                        "no lemma '" + word + "'; the lemmas are "
                                + Arrays.stream(Lemma.values()).map(Lemma::word).collect(Collectors.joining(", "))));
    }

    private static List<MatrixExpression> arguments(MatrixTokens tokens, MatrixReader reader) {
        List<MatrixExpression> out = new ArrayList<>();
        if (tokens.accept("of")) {
            do {
                out.add(reader.expression());
            } while (tokens.accept(","));
        }
        return out;
    }
}
