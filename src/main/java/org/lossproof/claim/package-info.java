/** Statements, the evidence for and against them, verdicts. */
package org.lossproof.claim;
