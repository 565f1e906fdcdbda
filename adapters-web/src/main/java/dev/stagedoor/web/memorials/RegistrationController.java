package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.FamilyService;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Lets families and funeral directors register. */
@NoProof
@Controller("/api/register")
@Tag(name = "Memorials")
class RegistrationController {
  private final FamilyService families;
  private final DirectorService directors;
  private final SignInLimits limits;

  RegistrationController(FamilyService families, DirectorService directors, SignInLimits limits) {
    this.families = families;
    this.directors = directors;
    this.limits = limits;
  }

  /** Registers a family with its memorial, and signs it in. */
  @Post("/family")
  @Status(HttpStatus.CREATED)
  RegisteredFamilyResponse family(
      HttpRequest<?> http, Language language, @Body RegisterFamilyRequest request) {
    limits.countAddress(http);
    return RegisteredFamilyResponse.from(families.register(request.toCommand(language)));
  }

  /** Registers a funeral director, who waits for approval, and signs them in. */
  @Post("/funeral-director")
  @Status(HttpStatus.CREATED)
  RegisteredDirectorResponse funeralDirector(
      HttpRequest<?> http, Language language, @Body RegisterDirectorRequest request) {
    limits.countAddress(http);
    return RegisteredDirectorResponse.from(directors.register(request.toCommand(language)));
  }
}
