/**
 * Claims about trained models: trials, their sign test, and what is reported of them.
 *
 * <p><b>A trial.</b> A seed k = 1, 2, .. fixes data, noise and initial weights of every training of an experiment, whatever is
 * trained; seeds are fixed once and for all, independent of each other, and of the seed of a run. The trial of a seed is the claim
 * with that seed's models: it holds, it fails, or it has no value (a training diverged, a logarithm of 0 is taken). Over a range it
 * holds if it does at every point of it and fails if it does at some.
 *
 * <p><b>What is decided.</b> Let q be the probability that the claim fails at a random seed, p that it holds, p + q <= 1. The
 * claim is that it holds for the typical seed, p >= 1/2; that it fails for the typical seed, q >= 1/2, is its denial. With n seeds
 * and e exceptions, 2 e < n, fixed before the run, the claim is
 *
 * <ul>
 *   <li>corroborated if it holds at n - e seeds or more,
 *   <li>refuted if it fails at n - e seeds or more,
 *   <li>left open otherwise.
 * </ul>
 *
 * <p><b>Error rates.</b> The number H of seeds at which it holds is binomial(n, p). If p <= 1/2 then
 *
 * <pre>P(H >= n - e) = sum_{k <= e} C(n, k) (1-p)^k p^(n-k) <= sum_{k <= e} C(n, k) 2^(-n) = alpha(n, e),</pre>
 *
 * since the tail of a binomial increases with p. By the same sum over the failures a claim with q <= 1/2 is refuted with probability
 * alpha at most, which bounds the false refutations of every claim with p >= 1/2. alpha(8, 0) = 1/256, alpha(8, 1) = 9/256,
 * alpha(16, 1) = 17/65536. Rates of several experiments are added; nothing else is asked of their dependence, so that they may share
 * trainings.
 *
 * <p><b>Power.</b> A claim that holds (or fails) at a random seed with probability r is decided with probability
 * sum_{k <= e} C(n, k) (1-r)^k r^(n-k); it is stated at r = 99/100.
 *
 * <p><b>Intervals.</b> The same count of the values of a measure above and below its median makes the interval from the (e+1)-th
 * smallest to the (e+1)-th largest of n seeds one that covers the median of all seeds with probability 1 - 2 alpha at least, whatever
 * their law.
 *
 * <p>Nothing of this says anything outside the range that was trained.
 */
package org.lossproof.experiment.trial;
