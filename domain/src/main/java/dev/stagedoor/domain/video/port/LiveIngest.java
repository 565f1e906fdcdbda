package dev.stagedoor.domain.video.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;

/** Makes and runs the inputs that encoders send to. */
public interface LiveIngest {
  /**
   * Makes an enabled input that records by itself, unless there is one for this wish: as long as
   * that exists, the same key gives the same input, however long ago it was made. Once it was
   * deleted, the key may be refused or give a new one.
   *
   * @throws ProviderException {@code REJECTED} when there is no input under this key and none will
   *     be; otherwise there may be one, and the same wish finds it
   */
  LiveInput create(NewLiveInput wanted);

  /**
   * Lets encoders connect. Idempotent.
   *
   * @throws ProviderException {@code REJECTED} when there is no such input
   */
  void enable(ProviderRef input);

  /**
   * Ends a running broadcast and lets no encoder connect. Idempotent, and does nothing when there
   * is no such input; recordings stay.
   */
  void disable(ProviderRef input);

  /**
   * Ends a running broadcast and removes the input for good. Idempotent, and does nothing when
   * there is no such input; recordings stay.
   */
  void delete(ProviderRef input);

  /**
   * Tells what the input does now. Reads only.
   *
   * @throws ProviderException {@code REJECTED} when there is no such input
   */
  IngestState state(ProviderRef input);
}
