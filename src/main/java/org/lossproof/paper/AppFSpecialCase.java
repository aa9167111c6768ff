package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Rescaling is a special case of Eq. (10): end of Appendix F. Its page is {@code proofs/app-F-special-case.md}. */
public final class AppFSpecialCase extends ExpansionClaim {
    /** The claim {@code app-F-special-case}. */
    public AppFSpecialCase() {
        super("app-F-special-case");
    }
}
