/**
 * Encrypts single columns, digests what is only compared, and hashes PINs. A value is bound to its
 * column and row, so that it cannot be moved to another, and names its key, so that keys can be
 * changed while old values stay readable.
 */
@NullMarked
package dev.stagedoor.persistence.crypto;

import org.jspecify.annotations.NullMarked;
