/** What a person reads: the ledger on the terminal, the pages of the report. */
package org.lossproof.report;
