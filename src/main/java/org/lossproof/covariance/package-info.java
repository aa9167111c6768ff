/** Random covariances A0, C and weights W, exact and readable, for properties and experiments. */
package org.lossproof.covariance;
