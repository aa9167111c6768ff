package org.lossproof.experiment;

/** What runs side by side: up to {@link #MOST} items of one axis, each in a row of its own; or nothing, in one row. */
final class Rows {
    /** As many as the vector registers hold beside what is multiplied with them. */
    static final int MOST = 8;

    private final int most;

    /** How many rows are in use. */
    int count = 1;

    private Rows(int most) {
        this.most = most;
    }

    static Rows one() {
        return new Rows(1);
    }

    static Rows block() {
        return new Rows(MOST);
    }

    int most() {
        return most;
    }
}
