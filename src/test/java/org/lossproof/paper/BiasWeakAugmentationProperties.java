package org.lossproof.paper;

/** The properties of the claim {@code bias-weak-augmentation}. */
final class BiasWeakAugmentationProperties extends ClaimProperties {
    BiasWeakAugmentationProperties() {
        super(new BiasWeakAugmentation());
    }
}
