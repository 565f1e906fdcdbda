/** The ticket shop: what organisers offer there, and what visitors see of it. */
@NullMarked
package dev.stagedoor.providers.sandbox.ticketing;

import org.jspecify.annotations.NullMarked;
