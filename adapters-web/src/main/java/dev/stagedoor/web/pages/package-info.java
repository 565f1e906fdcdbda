/**
 * The frame of every page people open in a browser: how a page is rendered, what stands around it,
 * what it says in which language, and what a plain HTML form sends. An area's pages live in a
 * package of their own below this one, with templates in a folder of the same name; they call
 * application services directly and hand templates a record made for that page.
 */
@NullMarked
package dev.stagedoor.web.pages;

import org.jspecify.annotations.NullMarked;
