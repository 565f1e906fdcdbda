package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
import dev.stagedoor.web.services.ServiceDoor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Enrolls students for the service that takes their money, where that is another one. */
@Controller("/internal/enrollments")
@Tag(name = "Services")
@Consumes(MediaType.ALL)
@SecurityRequirement(name = ApiDescription.SERVICE)
class ServiceEnrollmentController {
  private static final ServiceId PAYMENTS = new ServiceId("payment-service");

  private final ServiceDoor door;
  private final EnrollmentService enrollments;

  ServiceEnrollmentController(ServiceDoor door, EnrollmentService enrollments) {
    this.door = door;
    this.enrollments = enrollments;
  }

  /** Enrolls a student who has paid; repeating it changes nothing. */
  @Post("/complete")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantRequest.class)))
  DataResponse<GrantedResponse> complete(HttpRequest<byte[]> request) {
    GrantRequest wanted = door.admit(request, PAYMENTS, GrantRequest.class);
    enrollments.complete(student(wanted), course(wanted), payment(wanted));
    return standing(wanted);
  }

  /** Ends what was granted for a payment; repeating it changes nothing. */
  @Post("/drop")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantRequest.class)))
  DataResponse<GrantedResponse> drop(HttpRequest<byte[]> request) {
    GrantRequest wanted = door.admit(request, PAYMENTS, GrantRequest.class);
    enrollments.drop(student(wanted), course(wanted), payment(wanted));
    return standing(wanted);
  }

  /** Puts back what was dropped, because the money did not go back after all. */
  @Post("/reinstate")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantRequest.class)))
  DataResponse<GrantedResponse> reinstate(HttpRequest<byte[]> request) {
    GrantRequest wanted = door.admit(request, PAYMENTS, GrantRequest.class);
    enrollments.reinstate(student(wanted), course(wanted), payment(wanted));
    return standing(wanted);
  }

  private DataResponse<GrantedResponse> standing(GrantRequest wanted) {
    return DataResponse.of(
        new GrantedResponse(
            enrollments
                .standing(student(wanted), course(wanted))
                .map(EnrollmentResponse::from)
                .orElse(null)));
  }

  private static UserId student(GrantRequest wanted) {
    return new UserId(wanted.userId());
  }

  private static CourseId course(GrantRequest wanted) {
    return new CourseId(wanted.courseId());
  }

  private static PaymentId payment(GrantRequest wanted) {
    return new PaymentId(wanted.paymentId());
  }
}
