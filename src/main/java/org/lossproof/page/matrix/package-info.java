/** {@code matrices} and {@code theorem} blocks: statements about matrices of any size and the steps of their proofs, as data. */
package org.lossproof.page.matrix;
