package org.lossproof.paper;

/** The properties of the claim {@code odd-orders}. */
final class OddOrdersProperties extends ClaimProperties {
    OddOrdersProperties() {
        super(new OddOrders());
    }
}
