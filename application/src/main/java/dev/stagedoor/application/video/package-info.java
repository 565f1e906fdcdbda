/** Live streams from plan to recording, with whatever video provider is configured. */
@NullMarked
package dev.stagedoor.application.video;

import org.jspecify.annotations.NullMarked;
