/**
 * The trusted kernel: propositions, certificates, and theorems, which only a checked certificate makes. It searches nothing
 * and imports {@code java.*} only. In reading order: {@link org.lossproof.kernel.Rational}, {@link
 * org.lossproof.kernel.Polynomial}, {@link org.lossproof.kernel.Condition}, {@link org.lossproof.kernel.Proposition}, {@link
 * org.lossproof.kernel.Certificate}, {@link org.lossproof.kernel.Theorem}; {@link org.lossproof.kernel.Replay} reads them back.
 */
package org.lossproof.kernel;
