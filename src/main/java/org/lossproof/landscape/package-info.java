/**
 * Loss landscapes from numbers: stationary points with their Hessian spectra and kinds, global minima, normalisation,
 * bias and weight decay, and the exact landscape of InfoNCE for Gaussian data. Derivations: {@code proofs/method/landscape.md}.
 */
package org.lossproof.landscape;
