/** From a loss definition to its Taylor expansion in the last-layer weights W, exactly, by independent routes. */
package org.lossproof.expansion;
