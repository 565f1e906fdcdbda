package dev.stagedoor.application.auth;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.SignedInTokens;

/** Somebody who just signed in, with the tokens that keep them so. */
public record SignedIn(AccountView account, Actor actor, SignedInTokens tokens) {}
