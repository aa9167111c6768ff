/** Theorem blocks become statements and proofs of the kernel: expressions are multiplied out, derivatives taken, and what each line needs is searched for. */
package org.lossproof.theorem;
