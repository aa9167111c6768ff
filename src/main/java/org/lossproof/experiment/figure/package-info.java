/** Figures as data, how they are drawn and written, and the figures that need no training. */
package org.lossproof.experiment.figure;
