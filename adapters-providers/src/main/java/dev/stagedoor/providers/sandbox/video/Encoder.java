package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Does what an encoder does: sends pictures with a stream key, and stops. */
public final class Encoder {
  private final SandboxVideo farSide;

  Encoder(SandboxVideo farSide) {
    this.farSide = farSide;
  }

  /**
   * Begins to send. Returns the input, empty when the provider does not take it: nobody has this
   * key, or the input is disabled. Does nothing when it sends already.
   */
  public Optional<Input> connect(Secret streamKey) {
    return farSide
        .byKey(streamKey)
        .flatMap(input -> farSide.connect(ref(input)))
        .filter(Input::takesEncoders);
  }

  /**
   * Stops sending. Returns the input, empty when nobody has this key. Does nothing when nothing is
   * sent.
   */
  public Optional<Input> disconnect(Secret streamKey) {
    return farSide
        .byKey(streamKey)
        .filter(input -> !input.deleted())
        .flatMap(input -> farSide.disconnect(ref(input)));
  }

  private static ProviderRef ref(Input input) {
    return new ProviderRef(SandboxLine.ID, input.uid());
  }
}
