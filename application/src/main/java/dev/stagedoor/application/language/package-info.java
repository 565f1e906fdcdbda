/** What the product says to people, in each language it speaks. */
@NullMarked
package dev.stagedoor.application.language;

import org.jspecify.annotations.NullMarked;
