package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.ChangeCourse;
import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.web.pages.CurrencyChoice;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody teaches: all courses, and each as a whole. */
@Hidden
@Controller("/teach")
@Produces(MediaType.TEXT_HTML)
class TeachPages {
  private static final String TEMPLATE = "courses/teach";
  private static final Currency USUAL = Currency.getInstance("USD");

  private final Pages pages;
  private final CourseService courses;
  private final CoursePaymentService payments;
  private final CourseEditor editor;

  TeachPages(
      Pages pages, CourseService courses, CoursePaymentService payments, CourseEditor editor) {
    this.pages = pages;
    this.courses = courses;
    this.payments = payments;
    this.editor = editor;
  }

  @Get
  HttpResponse<String> overview(Shell shell, PageRequest page) {
    Form form = Form.empty().with(CourseFields.CURRENCY, USUAL.getCurrencyCode());
    return overview(HttpStatus.OK, shell, form, page);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    try {
      Currency currency = CurrencyChoice.in(form, CourseFields.CURRENCY).orElse(USUAL);
      NewCourse wanted =
          new NewCourse(
              form.value(CourseFields.TITLE),
              CourseFields.lines(form, CourseFields.DESCRIPTION),
              CourseFields.price(form, currency),
              Course.Status.DRAFT);
      return Pages.leadTo(
          CourseEditor.address(courses.create(actor, wanted).id()) + "?done=course_created");
    } catch (DomainException refused) {
      return overview(
          Form.status(refused), shell, form.refused(refused, shell.text()), PageRequest.first());
    }
  }

  @Get("/{id}")
  HttpResponse<String> editor(Shell shell, @PathVariable UUID id) {
    return editor.show(shell, editor.taught(shell.signedIn(), new CourseId(id)));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> save(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    CourseView course = editor.taught(actor, new CourseId(id));
    Form form = Form.of(fields);
    try {
      Money price = CourseFields.price(form, course.price().currency());
      courses.change(
          actor,
          new CourseId(id),
          new ChangeCourse(
              Optional.of(form.value(CourseFields.TITLE)),
              Optional.of(CourseFields.lines(form, CourseFields.DESCRIPTION)),
              Optional.of(price),
              Optional.empty()));
      return Pages.leadTo(CourseEditor.address(id) + "?done=course_saved");
    } catch (DomainException refused) {
      return editor.show(
          Form.status(refused), shell, course, form.refused(refused, shell.text()), Form.empty());
    }
  }

  /** Puts a course on sale, or takes it off. */
  @Post("/{id}/status")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> turn(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    return editor.act(
        shell,
        id,
        () -> {
          Course.Status status = Course.Status.of(Form.of(fields).value("status"));
          courses.change(
              shell.actor(),
              new CourseId(id),
              new ChangeCourse(
                  Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status)));
          return "?done=course_" + status.code();
        });
  }

  /** Removes a course that nobody wanted to buy or was ever enrolled in. */
  @Post("/{id}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> remove(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    CourseView course = editor.taught(actor, new CourseId(id));
    try {
      courses.remove(actor, new CourseId(id));
      return Pages.leadTo("/teach?done=course_removed");
    } catch (DomainException refused) {
      Form problem = Form.empty().refused(refused, shell.text());
      return editor.show(Form.status(refused), shell, course, CourseFields.filled(course), problem);
    }
  }

  @Get("/{id}/students")
  HttpResponse<String> students(Shell shell, @PathVariable UUID id, PageRequest page) {
    Actor actor = shell.signedIn();
    CourseView course = editor.taught(actor, new CourseId(id));
    Page<EnrollmentView> students = courses.students(actor, new CourseId(id), page);
    List<PaymentId> paid =
        students.items().stream()
            .flatMap(student -> student.paymentId().stream())
            .map(PaymentId::new)
            .toList();
    Map<UUID, CoursePaymentView> found =
        payments.payments(actor, new CourseId(id), paid).stream()
            .collect(Collectors.toMap(CoursePaymentView::id, payment -> payment));
    return pages.show(shell, "courses/students", new StudentsPage(course, students, found));
  }

  private HttpResponse<String> overview(
      HttpStatus status, Shell shell, Form form, PageRequest page) {
    return pages.show(
        status, shell, TEMPLATE, new TeachPage(courses.teaching(shell.signedIn(), page), form));
  }
}
