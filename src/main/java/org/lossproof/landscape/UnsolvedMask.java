package org.lossproof.landscape;

import java.util.List;

/**
 * A mask that no stationary point has.
 *
 * @param mask 1 for each active mode
 * @param reason why there is none
 */
public record UnsolvedMask(List<Integer> mask, String reason) {
    public UnsolvedMask {
        mask = List.copyOf(mask);
    }
}
