/** Keeps live streams with their recordings, and finds those worth watching. */
@NullMarked
package dev.stagedoor.persistence.video;

import org.jspecify.annotations.NullMarked;
