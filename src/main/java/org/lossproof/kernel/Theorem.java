package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A proposition whose certificate has been checked. There is no other way to make one. */
public final class Theorem {
    private final Proposition proposition;
    private final Set<Axiom> axioms;
    private final Set<Lemma> lemmas;

    private Theorem(Proposition proposition, Set<Axiom> axioms, Set<Lemma> lemmas) {
        this.proposition = proposition;
        this.axioms = Collections.unmodifiableSet(axioms);
        this.lemmas = Collections.unmodifiableSet(lemmas);
    }

    /** What holds. */
    public Proposition proposition() {
        return proposition;
    }

    /** What it rests on beside arithmetic; empty if the certificate was multiplied out. */
    public Set<Axiom> axioms() {
        return axioms;
    }

    /** What it takes from linear algebra; empty unless it is about matrices. */
    public Set<Lemma> lemmas() {
        return lemmas;
    }

    /**
     * Checks a certificate.
     *
     * @throws RejectedCertificateException if it does not show the proposition
     */
    public static Theorem prove(Proposition proposition, Certificate certificate) {
        if (proposition instanceof MatrixStatement statement && certificate instanceof MatrixProof proof) {
            return new Theorem(proposition, Set.of(), lemmasOf(statement, proof));
        }
        return new Theorem(proposition, axiomsOf(proposition, certificate), Set.of());
    }

    private static Set<Lemma> lemmasOf(MatrixStatement statement, MatrixProof proof) {
        try {
            return MatrixCheck.lemmas(statement, proof);
        } catch (IllegalArgumentException e) {
            throw new RejectedCertificateException(e.getMessage());
        }
    }

    private static Set<Axiom> axiomsOf(Proposition proposition, Certificate certificate) {
        if (proposition instanceof Proposition.NoPoint system && certificate instanceof Certificate.Cone cone) {
            ConeCheck.check(system, cone);
            return Set.of();
        } else if ((proposition instanceof Proposition.NoPoint || proposition instanceof Proposition.SomePoint)
                && certificate instanceof Certificate.SolverSays words) {
            require(new HashSet<>(words.procedures()).size() >= 2, "a solver's word needs two procedures");
            return EnumSet.of(Axiom.Z3_SAYS);
        } else if (proposition instanceof Proposition.SomePoint system
                && certificate instanceof Certificate.AtPoint point) {
            for (Condition condition : system.conditions()) {
                require(holds(condition, point), "at the point not " + condition);
            }
            return Set.of();
        } else if (proposition instanceof Proposition.SameExpansion same
                && certificate instanceof Certificate.Routes routes) {
            RouteCheck.same(same, routes);
            return EnumSet.of(Axiom.ROUTES_AGREE);
        } else if (proposition instanceof Proposition.DifferentExpansion different
                && certificate instanceof Certificate.Routes routes) {
            RouteCheck.different(different, routes);
            return EnumSet.of(Axiom.ROUTES_AGREE);
        } else if (proposition instanceof Proposition.NoExpansion
                && certificate instanceof Certificate.Homogeneous ray) {
            BigInteger half = ray.degree().numerator().shiftRight(1);
            boolean even = ray.degree().equals(new Rational(half.shiftLeft(1), BigInteger.ONE));
            require(!even || ray.degree().signum() <= 0, "|t|^" + ray.degree() + " has an expansion");
            return EnumSet.of(Axiom.HOMOGENEITY);
        } else if (proposition instanceof Proposition.All all && certificate instanceof Certificate.Each each) {
            return axiomsOf(all, each);
        }
        throw new RejectedCertificateException("a certificate of this kind shows no such proposition");
    }

    private static Set<Axiom> axiomsOf(Proposition.All all, Certificate.Each each) {
        require(
                all.parts().size() == each.parts().size(),
                all.parts().size() + " parts, but certificates for "
                        + each.parts().size());
        Set<Axiom> axioms = EnumSet.noneOf(Axiom.class);
        for (int i = 0; i < all.parts().size(); i++) {
            axioms.addAll(axiomsOf(all.parts().get(i), each.parts().get(i)));
        }
        return axioms;
    }

    private static boolean holds(Condition condition, Certificate.AtPoint point) {
        try {
            return condition.at(point.values());
        } catch (IllegalArgumentException e) {
            throw new RejectedCertificateException(e.getMessage());
        }
    }
}
