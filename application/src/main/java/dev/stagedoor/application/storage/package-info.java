/** Files that people send straight to a store, looked at before anybody uses them. */
@NullMarked
package dev.stagedoor.application.storage;

import org.jspecify.annotations.NullMarked;
