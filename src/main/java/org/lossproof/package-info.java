/**
 * Lossproof: from the definition of a self-supervised loss to its verified expansion and landscape. One package per step
 * of the way: kernel, search, loss, moments, expansion, covariance, landscape, montecarlo, page, property, claim, report, cli.
 */
package org.lossproof;
