package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that goes back. */
class CourseRefundPagesTest extends CoursesPagesScene {
  @Test
  void aStudentTakesTheMoneyBackOnceAndAfterAQuestion() {
    CourseView course = academy.course("Amber & light", 4_900);
    pupil.open("/learn/payments").is(200).says("You have not paid for any course");
    academy.buy(student, course);
    String refund = refund(course);
    pupil.open("/learn").is(200).says("href=\"/learn/payments\"");
    pupil.open(page(course)).is(200).says("href=\"/learn/payments\"");
    pupil
        .open("/learn/payments")
        .is(200)
        .says("Amber &amp; light", "$49.00", "Paid", "Refundable until", refund)
        .says("aria-label=\"Refund: Amber &amp; light\"");

    Visitor.Shown asked =
        pupil.open(refund).is(200).says("Take $49.00 back", "closed to you", "Refundable until");
    assertThat(house.payments().refundedOf(academy.charge(student, course)).isZero()).isTrue();
    String turn = asked.field("turn");
    pupil.send(refund, "turn", turn).leadsTo("/learn/payments?done=refunded");
    pupil.send(refund, "turn", turn).leadsTo("/learn/payments?done=refunded");

    assertThat(house.payments().refundedOf(academy.charge(student, course)).minor())
        .isEqualTo(4_900);
    pupil
        .open("/learn/payments?done=refunded")
        .is(200)
        .says("The money has gone back.", "Refunded")
        .saysNot(refund);
    pupil.open(refund).is(200).says("There is nothing left to give back.").saysNot("turn");
    pupil.open(learn(course)).leadsTo(page(course));
  }

  @Test
  void aRefundThatFailedIsShownAndTriedAgain() {
    CourseView course = academy.course("Iron", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    house.payments().delayNextRefund();
    pupil
        .send(refund, "turn", pupil.open(refund).field("turn"))
        .leadsTo("/learn/payments?done=refund_under_way");
    pupil.open("/learn/payments").is(200).says("On its way back: $49.00").saysNot(refund);
    teacher.open(teach(course) + "/students").is(200).says("On its way back: $49.00");

    house.payments().failRefunds(academy.charge(student, course));
    house.later(Duration.ofMinutes(5));

    pupil
        .open("/learn/payments")
        .is(200)
        .says("A refund of $49.00 failed.", "Try again", refund)
        .says("aria-label=\"Try the refund again: Iron\"");
    teacher
        .open(teach(course) + "/students")
        .is(200)
        .says("A refund of $49.00 failed.", "Try again", taughtRefund(course));
    pupil
        .send(refund, "turn", pupil.open(refund).is(200).field("turn"))
        .leadsTo("/learn/payments?done=refunded");
    pupil.open("/learn/payments").is(200).saysNot("A refund of", "Try again");
  }

  @Test
  void whatTheProviderRefusesIsSaidAtOnce() {
    CourseView course = academy.course("Lead", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    house.payments().refundElsewhere(academy.charge(student, course), Money.of(4_000, "USD"));

    pupil
        .send(refund, "turn", pupil.open(refund).field("turn"))
        .is(422)
        .says("The payment provider did not make the refund.", "A refund of $49.00 failed.");

    pupil.open("/learn/payments").is(200).says("A refund of $49.00 failed.", "Try again");
    pupil.open(learn(course)).is(200);
  }

  @Test
  void aTeacherGivesBackAPartAndThenTheRest() {
    CourseView course = academy.course("Copper", 4_900);
    academy.buy(student, course);
    String refund = taughtRefund(course);
    teacher
        .open(teach(course) + "/students")
        .is(200)
        .says("$49.00", "Paid", refund, "aria-label=\"Refund: Hypatia of Alexandria\"");
    Visitor.Shown asked = teacher.open(refund).is(200).says("At most $49.00");
    assertThat(asked.field("amount")).isEqualTo("49.00");

    for (String wrong : List.of("", "all", "1,000", "49.01", "0", "-1")) {
      teacher.send(refund, "turn", asked.field("turn"), "amount", wrong).is(422);
    }
    teacher
        .send(refund, "turn", asked.field("turn"), "amount", "9,50")
        .leadsTo(teach(course) + "/students?done=refunded");
    teacher.send(refund, "turn", asked.field("turn"), "amount", "10").is(422);

    teacher.open(teach(course) + "/students").is(200).says("Refunded in part", "Enrolled");
    pupil.open("/learn/payments").is(200).says("Refunded in part", "$9.50");
    Visitor.Shown rest = teacher.open(refund).is(200);
    assertThat(rest.field("amount")).isEqualTo("39.50");
    teacher
        .send(refund, "turn", rest.field("turn"), "amount", "39.50")
        .leadsTo(teach(course) + "/students");
    teacher.open(teach(course) + "/students").is(200).says("Ended").saysNot(refund);
  }

  @Test
  void nobodySeesOrGivesBackWhatOthersPaid() {
    CourseView course = academy.course("Silver", 4_900);
    CourseView other = academy.course("Tin", 4_900);
    academy.buy(student, course);
    String refund = refund(course);
    Visitor stranger = Visitor.signedIn(SERVER, academy.somebody("A Stranger"));

    stranger.open("/learn/payments").is(200).saysNot("Silver");
    stranger.open(refund).is(404);
    stranger.send(refund, "turn", "0").is(404);
    for (Visitor one : List.of(stranger, pupil)) {
      one.open(taughtRefund(course)).is(403);
      one.send(taughtRefund(course), "turn", "0", "amount", "49").is(403);
    }
    String elsewhere = taughtRefund(course).replace(teach(course), teach(other));
    teacher.open(elsewhere).is(404);
    teacher.send(elsewhere, "turn", "0", "amount", "49").is(404);
    visitor.open(refund).leadsTo("/login");
    visitor.send(refund, "turn", "0").leadsTo("/login");
    pupil.send(refund, "turn", "x").is(422);

    assertThat(house.payments().refundedOf(academy.charge(student, course)).isZero()).isTrue();
  }
}
