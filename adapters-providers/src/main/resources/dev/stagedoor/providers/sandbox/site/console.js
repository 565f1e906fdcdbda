// Everything that came from outside is inserted with textContent, never as HTML.
"use strict";

const said = document.getElementById("said");
const tabs = [...document.querySelectorAll("[role=tab]")];
let cards = [];
let openMessage = null;

const sources = {
  mailbox: async () => {
    const to = document.getElementById("mail-to").value.trim();
    const query = to === "" ? "" : "?to=" + encodeURIComponent(to);
    show("messages", (await call("GET", "/sandbox/messages" + query)).messages, messageItem);
  },
  payments: async () => {
    const answer = await call("GET", "/sandbox/payments");
    cards = answer.cards;
    show("payments", answer.payments, paymentItem);
  },
  invoices: async () => {
    const answer = await call("GET", "/sandbox/invoices");
    show("invoices", answer.invoices, invoiceItem);
    show("merchants", answer.merchants, merchantItem);
  },
  subscriptions: async () => {
    const answer = await call("GET", "/sandbox/subscriptions");
    cards = cards.length ? cards : (await call("GET", "/sandbox/payments?limit=1")).cards;
    show("subscriptions", answer.subscriptions, subscriptionItem);
    show("pages", answer.pages, pageItem);
  },
  encoders: async () =>
    show("liveInputs", (await call("GET", "/sandbox/live-inputs")).liveInputs, inputItem),
  library: async () => show("clips", (await call("GET", "/sandbox/library")).clips, clipItem),
  tickets: async () => {
    const answer = await call("GET", "/sandbox/ticketing/events");
    show("shop", [{ id: "shop", down: answer.down }], shopItem);
    show("sales", answer.events, saleItem);
  },
  iptv: async () => {
    const answer = await call("GET", "/sandbox/iptv");
    show("service", [{ id: "service", ...answer }], serviceItem);
    show("stations", answer.channels, stationItem);
  },
  channels: async () => {
    const answer = await call("GET", "/sandbox/channels");
    show("comments", answer.comments, commentItem);
    show("channels", answer.pages, channelItem);
  },
  webhooks: async () =>
    show("webhooks", (await call("GET", "/sandbox/webhooks")).webhooks, webhookItem),
};

// ---- asking and saying

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.detail || "The server answered " + response.status + ".");
  }
  return answer;
}

function say(text, bad = false) {
  said.textContent = text;
  said.classList.toggle("bad", bad);
}

// A busy button is not disabled: that would take the focus from whoever pressed it by keyboard.
async function act(button, work) {
  if (button.dataset.busy) {
    return;
  }
  button.dataset.busy = "true";
  try {
    say(await work());
  } catch (problem) {
    say(problem.message, true);
  }
  delete button.dataset.busy;
  await refresh();
}

// ---- making elements

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  element.append(...children);
  return element;
}

// Many buttons look alike; what they belong to is said to those who do not see it.
function button(label, belongsTo, work, className = "") {
  const element = make("button", className, label);
  element.type = "button";
  element.dataset.key = label;
  element.setAttribute("aria-label", label + ": " + belongsTo);
  element.addEventListener("click", () => act(element, work));
  return element;
}

function link(label, href) {
  const element = make("a", "", label);
  element.href = href;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  element.dataset.key = href;
  return element;
}

function badge(text, mood) {
  return make("span", "badge " + mood, text);
}

function details(label, key, ...children) {
  const element = make("details", "", make("summary", "", label), ...children);
  element.dataset.key = key;
  element.firstChild.dataset.key = key;
  return element;
}

function time(iso) {
  return new Date(iso).toLocaleString();
}

// ---- lists: an item is made anew only when what it shows has changed

