package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Rational;

/** Certificates in a few words, for the evidence of a page; the whole of them is what {@code --certificates} writes. */
final class CertificateWords {
    private static final int LONGEST = 400;

    private CertificateWords() {}

    /**
     * Of each case, the sum that would be positive and zero at once.
     *
     * @param excluded what there is none of
     */
    static String of(Certificate certificate, String excluded) {
        List<String> cases = new ArrayList<>();
        ((Certificate.Each) certificate).parts().forEach(c -> cases.add(sum((Certificate.Cone) c)));
        String text = cases.stream().distinct().collect(Collectors.joining("; or "));
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
        return excluded + " would make " + shown + " vanish (H0, H1, ..: its conditions), though it is positive";
    }

    private static String sum(Certificate.Cone cone) {
        return cone.summands().stream()
                .map(s ->
                        s.weight().equals(Rational.ONE) && !product(s.product()).isEmpty()
                                ? product(s.product())
                                : s.weight() + (product(s.product()).isEmpty() ? "" : "*" + product(s.product())))
                .collect(Collectors.joining(" + "));
    }

    private static String product(Certificate.Product p) {
        List<String> factors = new ArrayList<>();
        p.signed().forEach(i -> factors.add("H" + i));
        p.squared().forEach(i -> factors.add("H" + i + "^2"));
        p.squares().forEach(s -> factors.add("(" + s + ")^2"));
        return String.join("*", factors);
    }
}
