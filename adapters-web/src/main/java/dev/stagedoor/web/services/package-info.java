/**
 * The door for other services of the same house: raw bytes and what signs them go to {@code
 * ServiceCallService}, and only then is anything read.
 */
@NullMarked
package dev.stagedoor.web.services;

import org.jspecify.annotations.NullMarked;
