/**
 * Webhooks by the Standard Webhooks rules: what waits, who posts it, and how it is signed and read.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
