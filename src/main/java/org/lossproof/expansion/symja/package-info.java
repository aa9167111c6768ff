/**
 * The expansion by Symja: Taylor coefficients by symbolic differentiation, products of means by independent replicas,
 * Gaussian expectations by listing pairings. The only package that knows Symja; a definition reaches it as data only.
 */
package org.lossproof.expansion.symja;
