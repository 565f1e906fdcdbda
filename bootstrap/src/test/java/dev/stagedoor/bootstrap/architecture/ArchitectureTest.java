package dev.stagedoor.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the house to its plan. A rule about a package that does not exist would pass in silence, so
 * every package a rule names is asserted to be lived in.
 */
class ArchitectureTest {
  private static final String DOMAIN = "dev.stagedoor.domain..";
  private static final String APPLICATION = "dev.stagedoor.application..";
  private static final String WEB = "dev.stagedoor.web..";
  private static final String PERSISTENCE = "dev.stagedoor.persistence..";
  private static final String PROVIDERS = "dev.stagedoor.providers..";
  private static final String BOOTSTRAP = "dev.stagedoor.bootstrap..";
  private static final List<String> AREAS =
      List.of("memorials", "liveselling", "courses", "events", "tv");
  private static final List<String> CAPABILITIES =
      List.of(
          "payments",
          "invoicing",
          "subscriptions",
          "video",
          "library",
          "storage",
          "auth",
          "messaging",
          "channels",
          "ticketing",
          "audit",
          "party",
          "analytics",
          "notifications",
          "services",
          "webhooks");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // The domain's tests travel as a jar, which looks like any other.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.stagedoor");

  private static void check(ArchRule rule, String... packages) {
    for (String name : packages) {
      assertThat(ALL.stream().filter(resideInAPackage(name)))
          .as("classes in %s", name)
          .isNotEmpty();
    }
    rule.check(ALL);
  }

