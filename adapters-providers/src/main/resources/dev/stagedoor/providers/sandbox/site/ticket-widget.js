// Tells the page around this one how high it is, in the words of the shop that the sandbox stands in for.
"use strict";

if (window.parent !== window) {
  const iframeId = new URLSearchParams(window.location.search).get("iframeId");
  const tell = () =>
    window.parent.postMessage({ type: "resize", height: document.documentElement.offsetHeight, iframeId }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}
