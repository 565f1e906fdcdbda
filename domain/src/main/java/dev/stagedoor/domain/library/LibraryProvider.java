package dev.stagedoor.domain.library;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import java.util.Optional;

/** What one provider of a video library can do. Without signing, every video plays for anybody. */
public record LibraryProvider(ProviderId id, Library library, Optional<PlaybackSigning> signing) {}