  @Test
  void theDomainIsPlainJava() {
    check(
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(DOMAIN, "java.lang..", "java.util..", "java.time..")
                    .or(resideInAnyPackage("java.text..", "java.nio.charset..", "java.math.."))
                    .or(resideInAnyPackage("java.security..", "javax.crypto.."))
                    .or(resideInAnyPackage("org.jspecify.annotations.."))
                    .or(nameMatching("java\\.net\\.(URI.*|URLEncoder)"))
                    .or(nameMatching("java\\.io\\.Serializable"))
                    .or(nameMatching("(byte|int|long|boolean|char|void).*"))),
        DOMAIN);
  }

  @Test
  void theApplicationKnowsTheDomainAndPlainJavaOnly() {
    check(
        classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        APPLICATION, DOMAIN, "java..", "org.slf4j..", "org.jspecify.annotations..")
                    .or(nameMatching("(byte|int|long|boolean|char|void).*"))),
        APPLICATION,
        DOMAIN);
  }

  @Test
  void theApplicationTouchesNoDatabaseAndNoNetwork() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http.."),
        DOMAIN,
        APPLICATION);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    check(isolated(WEB, PERSISTENCE, PROVIDERS, BOOTSTRAP), WEB, PERSISTENCE, PROVIDERS);
    check(isolated(PERSISTENCE, WEB, PROVIDERS, BOOTSTRAP), PERSISTENCE);
    check(isolated(PROVIDERS, WEB, PERSISTENCE, BOOTSTRAP, APPLICATION), PROVIDERS, BOOTSTRAP);
  }

  private static ArchRule isolated(String from, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  @Test
  void providersDoNotKnowEachOther() {
    check(
        slices()
            .matching("dev.stagedoor.providers.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.stagedoor.providers.support..")),
        "dev.stagedoor.providers.sandbox..",
        "dev.stagedoor.providers.s3..",
        "dev.stagedoor.providers.localfiles..",
        "dev.stagedoor.providers.localauth..");
  }

  @Test
  void aVendorsLibraryIsSeenFromItsFolderOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.stagedoor.providers.s3..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.."),
        "dev.stagedoor.providers.s3..");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.stagedoor.providers.firebase..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.firebase..", "com.google.auth..", "com.google.api.."),
        "dev.stagedoor.providers.firebase..");
  }

  @Test
  void areasAreIslandsAndCapabilitiesDoNotKnowThem() {
    for (String area : AREAS) {
      for (String layer : List.of("domain", "application")) {
        String home = "dev.stagedoor." + layer + "." + area + "..";
        Stream<String> strangers =
            Stream.concat(
                CAPABILITIES.stream(), AREAS.stream().filter(other -> !other.equals(area)));
        check(
            noClasses()
                .that()
                .resideInAnyPackage(
                    strangers
                        .map(name -> "dev.stagedoor." + layer + "." + name + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home),
            home);
      }
    }
  }

  @Test
  void domainPackagesHaveNoCycles() {
    check(slices().matching("dev.stagedoor.domain.(*)..").should().beFreeOfCycles(), DOMAIN);
  }

  @Test
  void portsAreSmallAndBare() {
    check(
        classes()
            .that()
            .resideInAPackage("..domain..port..")
            .and(not(nameMatching(".*package-info")))
            .should()
            .beInterfaces()
            .andShould(haveAtMostMethods(5)),
        "dev.stagedoor.domain.payments.port..");
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..port..")
            .and()
            .areDeclaredInClassesThat()
            .areInterfaces()
            .should(beDefaultMethods()),
        "dev.stagedoor.application.port..");
  }

  private static ArchCondition<JavaClass> haveAtMostMethods(int most) {
    return new ArchCondition<>("have at most " + most + " methods") {
      @Override
      public void check(JavaClass port, ConditionEvents events) {
        int count = port.getMethods().size();
        events.add(
            new SimpleConditionEvent(
                port, count <= most, port.getName() + " has " + count + " methods"));
      }
    };
  }

  private static ArchCondition<JavaMethod> beDefaultMethods() {
    return new ArchCondition<>("be default methods") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean isDefault =
            !method.getModifiers().contains(JavaModifier.ABSTRACT)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
        events.add(
            new SimpleConditionEvent(
                method, isDefault, method.getFullName() + " is a default method"));
      }
    };
  }

  @Test
  void onlyPersistenceTalksSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jooq..", "io.micronaut.data.."),
        PERSISTENCE);
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.stagedoor.persistence.tx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut.transaction.."),
        "dev.stagedoor.persistence.tx..");
  }

  @Test
  void whatIsKeptIsEncryptedInOnePlace() {
    check(
        noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .and()
            .resideOutsideOfPackage("dev.stagedoor.persistence.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.crypto.."),
        "dev.stagedoor.persistence.crypto..");
  }

  @Test
  void providersAreCalledInOneWay() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.stagedoor.providers.support..")
            // Stand on the far side: they are who calls us.
            .and()
            .doNotHaveFullyQualifiedName("dev.stagedoor.providers.sandbox.webhooks.WebhookPoster")
            .and()
            .doNotHaveFullyQualifiedName("dev.stagedoor.providers.sandbox.library.ClipFetching")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.net.http..",
                        "io.micronaut.http.client..",
                        "okhttp3..",
                        "org.apache.http..",
                        "org.apache.hc..")
                    .or(nameMatching("java\\.net\\.(HttpURLConnection|URLConnection)"))
                    .or(nameMatching("javax\\.net\\.ssl\\.HttpsURLConnection"))),
        "dev.stagedoor.providers.support..");
    check(
        noClasses()
            .that()
            .resideInAPackage(PROVIDERS)
            .and()
            .resideOutsideOfPackage("dev.stagedoor.providers.support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.resilience4j..", "io.micrometer.."),
        "dev.stagedoor.providers.support..");
  }

  @Test
  void timeAndRandomnessComeFromOutside() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callMethodWhere(
                target(nameMatching("now|randomUUID|systemDefault|getDefault"))
                    .and(
                        target(
                            owner(
                                nameMatching(
                                    "java\\.time\\.(Instant|LocalDate|LocalTime|LocalDateTime"
                                        + "|ZonedDateTime|OffsetDateTime|ZoneId)"
                                        + "|java\\.util\\.(UUID|TimeZone|Locale)"))))),
        DOMAIN,
        APPLICATION);
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.stagedoor..")
            .should()
            .accessField(System.class, "out"),
        BOOTSTRAP);
  }

  @Test
  void moneyIsNeverFloating() {
    DescribedPredicate<JavaClass> floating =
        nameMatching("float|double|java\\.lang\\.(Float|Double)").forSubtype();
    check(
        noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .haveRawType(floating),
        DOMAIN);
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .haveRawReturnType(floating),
        APPLICATION);
  }

  @Test
  void nothingIsInjectedByMagic() {
    check(
        fields()
            .should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("io.micronaut.context.annotation.Value"),
        BOOTSTRAP);
    check(
        classes()
            .should()
            .notBeAnnotatedWith("io.micronaut.context.annotation.Primary")
            .andShould()
            .notBeAnnotatedWith("jakarta.transaction.Transactional")
            .andShould()
            .notBeAnnotatedWith("io.micronaut.transaction.annotation.Transactional"),
        WEB);
    check(
        methods()
            .should()
            .notBeAnnotatedWith("jakarta.transaction.Transactional")
            .andShould()
            .notBeAnnotatedWith("io.micronaut.transaction.annotation.Transactional"),
        WEB);
  }

  @Test
  void controllersKeepAggregatesAndRepositoriesOut() {
    check(
        noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.stagedoor.domain..port..").and(nameMatching(".*Repository"))),
        WEB);
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .haveSimpleNameEndingWith("Row"),
        PERSISTENCE);
  }

  @Test
  void translatorsAreAskedForNothingElse() {
    check(
        noClasses()
            .that()
            .implement("dev.stagedoor.domain.webhooks.port.WebhookTranslator")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.stagedoor.domain..port..")
                    .and(not(resideInAPackage("dev.stagedoor.domain.webhooks.port..")))),
        "dev.stagedoor.domain.webhooks.port..");
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*\\.(I[A-Z][a-z]\\w*|\\w*(Impl|Manager|Helper|Util|Utils|Dto|UseCase))"),
        DOMAIN);
  }
}
