package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.loss.Expr.Letter;

/**
 * The second order of an expansion, L = -Tr[W B W'] + O(|W|^4): B = alpha A0 + gamma C + g I, whose eigenvalues decide which
 * modes leave the origin.
 *
 * @param expansion of the loss, to order 2 at least
 */
public record OriginHessian(Expansion expansion) {

    /** B as text, such as {@code A0} or {@code beta A0 + (beta - 1) C}. */
    public String matrix() {
        return sum(false, "A0", "C", "I");
    }

    /** The eigenvalue b_i of B on a common eigenvector of A0 and C with eigenvalues a_i and c_i. */
    public String eigenvalue() {
        return sum(false, "a_i", "c_i", "");
    }

    /** {@link #eigenvalue}, typeset. */
    public String eigenvalueTex() {
        return sum(true, "a_i", "c_i", "");
    }

    /** When mode i collapses: it does not leave the origin where b_i <= 0. */
    public String collapse() {
        List<String> signs = new ArrayList<>();
        for (Letter letter : List.of(Letter.A, Letter.C, Letter.G)) {
            String c = negated(false, letter);
            if (!c.equals("0")) {
                signs.add(c);
            }
        }
        boolean numbers = signs.stream().allMatch(s -> s.matches("[0-9]+(/[0-9]+)?"));
        String never = numbers && !signs.isEmpty() ? ", which no mode with a_i > 0 satisfies" : "";
        return "mode i collapses at the origin where " + eigenvalue() + " <= 0" + never;
    }

    /** Whether order 2 consists of tr(A), tr(C) and tr(G) alone. */
    public boolean isQuadraticForm() {
        return expansion.ofOrder(2).keySet().stream().allMatch(i -> i.text().matches("tr\\([ACG]\\)"));
    }

    private String negated(boolean tex, Letter letter) {
        Coefficient hessian = expansion.hessian(letter);
        String c = tex ? hessian.tex() : hessian.text();
        if (c.equals("0")) {
            return "0";
        }
        return Expansion.isSum(c) ? "-(" + c + ")" : c.startsWith("-") ? c.substring(1) : "-" + c;
    }

    private String sum(boolean tex, String a, String c, String identity) {
        StringBuilder out = new StringBuilder();
        String[] names = {a, c, identity};
        List<Letter> letters = List.of(Letter.A, Letter.C, Letter.G);
        for (int i = 0; i < names.length; i++) {
            String factor = negated(tex, letters.get(i));
            if (!factor.equals("0")) {
                boolean negative = factor.startsWith("-");
                String magnitude = negative ? factor.substring(1) : factor;
                String name = names[i];
                String term = magnitude.equals("1") && !name.isEmpty()
                        ? name
                        : Expansion.isSum(magnitude)
                                ? "(" + magnitude + ") " + name
                                : magnitude + (tex ? "\\," : " ") + name;
                out.append(out.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ")
                        .append(term.strip());
            }
        }
        return out.isEmpty() ? "0" : out.toString();
    }
}
