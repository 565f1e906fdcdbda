package dev.stagedoor.application.memorials;

import dev.stagedoor.application.auth.SignedIn;

/** A family that is signed in, with its new memorial. */
public record RegisteredFamily(SignedIn signedIn, MemorialView memorial) {}
