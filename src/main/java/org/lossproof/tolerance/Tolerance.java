package org.lossproof.tolerance;

/**
 * Every tolerance of the arithmetic in doubles, in one place, with its reason. All are relative to a size that the user
 * of the constant names; a double has 2^-52 = 2.2e-16. No proof rests on one: what is proved is exact.
 */
public final class Tolerance {
    // Closed forms: a few dozen operations on eigenvalues.

    /** A sum is zero beside its largest term, or two numbers equal: 4,000 roundings, more than a closed form has. */
    public static final double CANCELLED = 1e-12;

    /** The least size of the terms of a slope, as a part of the landscape's: where all its terms vanish, so does it. */
    public static final double SLOPE_FLOOR = 1e-3;

    /** A matrix that a user gives is symmetric: products such as W'W differ from their transposes in the last digits. */
    public static final double SYMMETRIC = 1e-12;

    // Eigenvalues found by iteration.

    /** What the eigensolver itself takes for zero: some fifty roundings, near the best it can reach. */
    public static final double EIGENSOLVER = 1e-14;

    /** An eigenvalue of Sigma belongs to its kernel: the solver errs by some d0 roundings of the largest. */
    public static final double KERNEL = 1e-13;

    /** An entry of B between range and kernel of Sigma is zero: the two are known to {@link #KERNEL} over their gap. */
    public static final double UNCOUPLED = 1e-9;

    /** A covariance may show an eigenvalue so far below 0: it is often a product that was rounded on the way. */
    public static final double SEMI_DEFINITE = 1e-9;

    /** A rotation of a joint diagonalisation turns nothing any more: the sweep ends. */
    public static final double ROTATION_END = 1e-15;

    /** Two matrices commute, beside the product of their norms: entries are rounded decimals. */
    public static final double COMMUTING = 1e-12;

    // Points found by descent and Newton steps, and their numerical derivatives.

    /** A point is stationary, its gradient beside |Hessian| |W|: far above where Newton's steps end, {@link #POLISHED}. */
    public static final double STATIONARY = 1e-9;

    /** Newton's steps stop: differences of gradients know the Hessian no better. */
    public static final double POLISHED = 1e-12;

    /** A direction is flat beside the steepest: a step along it would divide rounding by rounding. */
    public static final double FLAT = 1e-10;

    /** An eigenvalue of a numerical Hessian is zero: {@link #STATIONARY} moves it by a hundredth, differences by less. */
    public static final double NUMERICAL_HESSIAN = 1e-7;

    /** A mode's share of the norm counts as collapsed: its weight, the square root, is 1e-4 of the others. */
    public static final double COLLAPSED = 1e-8;

    /** A descent ends when the loss changes by no more: nothing is left to gain in doubles. */
    public static final double DESCENT_END = 1e-14;

    /** A shaken descent is better only by more: it ended somewhere else and did not just creep on. */
    public static final double IMPROVED = 1e-9;

    /** Two points found have one loss: flat valleys leave a descent this far above their bottom. */
    public static final double SAME_LOSS = 1e-7;

    /** A descent below the enumerated minimum contradicts it: ten times {@link #SAME_LOSS}, so that none does by chance. */
    public static final double CONTRADICTION = 1e-6;

    // Numbers of a solved landscape, put to a statement or to an exact computation.

    /** Two numbers at a stationary point are equal: what it is solved from has a condition of a few thousand at the models drawn. */
    public static final double SAME_AT_POINT = 1e-9;

    /** A sum in doubles is that of exact arithmetic, beside the size of its terms: a closed form, rounded. */
    public static final double AUDITED_SUM = 1e-12;

    /** The solution of a linear system in doubles is the exact one, beside the size of its terms. */
    public static final double AUDITED_SOLUTION = 1e-9;

    /** Two sides of a fact may be equal at a point, beside their size: what may be is looked at in exact arithmetic. */
    public static final double WORTH_A_LOOK = 1e-9;

    // Samples.

    /** Two values of one coefficient are the same: sums of hundreds of products of parameters and traces. */
    public static final double SAME_VALUE = 1e-9;

    /** A standard deviation beside a difference is zero: the coefficient is not random. */
    public static final double NOT_RANDOM = 1e-9;

    /** A number of copies that was computed is whole: an expression of a handful of operations, on numbers up to 2^31. */
    public static final double WHOLE = 1e-9;

    /** Rounding of a sampled coefficient beside the largest number on the way to it: an upper bound, since it widens intervals. */
    public static final double SAMPLE_ROUNDING = 1e-10;

    /** A variance is rounded up by this part: it is a sum of up to a million squares, and too small a one breaks an error rate. */
    public static final double VARIANCE_MARGIN = 1e-9;

    /** The equation of a robust mean is solved to this part of its half-width, so that solving adds nothing to the error. */
    public static final double ROBUST_MEAN = 1e-9;

    // Trained models.

    /** A mode of a trained model counts as collapsed beside the largest: noise of the last steps leaves it some 1e-3 of that. */
    public static final double TRAINED_COLLAPSED = 1e-2;

    /** Added to the root in a step of Adam (Kingma and Ba 2015): part of the method, not of its accuracy. */
    public static final double ADAM = 1e-8;

    /** The error of gradient flow beside the size of a parameter: far below what a figure shows. */
    public static final double FLOW = 1e-9;

    /** The least size of parameters for it: smaller ones are followed to the same absolute error. */
    public static final double FLOW_SIZE = 1e-6;

    /** The shortest step of its integrator beside the longest: a shorter one is no progress. */
    public static final double FLOW_STEP = 1e-12;

    /** An eigenvalue of W'W that a figure draws as 0, on logarithmic axes at this height. */
    public static final double DRAWN_AS_ZERO = 1e-6;

    // Proposals and pictures.

    /** A weight of a linear program takes part: it is only proposed by doubles, and found exactly afterwards. */
    public static final double TAKES_PART = 1e-9;

    /** The least width of a picture's range: values that coincide are drawn in its middle. */
    public static final double PICTURE_WIDTH = 1e-12;

    private Tolerance() {}
}
