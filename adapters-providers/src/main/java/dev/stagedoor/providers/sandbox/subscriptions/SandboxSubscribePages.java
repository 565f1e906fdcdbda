package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.providers.sandbox.SandboxLine;

/** Tells what became of the sandbox's pages to subscribe on. */
final class SandboxSubscribePages implements SubscribePages {
  private final SandboxSubscribers farSide;
  private final SandboxLine line;

  SandboxSubscribePages(SandboxSubscribers farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public PageReading find(ProviderRef page) {
    try {
      return line.ask(() -> farSide.became(page));
    } catch (SandboxLine.AnswerLost | ProviderException problem) {
      return new PageReading.Unknown("the sandbox did not answer");
    }
  }
}
