/**
 * Plans that people pay for again and again, kept by a provider. What a subscription is worth is
 * always read from the provider, never worked out from the order of its news.
 */
@NullMarked
package dev.stagedoor.domain.subscriptions;

import org.jspecify.annotations.NullMarked;
