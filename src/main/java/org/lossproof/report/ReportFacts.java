package org.lossproof.report;

import org.lossproof.claim.CheckSettings;
import org.lossproof.page.Paper;

/**
 * How a run was made.
 *
 * @param paper whose claims were decided
 * @param settings of its checks
 * @param seconds how long it took
 */
public record ReportFacts(Paper paper, CheckSettings settings, double seconds) {}
