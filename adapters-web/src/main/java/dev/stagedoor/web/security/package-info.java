/**
 * Finds out who makes a request, once for each, from a bearer token or the session cookie, and
 * keeps other sites from acting in a signed-in person's name.
 */
@NullMarked
package dev.stagedoor.web.security;

import org.jspecify.annotations.NullMarked;
