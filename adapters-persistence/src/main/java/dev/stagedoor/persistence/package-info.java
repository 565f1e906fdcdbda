/**
 * Keeps everything in PostgreSQL. {@link dev.stagedoor.persistence.Persistence} is the only way in,
 * for a program that embeds the product as for the server; the beans in here live in a small
 * Micronaut context of its own and are switched off in every other one.
 */
@Configuration
@Requires(property = InnerContext.MARK, value = "true")
@NullMarked
package dev.stagedoor.persistence;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
