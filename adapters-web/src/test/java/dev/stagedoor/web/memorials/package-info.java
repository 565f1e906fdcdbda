/** The JSON of memorials, asked over HTTP of the whole product on fakes. */
@NullMarked
package dev.stagedoor.web.memorials;

import org.jspecify.annotations.NullMarked;