function show(name, things, makeItem) {
  const list = document.querySelector("[data-list=" + name + "]");
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const items = things.map((thing) => {
    const id = thing.id || thing.uid;
    const state = JSON.stringify(thing);
    const before = known.get(id);
    if (before && before.dataset.state === state) {
      return before;
    }
    const item = makeItem(thing);
    item.dataset.id = id;
    item.dataset.state = state;
    if (before) {
      keepPlace(before, item);
    }
    return item;
  });
  if (items.length === 0) {
    items.push(make("li", "empty", list.dataset.empty));
  }
  const same =
    items.length === list.children.length && items.every((item, i) => item === list.children[i]);
  if (!same) {
    const focused = document.activeElement;
    const place = focused && list.contains(focused) ? focused.dataset.key : null;
    const holder = place ? focused.closest("li").dataset.id : null;
    list.replaceChildren(...items);
    if (place && !list.contains(document.activeElement)) {
      const item = items.find((one) => one.dataset.id === holder);
      const again = item && [...item.querySelectorAll("[data-key]")].find((one) => one.dataset.key === place && one.tagName !== "DETAILS");
      if (again) {
        again.focus();
      } else if (item) {
        item.tabIndex = -1;
        item.focus();
      }
    }
  }
}

function keepPlace(before, after) {
  const open = new Set([...before.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  for (const one of after.querySelectorAll("details")) {
    one.open = open.has(one.dataset.key);
  }
}

// ---- mailbox

function messageItem(message) {
  const element = make(
    "button",
    "",
    make("strong", "", message.subject || message.text.slice(0, 80)),
    make("span", "", "To " + message.to + ", " + time(message.createdAt)),
  );
  element.type = "button";
  element.dataset.key = "open";
  element.addEventListener("click", () => read(message));
  if (openMessage && openMessage.id === message.id) {
    element.setAttribute("aria-current", "true");
  }
  return make("li", "", element);
}

function read(message) {
  openMessage = message;
  for (const item of document.querySelectorAll("[data-list=messages] > li")) {
    const mine = item.dataset.id === message.id;
    item.firstElementChild.setAttribute("aria-current", String(mine));
  }
  document.getElementById("message-subject").textContent = message.subject || "Message";
  document.getElementById("message-to").textContent = "To " + message.to;
  const sent = document.getElementById("message-time");
  sent.textContent = time(message.createdAt);
  sent.dateTime = message.createdAt;
  document.getElementById("message-text").replaceChildren(...withLinks(message.text));
  const hasPage = Boolean(message.html);
  document.getElementById("message-switch").hidden = !hasPage;
  if (hasPage) {
    document.getElementById("message-html").src = "/sandbox/messages/" + encodeURIComponent(message.id) + "/html";
  }
  asText(!hasPage);
  document.getElementById("message").hidden = false;
  document.getElementById("message-subject").focus();
}

function withLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => (i % 2 === 1 ? link(part, part) : part));
}

function asText(plain) {
  document.getElementById("message-switch").setAttribute("aria-pressed", String(plain));
  document.getElementById("message-text").hidden = !plain;
  document.getElementById("message-html").hidden = plain;
}

document.getElementById("message-switch").addEventListener("click", (event) => {
  asText(event.currentTarget.getAttribute("aria-pressed") !== "true");
});

document.getElementById("mail-filter").addEventListener("submit", (event) => {
  event.preventDefault();
  refresh();
});

// ---- payments

const moods = {
  succeeded: "good",
  paid: "good",
  active: "good",
  trialing: "good",
  past_due: "bad",
  connected: "good",
  ready: "good",
  live: "good",
  up: "good",
  down: "bad",
  draft: "warn",
  preparing: "warn",
  failed: "bad",
  delivered: "good",
  processing: "warn",
  pending: "warn",
  declined: "bad",
  abandoned: "bad",
};

function money(minor, payment) {
  const format = new Intl.NumberFormat(undefined, {
    style: "currency",
    currency: payment.currency,
    minimumFractionDigits: payment.decimals,
    maximumFractionDigits: payment.decimals,
  });
  return format.format(minor / 10 ** payment.decimals);
}

