/**
 * What providers tell us unasked. One door takes every delivery, one translator per provider turns
 * it into events; no other class knows a provider's event names.
 */
@NullMarked
package dev.stagedoor.domain.webhooks;

import org.jspecify.annotations.NullMarked;
