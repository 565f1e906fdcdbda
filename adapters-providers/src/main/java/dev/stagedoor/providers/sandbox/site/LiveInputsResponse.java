package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The live inputs, newest first. */
@Serdeable
record LiveInputsResponse(List<LiveInputResponse> liveInputs) {}