function paymentItem(payment) {
  const path = "/sandbox/payments/" + encodeURIComponent(payment.id);
  const facts = [payment.id, time(payment.createdAt)];
  if (payment.failure && payment.status === "declined") {
    facts.push("last failure: " + payment.failure);
  }
  if (payment.refundedMinor > 0) {
    facts.push("refunded: " + money(payment.refundedMinor, payment));
  }
  const title = money(payment.amountMinor, payment) + ", " + payment.description;
  const item = make(
    "li",
    "",
    make(
      "div",
      "title",
      make("h2", "", title),
      badge(payment.status, moods[payment.status] || ""),
    ),
    make("p", "facts", facts.join(" · ")),
  );
  if (payment.status === "open" || payment.status === "declined") {
    const buttons = cards.map((card) =>
      button(card.says + " (…" + card.number.slice(-4) + ")", title, async () => {
        const answer = await call("POST", path + "/confirm", { cardNumber: card.number });
        return answer.error ? answer.error.message : "The payment is " + answer.status + ".";
      }),
    );
    item.append(details("Pay with a test card", "cards", make("div", "row", ...buttons)));
  }
  if (payment.status === "processing") {
    const settle = (outcome) => async () => {
      const answer = await call("POST", path + "/settle", { outcome });
      return "The payment is " + answer.status + ".";
    };
    item.append(
      make(
        "div",
        "row",
        button("Let it succeed", title, settle("succeeded"), "main"),
        button("Let it fail", title, settle("declined")),
      ),
    );
  }
  return item;
}

// ---- channels

function commentItem(comment) {
  const status = comment.removed ? "removed" : comment.replied ? "answered" : "new";
  const facts = ["by " + comment.name, "under " + comment.post + " of " + comment.page, time(comment.createdAt)];
  const controls = comment.removed
    ? []
    : [
        button("Remove", comment.text, async () => {
          await call("POST", "/sandbox/channels/comments/" + encodeURIComponent(comment.id) + "/remove");
          return "The comment is removed.";
        }),
      ];
  return titled(comment.text, status, facts, ...controls);
}

function channelItem(page) {
  return titled(page.id, page.listening ? "listened to" : "not listened to", ["token: " + page.token]);
}

document.getElementById("comment-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = (name) => document.getElementById("comment-" + name);
  act(event.target.querySelector("button"), async () => {
    const comment = { page: field("page").value, post: field("post").value, name: field("name").value, text: field("text").value };
    await call("POST", "/sandbox/channels/comments", comment);
    field("text").value = "";
    return "The comment is written.";
  });
});

// ---- invoices

function titled(title, status, facts, ...controls) {
  return make(
    "li",
    "",
    make("div", "title", make("h2", "", title), badge(status, moods[status] || "")),
    make("p", "facts", facts.join(" · ")),
    make("div", "row", ...controls),
  );
}

function invoiceItem(invoice) {
  const facts = [invoice.id, "of " + invoice.account, time(invoice.createdAt)];
  if (invoice.failure) {
    facts.push("last failure: " + invoice.failure);
  }
  const title = money(invoice.amountMinor, invoice) + ", " + invoice.customer;
  const controls = invoice.status === "open" ? invoiceControls(invoice, title) : [];
  return titled(title, invoice.status, facts, link("Its page", invoice.page), ...controls);
}

function invoiceControls(invoice, title) {
  const path = "/sandbox/invoices/" + encodeURIComponent(invoice.id);
  return [
    button("Pay", title, async () => {
      await call("POST", path + "/pay");
      return "The invoice is paid.";
    }),
    button("Let a payment fail", title, async () => {
      await call("POST", path + "/fail");
      return "The payment has failed.";
    }),
    button("Void", title, async () => {
      await call("POST", path + "/void");
      return "The invoice is void.";
    }),
  ];
}

function merchantItem(merchant) {
  const controls = merchant.given
    ? [
        button("Take the leave back", merchant.name, async () => {
          await call("POST", "/sandbox/merchants/" + encodeURIComponent(merchant.id) + "/leave");
          return "The merchant has left.";
        }),
      ]
    : [];
  return titled(merchant.name, merchant.given ? "connected" : "gone", [merchant.id], ...controls);
}

// ---- subscriptions

function subscriptionItem(subscription) {
  const facts = [subscription.id, subscription.customer];
  facts.push((subscription.endsAtPeriodEnd ? "ends " : "runs until ") + time(subscription.paidUntil));
  const path = "/sandbox/subscriptions/" + encodeURIComponent(subscription.id);
  const pass = (what) => async () => {
    const answer = await call("POST", path + what);
    return "The subscription is " + answer.status + ".";
  };
  const controls =
    subscription.status === "ended"
      ? []
      : [
          button("Renew", subscription.says, pass("/renew")),
          button("Let the payment fail", subscription.says, pass("/fail")),
          button("End it now", subscription.says, pass("/cancel")),
        ];
  return titled(subscription.says, subscription.status, facts, ...controls);
}

