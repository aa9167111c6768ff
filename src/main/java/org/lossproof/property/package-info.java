/** Statements on landscapes of any number of modes: what they say at a model, trials at random ones, and the audit of the solver. */
package org.lossproof.property;
