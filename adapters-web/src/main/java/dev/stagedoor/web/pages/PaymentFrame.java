package dev.stagedoor.web.pages;

import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** What pages on which one pays need around them: the forms of the providers that are on. */
@Singleton
public final class PaymentFrame {
  private final PaymentForms forms;
  private final String policy;

  PaymentFrame(PaymentForms forms, HttpSettings settings) {
    this.forms = forms;
    this.policy = policy(PagePolicy.of(settings.pagePolicy()), forms);
  }

  public PaymentForms forms() {
    return forms;
  }

  /** Lets in what the forms of the providers need that are on, and nothing else. */
  public <T> MutableHttpResponse<T> around(MutableHttpResponse<T> page) {
    if (!forms.byProvider().isEmpty()) {
      page.header("Content-Security-Policy", policy);
      // Banks ask payers in windows that must find their way back.
      page.header("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    }
    return page;
  }

  private static String policy(PagePolicy pages, PaymentForms forms) {
    PagePolicy policy = pages;
    for (PaymentForm form : forms.byProvider().values()) {
      policy =
          policy
              .with("script-src", form.scripts())
              .with("frame-src", form.frames())
              .with("connect-src", form.connections());
      if (form.stylesItself()) {
        policy = policy.with("style-src", "'unsafe-inline'");
      }
    }
    return policy.toString();
  }
}
