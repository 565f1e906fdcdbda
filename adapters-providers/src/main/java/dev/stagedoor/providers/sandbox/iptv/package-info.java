/**
 * An IPTV service as subscribers name one: channels that show the test picture, and a guide of what
 * is on. It follows from the clock alone, so nothing is kept.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.iptv;

import org.jspecify.annotations.NullMarked;
