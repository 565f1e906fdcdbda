/**
 * Pages on social platforms that belong to a merchant: what people write under a broadcast, and
 * messages to those people, by the platform's rules.
 */
@NullMarked
package dev.stagedoor.domain.channels;

import org.jspecify.annotations.NullMarked;
