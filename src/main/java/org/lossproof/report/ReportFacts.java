package org.lossproof.report;

import org.lossproof.claim.CheckSettings;

/**
 * How a run was made.
 *
 * @param settings of its checks
 * @param seconds how long it took
 */
public record ReportFacts(CheckSettings settings, double seconds) {}
