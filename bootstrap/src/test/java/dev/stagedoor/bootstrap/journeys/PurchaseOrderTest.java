package dev.stagedoor.bootstrap.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.localfiles.LocalFiles;
import dev.stagedoor.providers.localfiles.LocalFilesConfig;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.payments.Card;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Buying a course on the real database: what the student asks and what the provider tells, in every
 * order, each twice, and much of it at the same time.
 */
class PurchaseOrderTest {
  private static final MutableClock CLOCK = new MutableClock(Instant.parse("2027-03-14T13:00:00Z"));
  private static final Money PRICE = Money.of(9_999, "USD");

  @TempDir static Path data;

  private static EmbeddedDatabase database;
  private static Persistence store;
  private static Sandbox sandbox;
  private static Stagedoor stagedoor;
  private static CourseId course;

  private final Set<String> seen = new HashSet<>();

  @BeforeAll
  static void open() {
    var ids = new TimeOrderedIds(CLOCK, new SecureRandom());
    var tokens = new SecureTokens(new SecureRandom());
    database = EmbeddedDatabase.start(data);
    store =
        Persistence.open(
            database.url(),
            database.username(),
            database.password(),
            EncryptionKeys.of("test", Secret.of(Base64.getEncoder().encodeToString(new byte[32]))));
    sandbox = Sandbox.open(SandboxSettings.defaults(), store.sandboxMemory(), CLOCK, ids, tokens);
    var providers =
        new Providers(
            new FakeIdentityProvider(CLOCK).provider(),
            PaymentProviders.only(sandbox.paymentProvider()),
            VideoProviders.only(sandbox.videoProvider()),
            LibraryProviders.only(sandbox.libraryProvider()),
            sandbox.mailProvider(),
            LocalFiles.open(
                    LocalFilesConfig.development(
                        data.resolve("files"), URI.create("https://example.org")),
                    CLOCK)
                .storageProvider(),
            InvoicingProviders.only(sandbox.invoicingProvider()),
            ChannelProviders.only(sandbox.channelProvider()),
            TicketingProviders.none(),
            SubscriptionProviders.none(),
            Optional.empty(),
            WebhookTranslators.only(sandbox.webhookProvider()),
            Optional.empty());
    stagedoor =
        new Stagedoor(
            store.ports(),
            providers,
            Settings.standard(URI.create("https://example.org")),
            CLOCK,
            ids,
            tokens);
    course =
        new CourseId(
            stagedoor
                .courses()
                .create(
                    register("teacher@example.org"),
                    new NewCourse("Stage light", "", PRICE, Course.Status.PUBLISHED))
                .id());
  }

  @AfterAll
  static void close() {
    store.close();
    database.close();
  }

  private static Actor register(String email) {
    return stagedoor
        .registrations()
        .register(
            NewAccount.of(
                new EmailAddress(email),
                Secret.of("a long password"),
                PersonName.parse("Ana Perez"),
                Role.USER,
                Language.EN))
        .actor();
  }

  /** One of the things that can happen, any number of times. */
  private interface News {
    void happen() throws Exception;
  }

  @Test
  void everyOrderOfVerifyWebhooksAndRefundsEndsInTheSameState() throws Exception {
    List<List<Integer>> orders = permutations(5);
    for (int round = 0; round < orders.size(); round++) {
      Actor student = register("student" + round + "@example.org");
      OpenedCheckout checkout = pay(student);
      sandbox.payments().confirm(checkout.charge(), Card.of("4000000000000002"));
      sandbox.payments().confirm(checkout.charge(), Card.of("4242424242424242"));
      sandbox.payments().refundHere(checkout.charge(), Money.of(1_000, "USD"));
      List<Delivery> told = told();
      assertThat(told).hasSizeGreaterThanOrEqualTo(3);
      List<News> news =
          List.of(
              () -> stagedoor.coursePayments().verify(student, checkout.payment()),
              () -> stagedoor.coursePayments().verify(student, checkout.payment()),
              () -> deliver(told.get(0)),
              () -> deliver(told.get(1)),
              () -> deliver(told.get(2)));

      for (int place : twice(orders.get(round), new Random(round))) {
        news.get(place).happen();
      }

      CoursePaymentView paid = stagedoor.coursePayments().payment(student, checkout.payment());
      assertThat(paid.status()).as("after %s", orders.get(round)).isEqualTo("partially_refunded");
      assertThat(paid.refundedTotal()).isEqualTo(Money.of(1_000, "USD"));
      assertThat(enrollments(student))
          .singleElement()
          .matches(one -> one.status().equals("active"));

      endsWhenAllOfItWentBack(student, checkout);
    }
  }

