/**
 * The one way out. Every call to a provider goes through {@link
 * dev.stagedoor.providers.support.ProviderCalls} (anything remote) or {@link
 * dev.stagedoor.providers.support.ProviderHttp} (HTTP), which guard, bound, repeat, measure and
 * name what went wrong. Plain Java: an embedder needs no framework. No other package may use an
 * HTTP client of its own.
 */
@NullMarked
package dev.stagedoor.providers.support;

import org.jspecify.annotations.NullMarked;
