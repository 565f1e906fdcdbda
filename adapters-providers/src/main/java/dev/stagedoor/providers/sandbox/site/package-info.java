/**
 * The sandbox's own pages and controls. They need no sign-in, and exist only while the sandbox
 * does.
 */
@NullMarked
package dev.stagedoor.providers.sandbox.site;

import org.jspecify.annotations.NullMarked;
