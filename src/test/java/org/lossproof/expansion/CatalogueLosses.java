package org.lossproof.expansion;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;

/** Kinds of losses of the catalogue, for tests that cannot take all. */
public final class CatalogueLosses {
    /** Those without an expansion at W = 0, as {@code aLossWithoutExpansionIsNamed} sees. */
    public static final Set<String> SINGULAR =
            Set.of("nt-xent-cosine", "ssl-hsic-root", "barlow-twins-batch", "vicreg-no-eps", "simsiam");

    private CatalogueLosses() {}

    /** The names of those that expand. */
    public static List<String> expandable() {
        return Catalogue.names().stream().filter(n -> !SINGULAR.contains(n)).toList();
    }

    /** Those of one encoder that expand. */
    public static List<String> ofOneEncoder() {
        return expandable().stream()
                .filter(n -> Catalogue.load(n).encoders().size() == 1)
                .toList();
    }

    /** The definitions of those that expand. */
    public static Stream<LossDefinition> definitions() {
        return expandable().stream().map(Catalogue::load);
    }
}
