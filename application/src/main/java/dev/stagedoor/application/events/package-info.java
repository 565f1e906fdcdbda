/** What people do with events: organisers plan them and sell tickets, everybody looks. */
@NullMarked
package dev.stagedoor.application.events;

import org.jspecify.annotations.NullMarked;
