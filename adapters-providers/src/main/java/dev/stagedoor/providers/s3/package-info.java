/**
 * Files in a store that speaks S3: Amazon's own, Cloudflare R2, MinIO and others by endpoint.
 * {@link dev.stagedoor.providers.s3.S3} is plain Java; the Micronaut binding beside it is switched
 * here. Settings, limits and what the bucket needs: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.providers.s3.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.s3;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
