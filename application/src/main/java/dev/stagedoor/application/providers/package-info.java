/** What the registries of providers have in common. */
@NullMarked
package dev.stagedoor.application.providers;

import org.jspecify.annotations.NullMarked;
