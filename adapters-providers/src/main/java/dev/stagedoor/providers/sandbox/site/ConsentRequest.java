package dev.stagedoor.providers.sandbox.site;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;

/** What a merchant says on the page that asks for leave. */
@Serdeable
record ConsentRequest(
    @Bindable(defaultValue = "") String name,
    @Bindable(defaultValue = "") String state,
    @Bindable(defaultValue = "") String redirectUri) {}
