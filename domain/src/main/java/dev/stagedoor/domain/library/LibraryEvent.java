package dev.stagedoor.domain.library;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.Optional;

/** What a provider tells of the library unasked. It only points: the state is read again. */
public sealed interface LibraryEvent extends ProviderEvent {
  /** A video came in, was prepared, failed or went; {@code video} is the id we gave it. */
  record VideoChanged(ProviderRef ref, Optional<VideoId> video) implements LibraryEvent {}
}
