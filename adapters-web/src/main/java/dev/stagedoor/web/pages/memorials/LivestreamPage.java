package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.video.StreamView;
import java.util.List;

/** The streams of a memorial with everything that runs them, newest first. */
public record LivestreamPage(MemorialView memorial, List<StreamView> streams, boolean isPaid) {}
