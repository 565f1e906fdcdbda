package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import dev.stagedoor.web.pages.Form;

/**
 * One provider: connecting it, how the connection stands, and how its invoices are written.
 *
 * @param webhookUrl where the merchant's own account sends its webhooks; empty when there is no
 *     such address yet
 * @param connecting what was typed to connect
 * @param settings what was typed as settings, or what they are
 */
public record IntegrationPage(
    Chosen chosen, IntegrationView view, String webhookUrl, Form connecting, Form settings) {
  public boolean isPayment() {
    return view.kind().equals("payment");
  }

  /** Returns the way to connect that is chosen, or the first there is. */
  public String method() {
    String wanted = connecting.value("method");
    return view.methods().contains(wanted) ? wanted : view.methods().get(0);
  }

  /** Returns the request by which an administrator puts the workspace on the plan it needs. */
  public String planRequest() {
    return "PATCH /api/workspaces/%s {\"plan\": \"%s\"}"
        .formatted(chosen.workspace().id(), view.requiredPlan());
  }

  /** Returns where a form of this page is sent. */
  public String to(String what) {
    return "/integrations/" + view.provider() + "/" + what + chosen.query();
  }
}
