/** Watch parties: who is in them, what they do together, and what is told of it to whom. */
@NullMarked
package dev.stagedoor.application.party;

import org.jspecify.annotations.NullMarked;
