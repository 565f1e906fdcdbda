package dev.stagedoor.persistence.tx;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refuses calls outside a unit of work: they are bugs, and would commit by themselves or fail. */
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InsideUnitOfWork {}
