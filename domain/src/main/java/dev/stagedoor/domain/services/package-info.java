/**
 * Other services of the same house, which call with a key of their own and a signature over every
 * request.
 */
@NullMarked
package dev.stagedoor.domain.services;

import org.jspecify.annotations.NullMarked;
