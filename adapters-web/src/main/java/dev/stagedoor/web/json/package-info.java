/** How values look in JSON: money in major units, names in snake_case where a route says so. */
@NullMarked
package dev.stagedoor.web.json;

import org.jspecify.annotations.NullMarked;
