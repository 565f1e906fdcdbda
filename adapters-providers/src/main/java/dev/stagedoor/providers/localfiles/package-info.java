/**
 * The store of files that needs no account with anybody: files are in a folder, and browsers send
 * and fetch them under {@code /files/} of this server, by addresses that it has signed. {@link
 * dev.stagedoor.providers.localfiles.LocalFiles} is plain Java; the Micronaut binding beside it is
 * switched here. Format, limits and what browsers are told: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.local-files.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.localfiles;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
