/**
 * Keeps accounts and their links, and the identities and sessions of the local identity provider.
 */
@NullMarked
package dev.stagedoor.persistence.auth;

import org.jspecify.annotations.NullMarked;
