/**
 * Samples of the undeveloped definition: jets along W -> tW, drawn in representation space, with the statistics that say
 * what agreement is worth. Uses no expansion.
 */
package org.lossproof.montecarlo;
