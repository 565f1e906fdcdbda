/**
 * The far side of a provider of subscriptions. Periods follow from stored times: whoever looks sees
 * what has become due by now, so nothing needs to run.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.subscriptions;

import org.jspecify.annotations.NullMarked;
