/**
 * Exact evaluation of Taylor coefficients at rational covariances, in coordinates. Shares no code with the series over
 * traces or with Symja: no words, no pairings, no falling factorials.
 */
package org.lossproof.expansion.rational;
