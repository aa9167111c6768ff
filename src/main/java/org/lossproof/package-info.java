/**
 * Lossproof: from the definition of a self-supervised loss to its verified expansion and landscape. One package per step
 * of the way: loss, moments, expansion, landscape, montecarlo, claim, paper, report, cli.
 */
package org.lossproof;
