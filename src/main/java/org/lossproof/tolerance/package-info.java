/** What numbers in doubles are allowed: every tolerance of the tool, each with its reason. Any package but the kernel may use it. */
package org.lossproof.tolerance;
