package org.lossproof.loss;

/** The scalar functions of the language: each is analytic inside its domain, and the hinge away from 0. */
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
}
