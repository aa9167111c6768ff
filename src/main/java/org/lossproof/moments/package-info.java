/**
 * Exact Gaussian means of polynomials in inner products and coordinates of representations, by Isserlis' theorem, as
 * canonical invariants with multiplicities: products of traces of covariance words, and coordinate sums.
 */
package org.lossproof.moments;
