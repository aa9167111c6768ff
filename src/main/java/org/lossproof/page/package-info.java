/** A paper as data: pages, their blocks, and how they are written. Decides nothing. */
package org.lossproof.page;
