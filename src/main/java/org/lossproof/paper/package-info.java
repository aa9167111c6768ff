/** The claims of "What shapes the loss landscape of self-supervised learning?" (Ziyin et al., ICLR 2023). */
package org.lossproof.paper;
