/**
 * Stagedoor over HTTP. What every area needs is here once: who calls, errors, limits, repeated
 * requests, live updates, health and documentation; an area adds a package with its controllers.
 * Conventions are in the module's README.
 */
@NullMarked
package dev.stagedoor.web;

import org.jspecify.annotations.NullMarked;
