/**
 * The library: videos that browsers send or the far side fetches, and the test picture that every
 * one of them plays. A file is looked at and not kept.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.library;

import org.jspecify.annotations.NullMarked;
