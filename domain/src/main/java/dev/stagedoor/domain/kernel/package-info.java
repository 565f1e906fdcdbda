/**
 * The vocabulary every package shares: money, ids, references to providers, refusals, languages and
 * pages of lists. Nothing here knows a provider, an area or a framework.
 */
@NullMarked
package dev.stagedoor.domain.kernel;

import org.jspecify.annotations.NullMarked;
