package org.lossproof.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every text that comes of a certificate about matrices by one change, with a checksum that fits: the forger knows how it is made. */
public final class Damage {
    private static final Pattern TOKEN = Pattern.compile("[0-9]+|-|'|[A-Za-z][A-Za-z0-9_]*");

    /** Words of the text, and what stands in their place. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("zero", List.of("nonnegative", "diagonal")),
            Map.entry("nonnegative", List.of("positive", "zero")),
            Map.entry("positive", List.of("nonnegative", "zero", "rank")),
            Map.entry("diagonal", List.of("zero")),
            Map.entry("rank", List.of("rows", "positive")),
            Map.entry("rows", List.of("rank")),
            Map.entry("plain", List.of("transposed")),
            Map.entry("transposed", List.of("plain")),
            Map.entry("whole", List.of("trace")),
            Map.entry("trace", List.of("whole")),
            Map.entry("ANY", List.of("SYMMETRIC", "NONZERO")),
            Map.entry("SYMMETRIC", List.of("ANY")),
            Map.entry("NONZERO", List.of("ANY")),
            Map.entry("sum", List.of("forms", "counts")),
            Map.entry("forms", List.of("sum")),
            Map.entry("multiple", List.of("form")),
            Map.entry("form", List.of("multiple")),
            Map.entry("given", List.of("shown")),
            Map.entry("obtain", List.of("cases")),
            Map.entry("cases", List.of("obtain")),
            Map.entry("have", List.of("done")));

    private Damage() {}

    /** One in so many of the texts, each of one theorem. */
    public static Stream<String> of(Replay.Entry entry, int every) {
        Tree says = CertificateText.of(entry.proposition());
        Tree why = CertificateText.of(entry.certificate());
        List<String> letters = names(says).distinct().toList();
        List<List<Tree>> all = Stream.concat(
                        changes(says, letters).map(t -> List.of(t, why)),
                        changes(why, letters).map(t -> List.of(says, t)))
                .toList();
        return IntStream.iterate(0, i -> i < all.size(), i -> i + every)
                .mapToObj(i -> text(entry, all.get(i).get(0), all.get(i).get(1)));
    }

    private static Stream<String> names(Tree t) {
        return t.word().equals("letter") && t.isList()
                ? Stream.of(t.part(0).word())
                : t.parts().stream().flatMap(Damage::names);
    }

    private static String text(Replay.Entry entry, Tree says, Tree why) {
        List<Tree> content = List.of(Tree.list("name", entry.name()), Tree.list("says", entry.statement()), says, why);
        List<Tree> all = new ArrayList<>(content);
        all.add(Tree.list("sha256", digest(content)));
        return "(lossproof-certificates 1)\n" + Tree.list("theorem", all).written() + "\n";
    }

    private static String digest(List<Tree> content) {
        String text = content.stream().map(Tree::written).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** One word, number, sign, prime or letter is another; one part is left out, stands twice or has changed places with the next. */
    private static Stream<Tree> changes(Tree t, List<String> letters) {
        Stream<Tree> ownWord = (t.isList()
                        ? WORDS.getOrDefault(t.word(), List.of()).stream()
                        : leaves(t.word(), letters))
                .map(w -> new Tree(w, t.isList(), t.parts(), 0));
        Stream<Tree> within = IntStream.range(0, t.parts().size())
                .boxed()
                .flatMap(i -> changes(t.parts().get(i), letters).map(p -> with(t, parts -> parts.set(i, p))));
        Stream<Tree> order = IntStream.range(0, t.parts().size())
                .boxed()
                .flatMap(i -> Stream.of(
                        with(t, parts -> parts.remove((int) i)),
                        with(t, parts -> parts.add(i, parts.get(i))),
                        with(t, parts -> parts.add(Math.min(i + 1, parts.size() - 1), parts.remove((int) i)))));
        return Stream.of(ownWord, within, order).flatMap(s -> s).filter(other -> !other.equals(t));
    }

    private static Tree with(Tree t, java.util.function.Consumer<List<Tree>> change) {
        List<Tree> parts = new ArrayList<>(t.parts());
        change.accept(parts);
        return Tree.list(t.word(), parts);
    }

    private static Stream<String> leaves(String text, List<String> letters) {
        if (WORDS.containsKey(text)) {
            return WORDS.get(text).stream();
        }
        Stream<String> tokens = TOKEN.matcher(text)
                .results()
                .flatMap(m -> tokens(m, letters)
                        .map(other -> text.substring(0, m.start()) + other + text.substring(m.end())));
        boolean number = text.matches("-?[0-9].*");
        return Stream.concat(tokens, number && !text.startsWith("-") ? Stream.of("-" + text) : Stream.of());
    }

    private static Stream<String> tokens(MatchResult m, List<String> letters) {
        String token = m.group();
        if (Character.isDigit(token.charAt(0))) {
            return Stream.of(token + "1", String.valueOf(Math.max(Long.parseLong(token) - 1, 0)));
        } else if (token.equals("-") || token.equals("'")) {
            return Stream.of("");
        }
        Stream<String> others =
                letters.contains(token) ? letters.stream().filter(l -> !l.equals(token)) : Stream.of(token + "q");
        return Stream.concat(others, Stream.of(token + "'"));
    }
}
