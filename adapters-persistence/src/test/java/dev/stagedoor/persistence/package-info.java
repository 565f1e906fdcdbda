/** Tests on a real PostgreSQL: what every port promises, kept by the whole of this module. */
@NullMarked
package dev.stagedoor.persistence;

import org.jspecify.annotations.NullMarked;
