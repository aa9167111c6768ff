package org.lossproof.expansion.symja;

/**
 * One random vector among independent replicas.
 *
 * @param view the name of the view, or of the datum itself
 * @param replica 0 while the view is not averaged over; then the number of the replica
 * @param datum the name of its datum
 * @param copy 0 for the only or current copy; positive for a copy that is summed over; negative once it is averaged over
 * @param encoder the number of the encoder
 */
record Vector(String view, int replica, String datum, int copy, int encoder) {
    boolean isDatum() {
        return view.equals(datum);
    }

    boolean sameDatum(Vector that) {
        return datum.equals(that.datum) && copy == that.copy;
    }

    boolean sameView(Vector that) {
        return sameDatum(that) && view.equals(that.view) && replica == that.replica;
    }

    Vector withReplica(int number) {
        return new Vector(view, number, datum, copy, encoder);
    }

    Vector withCopy(int number) {
        return new Vector(view, replica, datum, number, encoder);
    }

    Vector shifted(int by) {
        int c = copy == 0 ? 0 : copy > 0 ? copy + by : copy - by;
        return new Vector(view, replica == 0 ? 0 : replica + by, datum, c, encoder);
    }

    int largestNumber() {
        return Math.max(replica, Math.abs(copy));
    }
}
