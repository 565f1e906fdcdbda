/**
 * Turns configuration into ports, hands them to {@code Stagedoor}, and publishes its services as
 * beans. Nothing is put together anywhere else.
 */
@NullMarked
package dev.stagedoor.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
