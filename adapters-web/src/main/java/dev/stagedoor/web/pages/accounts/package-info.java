/** Pages for coming in: home, signing in and out, registering, and setting a password by a link. */
@NullMarked
package dev.stagedoor.web.pages.accounts;

import org.jspecify.annotations.NullMarked;
