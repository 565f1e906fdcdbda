package dev.stagedoor.domain.kernel;

/** Says why a request was refused, in the words of the product; each edge has its own answer. */
public enum Refusal {
  /** What was sent cannot be read at all. */
  UNREADABLE,
  /** Nobody is signed in, or the proof of identity is not good. */
  NOT_SIGNED_IN,
  /** It is not paid: the provider refused to take the money, or there are too few credits. */
  PAYMENT_REFUSED,
  /** Somebody is signed in who may not do this. */
  NOT_ALLOWED,
  /** There is no such thing, or the caller may not know of it. */
  NOT_FOUND,
  /** The thing is not in a state that allows this, or was changed meanwhile. */
  CONFLICT,
  /** It could be used once, or for a time, and that is over. */
  USED_UP,
  /** It was read but breaks a rule. */
  INVALID,
  /** Too many of these in too short a time. */
  TOO_MANY
}
