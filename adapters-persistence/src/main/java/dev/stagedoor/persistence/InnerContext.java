package dev.stagedoor.persistence;

import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.tx.Connections;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts the Micronaut context in which Micronaut Data and jOOQ share one connection per unit of
 * work. It reads no configuration file, no environment variable and no system property, and sees no
 * bean but those it needs, whatever else is on the class path.
 */
final class InnerContext {
  /** The property that only this context has; the beans of this module require it. */
  static final String MARK = "stagedoor.persistence.inner";

  private static final Map<String, Object> SETTINGS =
      Map.ofEntries(
          Map.entry(MARK, "true"),
          Map.entry("datasources.default.dialect", "POSTGRES"),
          // A repository outside a unit of work is refused instead of committing by itself.
          Map.entry("datasources.default.allow-connection-per-operation", "false"),
          Map.entry("jooq.datasources.default.sql-dialect", "POSTGRES"),
          // Documents hold every member, the empty ones too, and times as ISO 8601.
          Map.entry("micronaut.serde.serialization.inclusion", "ALWAYS"),
          Map.entry("micronaut.serde.write-dates-as-timestamps", "false"));

  private InnerContext() {}

  static ApplicationContext start(Connections connections, EncryptionKeys keys) {
    // jOOQ greets with a banner and a tip; that is not for a library inside a library to print.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .enableDefaultPropertySources(false)
        .environmentPropertySource(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .properties(SETTINGS)
        .beanConfigurations(new EverythingElse())
        .beanDefinitions(
            RuntimeBeanDefinition.builder(DataSource.class, connections::pooled)
                .singleton(true)
                .named("default")
                .build(),
            RuntimeBeanDefinition.of(connections),
            RuntimeBeanDefinition.of(keys))
        .start();
  }

  /** Switches off every bean outside the packages this context is made of. */
  private static final class EverythingElse implements BeanConfiguration {
    private static final List<String> SEEN =
        List.of(
            "dev.stagedoor.persistence.",
            "io.micronaut.aop.",
            "io.micronaut.configuration.jooq.",
            "io.micronaut.context.",
            "io.micronaut.core.",
            "io.micronaut.data.",
            "io.micronaut.inject.",
            "io.micronaut.jdbc.",
            "io.micronaut.json.",
            "io.micronaut.runtime.",
            "io.micronaut.serde.",
            "io.micronaut.transaction.");

    @Override
    @SuppressWarnings("rawtypes") // as declared by Micronaut
    public boolean isWithin(BeanDefinitionReference bean) {
      return isWithin(bean.getBeanDefinitionName());
    }

    @Override
    public boolean isWithin(String className) {
      return SEEN.stream().noneMatch(className::startsWith);
    }

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
      return false;
    }

    @Override
    public Package getPackage() {
      return InnerContext.class.getPackage();
    }

    @Override
    public String getName() {
      return "everything but " + SEEN;
    }

    @Override
    public @Nullable String getVersion() {
      return null;
    }
  }
}
