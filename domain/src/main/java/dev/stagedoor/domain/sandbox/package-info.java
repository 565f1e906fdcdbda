/**
 * The memory of the sandbox providers' far side: what a real provider would keep on its own
 * servers. Only the sandbox knows what is in it.
 */
@NullMarked
package dev.stagedoor.domain.sandbox;

import org.jspecify.annotations.NullMarked;
