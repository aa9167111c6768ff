/** Loss definitions: the language, its parser, the catalogue, and how a definition is written back as text or TeX. */
package org.lossproof.loss;
