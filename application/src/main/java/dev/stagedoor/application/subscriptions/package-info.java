/** What people pay for again and again: begun at the provider, followed there, and ended. */
@NullMarked
package dev.stagedoor.application.subscriptions;

import org.jspecify.annotations.NullMarked;
