/** Searchers: they propose certificates and points, which decide nothing until {@code kernel} has checked them. */
package org.lossproof.search;
