// An event nobody has said anything of yet begins in the organiser's own zone rather than in UTC.

const form = document.querySelector("[data-new-event]");
const zone = form.elements.timeZone;

if (zone.value === "UTC" && !form.elements.startsAt.value) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here && ![...zone.options].some((option) => option.value === here)) {
    zone.add(new Option(here, here));
  }
  zone.value = here || "UTC";
}