function pageItem(page) {
  const item = titled(page.says, "open", [page.email], link("Its page", page.page));
  const path = "/sandbox/checkouts/" + encodeURIComponent(page.id) + "/complete";
  const buttons = cards.map((card) =>
    button(card.says + " (…" + card.number.slice(-4) + ")", page.says, async () => {
      const answer = await call("POST", path, { cardNumber: card.number });
      return answer.failure ? "Declined: " + answer.failure : "The page is " + answer.status + ".";
    }),
  );
  item.append(details("Subscribe with a test card", "cards", make("div", "row", ...buttons)));
  return item;
}

// ---- IPTV

function serviceItem(service) {
  return titled("The service", "open", [service.address, service.playlist], link("Its playlist", service.playlist));
}

function stationItem(station) {
  return titled(station.name, station.group, [station.id], link("Its stream", station.stream));
}

// ---- encoders

function inputItem(input) {
  const body = { streamKey: input.streamKey };
  const facts = [input.uid, time(input.createdAt)];
  if (input.connectedSince) {
    facts.push("on air since " + time(input.connectedSince));
    facts.push(input.viewers === 1 ? "1 viewer" : input.viewers + " viewers");
  }
  const item = make(
    "li",
    "",
    make("div", "title", make("h2", "", input.title), badge(input.status, moods[input.status] || "")),
    make("p", "facts", facts.join(" · ")),
  );
  const controls = make("div", "row");
  if (input.status === "waiting") {
    controls.append(
      button("Connect encoder", input.title, async () => {
        await call("POST", "/sandbox/live-inputs/connect", body);
        return "The encoder is connected.";
      }, "main"),
    );
  }
  if (input.status === "connected") {
    controls.append(
      button("Disconnect encoder", input.title, async () => {
        await call("POST", "/sandbox/live-inputs/disconnect", body);
        return "The encoder is disconnected. The recording will be ready in some seconds.";
      }),
      link("Live playlist", input.playbackPath),
    );
  }
  if (input.status === "disabled") {
    controls.append(make("span", "facts", "The site has closed this input; encoders are turned away."));
  }
  input.recordings.forEach((recording, i) => {
    controls.append(
      recording.ready
        ? link("Recording " + (i + 1), recording.playbackPath)
        : make("span", "facts", "Recording " + (i + 1) + " is being made"),
    );
  });
  item.append(controls);
  return item;
}

// ---- library

function clipItem(clip) {
  const facts = [clip.uid, time(clip.createdAt)];
  if (clip.failure) {
    facts.push("because: " + clip.failure);
  }
  if (clip.signedOnly) {
    facts.push("plays from signed addresses only");
  }
  const controls = make("div", "row");
  if (clip.sendPath) {
    controls.append(
      button("Send a film", clip.title, async () => {
        const film = await (await fetch("/sandbox/video/picture/0.ts")).arrayBuffer();
        const answer = await fetch(clip.sendPath, { method: "PUT", body: film });
        if (!answer.ok) {
          throw new Error("The server answered " + answer.status + ".");
        }
        return "The film has come. It will be ready in some seconds.";
      }, "main"),
    );
  }
  if (clip.playbackPath) {
    controls.append(link("Play", clip.playbackPath));
  }
  if (clip.status === "preparing" || clip.status === "ready") {
    controls.append(
      button("Let it fail", clip.title, async () => {
        await call("POST", "/sandbox/library/" + encodeURIComponent(clip.uid) + "/fail", {});
        return "The video has failed.";
      }),
    );
  }
  return make(
    "li",
    "",
    make("div", "title", make("h2", "", clip.title), badge(clip.status, moods[clip.status] || "")),
    make("p", "facts", facts.join(" · ")),
    controls,
  );
}

// ---- tickets

function shopItem(shop) {
  const set = (down) => async () => {
    await call("POST", "/sandbox/ticketing/shop", { down });
    return down ? "The ticket shop is down." : "The ticket shop is up again.";
  };
  return titled(
    "The ticket shop",
    shop.down ? "down" : "up",
    [shop.down ? "answers neither this server nor visitors" : "answers"],
    shop.down
      ? button("Let it come back", "the ticket shop", set(false), "main")
      : button("Let it go down", "the ticket shop", set(true)),
  );
}

