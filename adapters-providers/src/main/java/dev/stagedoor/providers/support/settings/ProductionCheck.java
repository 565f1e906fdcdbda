package dev.stagedoor.providers.support.settings;

import java.util.List;

/**
 * Says what about a provider's settings is only there to try things out: a stand-in, an emulator, a
 * key that everybody knows. A server in production refuses to start with any of it.
 */
public interface ProductionCheck {
  /** Returns what is unfit, each with the key to change first; empty when all is well. */
  List<String> unfitForProduction();
}
