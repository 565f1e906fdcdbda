package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.GenerateInvoices;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose invoices to write; everybody's where it does not say. */
@Serdeable
public record GenerateInvoicesRequest(
    @Nullable List<String> buyers, @Nullable Boolean send, @Nullable String provider) {
  private static final int MAX_BUYERS = 1000;

  static GenerateInvoicesRequest everybody() {
    return new GenerateInvoicesRequest(null, null, null);
  }

  GenerateInvoices toCommand() {
    if (buyers != null && buyers.size() > MAX_BUYERS) {
      throw DomainException.invalid(Fault.longerThan("buyers", MAX_BUYERS));
    }
    return new GenerateInvoices(
        Optional.ofNullable(buyers).map(Set::copyOf),
        Boolean.TRUE.equals(send),
        Optional.ofNullable(provider).map(GenerateInvoicesRequest::named));
  }

  private static ProviderId named(String provider) {
    try {
      return new ProviderId(provider);
    } catch (IllegalArgumentException notAProvider) {
      throw DomainException.invalid("provider", "choice");
    }
  }
}
