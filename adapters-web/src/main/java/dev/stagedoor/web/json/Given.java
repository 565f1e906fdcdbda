package dev.stagedoor.web.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * A text of a body where null says something else than leaving it out. Absent is null here.
 *
 * @param text empty where null was sent
 */
@Schema(type = "string", nullable = true)
public record Given(Optional<String> text) {}
