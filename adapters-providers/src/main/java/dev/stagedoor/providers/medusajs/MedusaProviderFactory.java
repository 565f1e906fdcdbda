package dev.stagedoor.providers.medusajs;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens Medusa in a server, and offers its provider. */
@Factory
final class MedusaProviderFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Medusa medusa(MedusaConfig config, ProviderRuntime runtime) {
    return Medusa.open(config, runtime);
  }

  @Singleton
  InvoicingProvider medusaInvoicing(Medusa medusa) {
    return medusa.invoicingProvider();
  }
}
