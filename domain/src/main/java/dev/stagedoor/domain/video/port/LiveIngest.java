package dev.stagedoor.domain.video.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;

/** Makes and runs the inputs that encoders send to. */
public interface LiveIngest {
  /**
   * Makes an enabled input that records by itself. The same key gives the same input.
   *
   * @throws ProviderException when it could not be made; repeat with the same key
   */
  LiveInput create(NewLiveInput wanted);

  /**
   * Lets encoders connect. Idempotent.
   *
   * @throws ProviderException {@code REJECTED} when there is no such input
   */
  void enable(ProviderRef input);

  /**
   * Ends a running broadcast and lets no encoder connect. Idempotent; recordings stay.
   *
   * @throws ProviderException {@code REJECTED} when there is no such input
   */
  void disable(ProviderRef input);

  /** Removes an input for good. Does nothing when there is none; recordings stay. */
  void delete(ProviderRef input);

  /**
   * Tells what the input does now. Reads only.
   *
   * @throws ProviderException {@code REJECTED} when there is no such input
   */
  IngestState state(ProviderRef input);
}