  private void endsWhenAllOfItWentBack(Actor student, OpenedCheckout checkout) throws Exception {
    stagedoor
        .coursePayments()
        .refund(student, checkout.payment(), Optional.empty(), "asked", Optional.empty());
    List<Delivery> told = told();
    for (Delivery delivery : told) {
      deliver(delivery);
    }
    for (Delivery delivery : told) {
      deliver(delivery);
    }
    assertThat(enrollments(student)).singleElement().matches(one -> one.status().equals("dropped"));
    assertThat(stagedoor.coursePayments().payment(student, checkout.payment()).refundedTotal())
        .isEqualTo(PRICE);
  }

  @Test
  void whoPaysAndVerifiesManyTimesAtOnceIsEnrolledOnce() throws Exception {
    Actor student = register("hasty@example.org");
    List<OpenedCheckout> opened = atOnce(8, () -> pay(student));
    assertThat(opened).extracting(OpenedCheckout::payment).containsOnly(opened.get(0).payment());
    sandbox.payments().confirm(opened.get(0).charge(), Card.of("4242424242424242"));
    List<Delivery> told = told();

    List<Callable<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asked.add(
          () ->
              stagedoor.coursePayments().verify(student, opened.get(0).payment()).status() != null);
      asked.add(
          () -> {
            for (Delivery delivery : told) {
              deliver(delivery);
            }
            return true;
          });
    }
    assertThat(atOnce(asked)).containsOnly(true);

    assertThat(enrollments(student)).hasSize(1);
    assertThat(stagedoor.courses().get(student, course).enrollmentCount()).isPositive();
    assertThat(stagedoor.coursePayments().payments(student, new PageRequest(1, 10)).items())
        .hasSize(1);
    Throwable again = catchThrowable(() -> pay(student));
    assertThat(again)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CoursesError.ALREADY_ENROLLED));
  }

  @Test
  void refundsThatAreAskedForAtOnceNeverExceedThePayment() throws Exception {
    Actor student = register("undecided@example.org");
    OpenedCheckout checkout = pay(student);
    sandbox.payments().confirm(checkout.charge(), Card.of("4242424242424242"));
    stagedoor.coursePayments().verify(student, checkout.payment());

    List<Boolean> refunded =
        atOnce(
            12,
            () -> {
              try {
                stagedoor
                    .coursePayments()
                    .refund(
                        student,
                        checkout.payment(),
                        Optional.of(Money.of(2_400, "USD")),
                        "asked",
                        Optional.empty());
                return true;
              } catch (DomainException refused) {
                assertThat(refused.code()).isEqualTo(PaymentError.REFUND_EXCEEDS_PAYMENT);
                return false;
              }
            });

    assertThat(refunded).filteredOn(done -> done).hasSize(4);
    CoursePaymentView paid = stagedoor.coursePayments().payment(student, checkout.payment());
    assertThat(paid.refundedTotal()).isEqualTo(Money.of(9_600, "USD"));
    assertThat(enrollments(student)).singleElement().matches(one -> one.status().equals("active"));
    told();
  }

  private static OpenedCheckout pay(Actor student) {
    return stagedoor
        .purchases()
        .pay(student, course, Optional.of(PRICE), Optional.empty())
        .checkout()
        .orElseThrow();
  }

  private static List<EnrollmentView> enrollments(Actor student) {
    return stagedoor.enrollments().mine(student, new PageRequest(1, 10)).items();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    return atOnce(Collections.nCopies(times, call));
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns each place twice: first in the order given, and again somewhere after that. */
  private static List<Integer> twice(List<Integer> order, Random random) {
    List<Integer> twice = new ArrayList<>(order);
    for (int place : order) {
      int first = twice.indexOf(place);
      twice.add(first + 1 + random.nextInt(twice.size() - first), place);
    }
    return twice;
  }

  /** Returns what the provider tells that was not looked at before, the oldest first. */
  private List<Delivery> told() {
    List<Delivery> told =
        new ArrayList<>(
            sandbox.deliveries().newest(20).stream()
                .filter(delivery -> seen.add(delivery.id()))
                .toList());
    Collections.reverse(told);
    return told;
  }

  private static void deliver(Delivery delivery) throws Exception {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(CLOCK.instant().getEpochSecond());
    String secret = SandboxSettings.DEVELOPMENT_SECRET.reveal().substring("whsec_".length());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    mac.update((delivery.id() + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    String route = delivery.path().substring("/api/webhooks/".length());
    WebhookResult result =
        stagedoor
            .webhooks()
            .receive(
                new ProviderId(route),
                "",
                Map.of(
                    "webhook-id", List.of(delivery.id()),
                    "webhook-timestamp", List.of(timestamp),
                    "webhook-signature", List.of(signature)),
                body);
    assertThat(result)
        .isIn(new WebhookResult.Taken("applied"), new WebhookResult.Taken("duplicate"));
  }

  private static List<List<Integer>> permutations(int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> shorter : permutations(size - 1)) {
      for (int place = 0; place <= shorter.size(); place++) {
        List<Integer> longer = new ArrayList<>(shorter);
        longer.add(place, size - 1);
        all.add(longer);
      }
    }
    return all;
  }
}
