/**
 * Videos that are kept to be watched at any time: sent in by their makers, prepared by a provider,
 * played from there.
 */
@NullMarked
package dev.stagedoor.domain.library;

import org.jspecify.annotations.NullMarked;