function saleItem(sale) {
  const facts = [sale.id, sale.sold === 1 ? "1 ticket sold" : sale.sold + " tickets sold"];
  if (sale.startsAt) {
    facts.push("begins " + time(sale.startsAt));
  }
  if (sale.endsAt) {
    facts.push("ends " + time(sale.endsAt));
  }
  if (sale.eventId) {
    facts.push("is event " + sale.eventId);
  }
  const path = "/sandbox/ticketing/events/" + encodeURIComponent(sale.id) + "/status";
  const controls = [
    ["live", "Put on sale"],
    ["draft", "Back to draft"],
    ["archived", "Archive"],
    ["cancelled", "Cancel"],
  ]
    .filter(([status]) => status !== sale.status)
    .map(([status, label]) =>
      button(label, sale.title, async () => {
        const answer = await call("POST", path, { status });
        return "The sale is " + answer.status + ".";
      }, status === "live" ? "main" : ""),
    );
  return titled(sale.title, sale.status, facts, ...controls, link("Its page", sale.page), link("Its widget", sale.widget));
}

document.getElementById("ticket-offer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const title = document.getElementById("ticket-title");
  try {
    await call("POST", "/sandbox/ticketing/events", { title: title.value });
    title.value = "";
    say("The event is offered, as a draft.");
  } catch (problem) {
    say(problem.message, true);
  }
  await refresh();
});

// ---- webhooks

function webhookItem(delivery) {
  const facts = [
    "to " + delivery.path,
    time(delivery.createdAt),
    delivery.attempts === 1 ? "1 attempt" : delivery.attempts + " attempts",
  ];
  if (delivery.responseStatus) {
    facts.push("last answer " + delivery.responseStatus);
  } else if (delivery.problem) {
    facts.push(delivery.problem);
  }
  if (delivery.status === "pending" && delivery.nextAttemptAt) {
    facts.push("next attempt " + time(delivery.nextAttemptAt));
  }
  return make(
    "li",
    "",
    make("div", "title", make("h2", "", delivery.type), badge(delivery.status, moods[delivery.status] || "")),
    make("p", "facts", facts.join(" · ")),
    details("What it says", "body", make("pre", "", pretty(delivery.body))),
    make(
      "div",
      "row",
      button(delivery.attempts === 0 ? "Send now" : "Send again", delivery.type, async () => {
        const answer = await call("POST", "/sandbox/webhooks/" + encodeURIComponent(delivery.id) + "/repeat");
        return answer.responseStatus
          ? "The server answered " + answer.responseStatus + "."
          : answer.problem || "It will be sent.";
      }),
    ),
  );
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

// ---- tabs

function current() {
  return tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
}

function select(tab, focus) {
  for (const one of tabs) {
    const selected = one === tab;
    one.setAttribute("aria-selected", String(selected));
    one.tabIndex = selected ? 0 : -1;
    document.getElementById(one.getAttribute("aria-controls")).hidden = !selected;
  }
  if (focus) {
    tab.focus();
  }
  history.replaceState(null, "", "#" + tab.getAttribute("aria-controls"));
  say("");
  refresh();
}

for (const tab of tabs) {
  tab.addEventListener("click", () => select(tab, false));
  tab.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(tab);
    const next = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      select(tabs[next], true);
    }
  });
}

// ---- keeping up

let refreshing = false;

async function refresh() {
  if (refreshing) {
    return;
  }
  refreshing = true;
  try {
    await sources[current().getAttribute("aria-controls")]();
    if (said.dataset.lost) {
      delete said.dataset.lost;
      say("");
    }
  } catch (problem) {
    said.dataset.lost = "true";
    say("The sandbox cannot be read: " + problem.message, true);
  }
  refreshing = false;
}

const named = tabs.find((tab) => "#" + tab.getAttribute("aria-controls") === location.hash);
select(named || tabs[0], false);
setInterval(() => {
  if (document.visibilityState === "visible") {
    refresh();
  }
}, 3000);
