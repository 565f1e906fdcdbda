/**
 * Signing up, signing in, staying signed in, invitations and password resets, with whatever
 * identity provider is configured.
 */
@NullMarked
package dev.stagedoor.application.auth;

import org.jspecify.annotations.NullMarked;
