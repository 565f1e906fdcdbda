package dev.stagedoor.providers.medusajs;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.Optional;

/** What Medusa can do. Safe for threads; open one, keep it, and close it at the end. */
public final class Medusa implements AutoCloseable {
  /** How routes and references name it. */
  public static final ProviderId ID = new ProviderId("medusajs");

  private final MedusaApi api;
  private final MedusaConfig config;

  private Medusa(MedusaConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.api = new MedusaApi(config, runtime, limits);
    this.config = config;
  }

  /** Opens Medusa; nothing is asked of any server yet. */
  public static Medusa open(MedusaConfig config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  /** Opens Medusa with other limits than usual. */
  public static Medusa open(MedusaConfig config, ProviderRuntime runtime, HttpLimits limits) {
    return new Medusa(config, runtime, limits);
  }

  public InvoicingProvider invoicingProvider() {
    return new InvoicingProvider(
        ID,
        new MedusaInvoices(api, new MedusaMapping(config)),
        new MedusaMerchants(api),
        Optional.empty());
  }

  @Override
  public void close() {
    api.close();
  }

  @Override
  public String toString() {
    return api.toString();
  }
}
