/** Training of what a definition says on a finite data set, by reverse-mode differentiation of the compiled definition. */
package org.lossproof.experiment;
