/**
 * What an operator can set, as typed records that check themselves. {@code application.yml}
 * documents every key; a key that is not in it stops the start.
 */
@NullMarked
package dev.stagedoor.bootstrap.config;

import org.jspecify.annotations.NullMarked;
