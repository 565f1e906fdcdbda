package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Makes and runs live inputs at the sandbox. */
final class SandboxLiveIngest implements LiveIngest {
  private final SandboxVideo farSide;
  private final SandboxLine line;
  private final Addresses addresses;

  SandboxLiveIngest(SandboxVideo farSide, SandboxLine line, Addresses addresses) {
    this.farSide = farSide;
    this.line = line;
    this.addresses = addresses;
  }

  @Override
  public LiveInput create(NewLiveInput wanted) {
    Input input = existing(() -> Optional.of(farSide.create(wanted)));
    return new LiveInput(
        new ProviderRef(SandboxLine.ID, input.uid()),
        new IngestCredentials(
            Optional.of(
                new IngestCredentials.Rtmp(addresses.rtmps(), Secret.of(input.streamKey()))),
            Optional.of(Secret.of(addresses.srt(input.uid(), input.srtPassphrase()))),
            Optional.empty()),
        addresses.playlist(input.uid()));
  }

  @Override
  public void enable(ProviderRef input) {
    existing(() -> farSide.enable(input));
  }

  @Override
  public void disable(ProviderRef input) {
    line.tell(() -> farSide.disable(input));
  }

  @Override
  public void delete(ProviderRef input) {
    line.tell(
        () -> {
          farSide.delete(input);
          return input;
        });
  }

  @Override
  public IngestState state(ProviderRef input) {
    Input found = existing(() -> farSide.find(input));
    return new IngestState(
        found.running().map(Broadcast::connectedAt),
        found.disconnectedAt(),
        OptionalLong.of(farSide.viewers(found)));
  }

  private Input existing(Supplier<Optional<Input>> work) {
    return line.tell(work)
        .filter(input -> !input.deleted())
        .orElseThrow(
            () ->
                new ProviderException(
                    SandboxLine.ID,
                    ProviderException.Kind.REJECTED,
                    "the sandbox has no such live input"));
  }
}
