/**
 * The library: videos that browsers send or the far side fetches. A film is kept in a folder and
 * plays as it is; what kind of film it is, and what {@code ffprobe} and {@code ffmpeg} see in it,
 * is all that is prepared.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.library;

import org.jspecify.annotations.NullMarked;
