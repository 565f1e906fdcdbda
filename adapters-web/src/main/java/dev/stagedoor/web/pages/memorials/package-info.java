/**
 * Pages of the memorials area: registering, running a memorial (schedule, payment, livestream, its
 * own page and guest book), the funeral directors' portal, and the public page everybody sees.
 */
@NullMarked
package dev.stagedoor.web.pages.memorials;

import org.jspecify.annotations.NullMarked;
