/**
 * The video provider: live inputs, the encoder that connects to them, and the test picture that
 * plays.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.video;

import org.jspecify.annotations.NullMarked;
