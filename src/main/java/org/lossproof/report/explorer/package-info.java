/** The explorer: one self-contained page on which a reader moves the landscapes of losses. */
package org.lossproof.report.explorer;
