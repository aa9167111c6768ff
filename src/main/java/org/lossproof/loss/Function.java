package org.lossproof.loss;

/** The scalar functions of the language. Each is analytic wherever {@link #isAnalyticAt} says so. */
public enum Function {
    EXP("exp"),
    LOG("log"),
    SQRT("sqrt"),
    /** max(0, u): analytic at every u but 0. The hinge of VICReg. */
    RELU("relu");

    private final String spelling;

    Function(String spelling) {
        this.spelling = spelling;
    }

    /** The name in a definition file. */
    public String spelling() {
        return spelling;
    }

    /** The value at {@code u}; NaN outside the domain. */
    public double apply(double u) {
        return switch (this) {
            case EXP -> Math.exp(u);
            case LOG -> Math.log(u);
            case SQRT -> Math.sqrt(u);
            case RELU -> Math.max(0, u);
        };
    }

    /** Whether the function has a convergent power series around {@code u}. */
    public boolean isAnalyticAt(double u) {
        return switch (this) {
            case EXP -> Double.isFinite(u);
            case LOG, SQRT -> u > 0;
            case RELU -> u != 0;
        };
    }
}
