/** The command line: reads options, calls the packages before it, prints. */
package org.lossproof.cli;
