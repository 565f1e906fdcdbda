package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentForm;
import java.util.Map;

/** The forms in which payers may pay, by the providers that are on and bring one. */
public record PaymentForms(Map<ProviderId, PaymentForm> byProvider) {
  public PaymentForms {
    byProvider = Map.copyOf(byProvider);
  }
}
