/** Runs the independent routes to an expansion and lets only an agreed one through. */
package org.lossproof.expansion.routes;
