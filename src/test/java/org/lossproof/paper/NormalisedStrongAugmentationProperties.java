package org.lossproof.paper;

/** The properties of the claim {@code normalised-strong-augmentation}. */
final class NormalisedStrongAugmentationProperties extends ClaimProperties {
    NormalisedStrongAugmentationProperties() {
        super(new NormalisedStrongAugmentation());
    }
}
