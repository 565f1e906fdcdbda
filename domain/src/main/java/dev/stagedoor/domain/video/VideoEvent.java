package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.time.Instant;

/** What a video provider's webhook tells. {@code input} is the live input it is about. */
public sealed interface VideoEvent extends ProviderEvent {
  ProviderRef input();

  /** An encoder began to send. */
  record EncoderConnected(ProviderRef input, Instant at) implements VideoEvent {}

  /** The encoder stopped sending, on purpose or not. */
  record EncoderDisconnected(ProviderRef input, Instant at) implements VideoEvent {}

  /** The provider cannot take what the encoder sends. */
  record IngestFailed(ProviderRef input, Instant at) implements VideoEvent {}

  /** A recording was made, or could not be. */
  record RecordingChanged(ProviderRef input, RecordedVideo video) implements VideoEvent {}
}
