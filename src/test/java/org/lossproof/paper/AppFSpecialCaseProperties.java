package org.lossproof.paper;

/** The properties of the claim {@code app-F-special-case}. */
final class AppFSpecialCaseProperties extends ClaimProperties {
    AppFSpecialCaseProperties() {
        super(new AppFSpecialCase());
    }
}
