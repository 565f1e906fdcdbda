/** Pages for admins: who may create memorials, all memorials, deliveries and jobs. */
@NullMarked
package dev.stagedoor.web.pages.admin;

import org.jspecify.annotations.NullMarked;
