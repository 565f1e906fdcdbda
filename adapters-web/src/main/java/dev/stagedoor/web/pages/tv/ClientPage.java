package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.pages.Form;
import java.util.List;

/**
 * A client of a reseller.
 *
 * @param key makes one renewal of a form that is sent twice
 */
public record ClientPage(
    ClientView client, long creditsBalance, List<Plan> plans, String key, Form form) {
  public ClientPage {
    plans = List.copyOf(plans);
  }

  public boolean isSuspended() {
    return client.status().equals("suspended");
  }
}
