package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In a house of its own, whose clock goes on by weeks. */
class LateRefundTest {
  @Test
  void whoIsLateAsksTheTeacher() {
    try (WebServer server = WebServer.start()) {
      InMemoryStagedoor house = server.house();
      Academy academy = new Academy(house);
      InMemoryStagedoor.Person student = academy.somebody("Hypatia of Alexandria");
      CourseView course = academy.course("Wax", 4_900);
      academy.buy(student, course);
      String id = "/" + academy.paid(student, course) + "/refund";
      String turn =
          Visitor.signedIn(server, student).open("/learn/payments" + id).is(200).field("turn");

      house.later(Duration.ofDays(15));

      Visitor late = Visitor.signedIn(server, student);
      late.open("/learn/payments").is(200).says("Wax").saysNot(id, "Refundable until");
      late.open("/learn/payments" + id).is(200).says("is over").saysNot("turn");
      late.send("/learn/payments" + id, "turn", turn).is(403).says("is over");
      String teach = "/teach/" + course.id();
      Visitor.signedIn(server, academy.teacher())
          .send(teach + "/payments" + id, "turn", turn, "amount", "49")
          .leadsTo(teach + "/students?done=refunded");
    }
  }
}
