/** What the settings of all providers have in common. */
@NullMarked
package dev.stagedoor.providers.support.settings;

import org.jspecify.annotations.NullMarked;
