package org.lossproof.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was proved to a text and checks such a text again, with nothing but this package. */
public final class Replay {
    private static final String HEAD = "lossproof-certificates";
    private static final String VERSION = "1";

    private Replay() {}

    /**
     * What is shown, and why.
     *
     * @param name within its file
     * @param statement as a reader of the page has it
     * @param proposition what the kernel checks
     * @param certificate why it holds
     */
    public record Entry(String name, String statement, Proposition proposition, Certificate certificate) {}

    /** A theorem that was checked again, under its name. */
    public record Checked(String name, String statement, Theorem theorem) {}

    /** The text of a file. */
    public static String write(List<Entry> entries) {
        return Tree.list(HEAD, VERSION).written() + "\n"
                + entries.stream().map(e -> tree(e).written() + "\n").collect(Collectors.joining());
    }

    private static Tree tree(Entry entry) {
        List<Tree> content = content(
                entry.name(),
                entry.statement(),
                CertificateText.of(entry.proposition()),
                CertificateText.of(entry.certificate()));
        List<Tree> all = new ArrayList<>(content);
        all.add(Tree.list("sha256", digest(content)));
        return Tree.list("theorem", all);
    }

    private static List<Tree> content(String name, String statement, Tree proposition, Tree certificate) {
        String plain = statement.replace('`', '\'');
        return List.of(Tree.list("name", name), Tree.list("says", plain), proposition, certificate);
    }

    /**
     * Checks every theorem of a text: its certificate first, then that nothing of it was altered.
     *
     * @throws RejectedCertificateException with the line and the name of the first that fails
     */
    public static List<Checked> check(String text) {
        List<Tree> trees = Tree.read(text);
        boolean headed = !trees.isEmpty() && trees.get(0).written().equals("(" + HEAD + " " + VERSION + ")");
        RejectedCertificateException.require(
                headed, "line 1: the file does not open with (" + HEAD + " " + VERSION + ")");
        return trees.stream().skip(1).map(Replay::checked).toList();
    }

    private static Checked checked(Tree tree) {
        String place = "line " + tree.line();
        RejectedCertificateException.require(
                tree.word().equals("theorem") && tree.parts().size() == 5, place + ": no (theorem ...) of five parts");
        String name = tree.part(0).text(0);
        try {
            Proposition proposition = CertificateText.proposition(tree.part(2));
            Theorem theorem = Theorem.prove(proposition, CertificateText.certificate(tree.part(3), proposition));
            RejectedCertificateException.require(
                    tree.part(4)
                            .written()
                            .equals("(sha256 " + digest(tree.parts().subList(0, 4)) + ")"),
                    "the text was altered: its sha256 is another");
            return new Checked(name, tree.part(1).text(0), theorem);
        } catch (RejectedCertificateException e) {
            throw new RejectedCertificateException(place + ", theorem '" + name + "': " + e.getMessage());
        }
    }

    private static String digest(List<Tree> content) {
        String text = content.stream().map(Tree::written).collect(Collectors.joining("\n"));
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
