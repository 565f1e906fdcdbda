/**
 * Ids and tokens for production, made from a clock and a source of randomness that come in from
 * outside.
 */
@NullMarked
package dev.stagedoor.application.random;

import org.jspecify.annotations.NullMarked;
