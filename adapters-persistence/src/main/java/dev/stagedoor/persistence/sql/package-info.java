/** What all areas need to put domain values into columns and to read pages of rows. */
@NullMarked
package dev.stagedoor.persistence.sql;

import org.jspecify.annotations.NullMarked;
