package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.Span;

/**
 * Rational functions of the parameters with integer coefficients, in lowest terms (the Rings library). Constants that
 * are no rational function of them, such as log(N - 1 + alpha) or exp(b), join as further indeterminates, see {@link
 * Indeterminates}; {@link ConstantRules} bring them to one form.
 */
public final class RationalFunctionField implements Field<Rational<MultivariatePolynomial<BigInteger>>> {
    private final Map<String, BigFraction> values;
    private final Budget budget;
    private final Indeterminates indeterminates;
    private final ConstantRules rules;
    private final List<Map<String, BigFraction>> points;

    /**
     * @param loss whose parameters are symbols, in their ranges
     * @param values except those that have a value
     * @param budget for everything computed in this field
     */
    public RationalFunctionField(LossDefinition loss, Map<String, BigFraction> values, Budget budget) {
        this.values = Map.copyOf(values);
        this.budget = budget;
        List<String> symbols = new ArrayList<>(List.of("d1"));
        loss.parameters().stream()
                .map(ParameterDeclaration::name)
                .filter(p -> !values.containsKey(p))
                .forEach(symbols::add);
        MultivariateRing<MultivariatePolynomial<BigInteger>> ring =
                Rings.MultivariateRing(symbols.size() + Indeterminates.MAX_CONSTANTS, Rings.Z);
        this.indeterminates = new Indeterminates(ring, symbols, budget);
        this.points = AdmissiblePoints.of(loss, values);
        this.rules = new ConstantRules(this, indeterminates, new SignOnRange(loss, indeterminates));
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> rational(BigFraction value) {
        return indeterminates.number(value);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> parameter(String name) {
        return values.containsKey(name) ? rational(values.get(name)) : indeterminates.parameter(name);
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> add(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        budget.spend(1L + a.numerator().size() + b.numerator().size());
        return indeterminates.reduced(indeterminates.sum(a, b));
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> multiply(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        budget.spend(1L + (long) a.numerator().size() * b.numerator().size());
        return indeterminates.reduced(indeterminates.product(a, b));
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> divide(
            Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
        budget.spend(1L + (long) a.numerator().size() * b.denominator().size());
        return indeterminates.reduced(indeterminates.product(a, b.reciprocal()));
    }

    @Override
    public boolean isZero(Rational<MultivariatePolynomial<BigInteger>> a) {
        return a.isZero();
    }

    /** A rational function in normal form vanishes only if it is 0; with constants in it, a point must show it. */
    @Override
    public void requireNonzero(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        Coefficient value = coefficient(a);
        boolean certain = value.isRational()
                || points.stream().anyMatch(p -> value.enclosure(p).sign() != 0);
        if (a.isZero() || !certain) {
            throw new InputException(
                    span, "whether " + value.text() + " vanishes is not decided; write it so that it is seen");
        }
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> constant(
            Function function, Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        return switch (function) {
            case EXP -> rules.exp(a, span);
            case LOG -> rules.log(a, span);
            case SQRT -> rules.power(a, rational(BigFraction.ONE_HALF), span);
            case RELU -> sign(a, span) > 0 ? a : zero();
        };
    }

    @Override
    public Rational<MultivariatePolynomial<BigInteger>> power(
            Rational<MultivariatePolynomial<BigInteger>> a,
            Rational<MultivariatePolynomial<BigInteger>> exponent,
            Span span) {
        return rules.power(a, exponent, span);
    }

    /** The value of an expression in parameters alone. */
    public Rational<MultivariatePolynomial<BigInteger>> evaluate(Expr e) {
        return new Arithmetic<Rational<MultivariatePolynomial<BigInteger>>>() {
            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> number(BigFraction value) {
                return rational(value);
            }

            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> named(String name) {
                return RationalFunctionField.this.parameter(name);
            }

            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> plus(
                    Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
                return add(a, b);
            }

            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> times(
                    Rational<MultivariatePolynomial<BigInteger>> a, Rational<MultivariatePolynomial<BigInteger>> b) {
                return multiply(a, b);
            }

            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> raised(Expr.Power e) {
                return rules.power(of(e.base()), of(e.exponent()), e.span());
            }

            @Override
            protected Rational<MultivariatePolynomial<BigInteger>> applied(Expr.Apply e) {
                return RationalFunctionField.this.constant(e.function(), of(e.argument()), e.span());
            }
        }.of(e);
    }

    /** The element that a value is, in the normal form of this field. */
    public Rational<MultivariatePolynomial<BigInteger>> of(Coefficient value) {
        return divide(of(value, value.numerator()), of(value, value.denominator()));
    }

    private Rational<MultivariatePolynomial<BigInteger>> of(Coefficient value, List<Coefficient.Term> terms) {
        Rational<MultivariatePolynomial<BigInteger>> sum = zero();
        for (Coefficient.Term term : terms) {
            Rational<MultivariatePolynomial<BigInteger>> product = rational(new BigFraction(term.coefficient()));
            for (Map.Entry<String, Integer> power : term.powers().entrySet()) {
                Rational<MultivariatePolynomial<BigInteger>> base =
                        of(value.generators().get(power.getKey()));
                product = multiply(product, rules.power(base, rational(new BigFraction(power.getValue())), Span.API));
            }
            sum = add(sum, product);
        }
        return sum;
    }

    private Rational<MultivariatePolynomial<BigInteger>> of(Generator generator) {
        if (generator instanceof Generator.Parameter p) {
            return parameter(p.name());
        } else if (generator instanceof Generator.Logarithm l) {
            return rules.log(of(l.argument()), Span.API);
        } else if (generator instanceof Generator.Exponential e) {
            return rules.exp(of(e.exponent()), Span.API);
        } else if (generator instanceof Generator.Power p) {
            return rules.power(of(p.base()), of(p.exponent()), Span.API);
        }
        throw new AssertionError("no such generator: " + generator);
    }

    @Override
    public int sign(Rational<MultivariatePolynomial<BigInteger>> a, Span span) {
        int known = rules.sign(a);
        Coefficient value = coefficient(a);
        if (known == 0 && value.symbolic()) {
            throw new InputException(
                    span,
                    "the sign of " + value.text() + " decides which branch of relu is taken; give values with --set");
        }
        if (known == 0) {
            throw new InputException(span, "the sign of " + value.text() + " is not decided");
        }
        return known;
    }

    @Override
    public Optional<java.math.BigInteger> wholeNumber(Rational<MultivariatePolynomial<BigInteger>> a) {
        return Rationals.number(a)
                .filter(n -> n.getDenominator().equals(java.math.BigInteger.ONE))
                .map(BigFraction::getNumerator);
    }

    @Override
    public Coefficient coefficient(Rational<MultivariatePolynomial<BigInteger>> a) {
        return indeterminates.coefficient(a);
    }

    @Override
    public void spend(long steps) {
        budget.spend(steps);
    }

    /** Points in the ranges of the parameters, with d1. */
    List<Map<String, BigFraction>> points() {
        return points;
    }
}
