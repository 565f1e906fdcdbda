/**
 * Who somebody is: accounts, roles, the actor behind a call, and what an identity provider proves.
 * An account is (provider, subject) at the identity provider plus our own user id, so providers can
 * be swapped.
 */
@NullMarked
package dev.stagedoor.domain.auth;

import org.jspecify.annotations.NullMarked;
