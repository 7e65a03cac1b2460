// The phones page: fetches what there is whenever the sandbox says that something changed.
import { APPS, shownAddress } from "./apps.js";
import { likelyPerson, readChatLink } from "./chat.js";
import { messageNode, updateTicks } from "./messages.js";
import { element } from "./text.js";
import { showTemplates } from "./templates.js";

const grid = document.getElementById("phones");
const live = document.getElementById("live");
const notice = document.getElementById("notice");
const phones = new Map();
let noticeTimer = 0;

document.getElementById("base").textContent = location.origin;

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || "the sandbox answered " + response.status);
  return answer;
}

function complain(error) {
  notice.textContent = error.message;
  notice.hidden = false;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => (notice.hidden = true), 6000);
}

const shown = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => see(entry.target)),
  { threshold: 0.5 },
);

/** Tells the sandbox that a message is on the screen of somebody who looks at it. */
function see(node) {
  if (document.visibilityState !== "visible" || node.dataset.unseen !== "true") return;
  node.dataset.unseen = "asked";
  shown.unobserve(node);
  call("POST", "/_sandbox/seen", { messageId: node.dataset.messageId }).catch(complain);
}

document.addEventListener("visibilitychange", () => {
  document.querySelectorAll("[data-unseen=true]").forEach((node) => {
    shown.unobserve(node);
    shown.observe(node);
  });
});

function phoneFor(channel, person, business) {
  const key = channel + " " + person;
  if (phones.has(key)) return phones.get(key);
  const id = "phone-" + (phones.size + 1);
  const app = APPS[channel];
  const node = element("article", "phone app-" + channel.toLowerCase());
  node.setAttribute("aria-labelledby", id);
  const title = element("h3", "phone-title", shownAddress(person));
  title.append(element("span", "app-name", app.name));
  title.id = id;
  const screen = element("div", "screen");
  const head = element("div", "chat-head");
  const avatar = element("span", "avatar", "B");
  avatar.setAttribute("aria-hidden", "true");
  const names = element("div");
  const partner = element("strong");
  names.append(partner, element("small", "", app.account + " · " + app.name));
  head.append(avatar, names);
  const log = element("ol", "chat");
  log.setAttribute("role", "log");
  log.setAttribute("aria-label", "Messages");
  log.tabIndex = 0;
  const form = replyForm(id);
  const foot = app.answers ? form.node : element("p", "no-reply", "Nobody can write back over this API.");
  screen.append(head, log, foot);
  node.append(title, screen);
  const phone = { channel, person, business, node, log, partner, form, quoted: null, nodes: new Map() };
  form.node.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = form.input.value.trim();
    if (text) answer(phone, { text, inReplyTo: phone.quoted?.messageId });
  });
  form.cancel.addEventListener("click", () => quote(phone, null));
  phones.set(key, phone);
  return phone;
}

function replyForm(id) {
  const node = element("form", "reply");
  const bar = element("div", "quoted");
  bar.hidden = true;
  const quoted = element("span");
  const cancel = element("button", "quote", "Cancel");
  cancel.type = "button";
  cancel.setAttribute("aria-label", "Do not quote");
  bar.append(quoted, cancel);
  const row = element("div", "reply-row");
  const label = element("label", "hidden", "Reply as this person");
  label.htmlFor = id + "-reply";
  const input = element("input");
  input.id = id + "-reply";
  input.maxLength = 4096;
  input.autocomplete = "off";
  input.placeholder = "Message";
  const send = element("button", "send");
  send.type = "submit";
  send.setAttribute("aria-label", "Send");
  send.append(element("span", "icon icon-send"));
  row.append(label, input, send);
  node.append(bar, row);
  return { node, bar, quoted, cancel, input, send };
}

function quote(phone, message) {
  phone.quoted = message;
  phone.form.bar.hidden = !message;
  phone.form.quoted.textContent = message ? message.text : "";
  phone.form.input.focus();
}

async function answer(phone, what) {
  const to = what.inReplyTo ? {} : { to: phone.business };
  try {
    await call("POST", "/_sandbox/reply", { channel: phone.channel, from: phone.person, ...to, ...what });
    if (what.text) phone.form.input.value = "";
    quote(phone, null);
  } catch (error) {
    complain(error);
  }
}

function showPhone(given) {
  const newest = given.messages[given.messages.length - 1];
  const business = newest.toPerson ? newest.from : newest.to;
  const phone = phoneFor(given.channel, given.person, business);
  phone.business = business;
  phone.partner.textContent = shownAddress(business);
  const texts = new Map(given.messages.map((message) => [message.messageId, message.text]));
  const present = new Set();
  const fresh = !phone.node.isConnected;
  if (fresh) grid.prepend(phone.node);
  const atEnd = fresh || phone.log.scrollHeight - phone.log.scrollTop - phone.log.clientHeight < 60;
  let added = false;
  for (const message of given.messages) {
    present.add(message.number);
    let node = phone.nodes.get(message.number);
    const failed = node && message.error && !node.querySelector(".failure");
    if (!node || failed) {
      const before = node;
      node = messageNode(
        message,
        texts.get(message.replyTo),
        (pressed, payload) => answer(phone, { buttonPayload: payload, inReplyTo: pressed.messageId }),
        (wanted) => quote(phone, wanted),
      );
      node.dataset.messageId = message.messageId;
      phone.nodes.set(message.number, node);
      if (before) before.replaceWith(node);
      else phone.log.append(node);
      added = true;
    }
    updateTicks(node, message);
    if (message.toPerson && message.status === "DELIVERED" && !node.dataset.unseen) {
      node.dataset.unseen = "true";
      shown.observe(node);
    }
  }
  for (const [number, node] of phone.nodes) {
    if (!present.has(number)) {
      node.remove();
      phone.nodes.delete(number);
    }
  }
  if (added && atEnd) phone.log.scrollTop = phone.log.scrollHeight;
  return phone;
}

function show(given) {
  const kept = new Set(given.reverse().map(showPhone));
  for (const [key, phone] of phones) {
    if (!kept.has(phone) && !phone.local) {
      phone.node.remove();
      phones.delete(key);
    }
    if (kept.has(phone)) phone.local = false;
  }
  document.getElementById("no-phones").hidden = phones.size > 0;
}

function openPhone(channel, person, business, text) {
  const phone = phoneFor(channel, person, business);
  phone.local = phone.nodes.size === 0;
  phone.business = business;
  phone.partner.textContent = shownAddress(business);
  if (!phone.node.isConnected) grid.prepend(phone.node);
  document.getElementById("no-phones").hidden = true;
  phone.form.input.value = text;
  phone.node.scrollIntoView({ block: "nearest" });
  (text ? phone.form.send : phone.form.input).focus();
}

function plain(form, name) {
  return form.get(name).trim().replace(/^\+/, "");
}

document.getElementById("add-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  event.target.closest("details").open = false;
  openPhone(form.get("app"), plain(form, "person"), plain(form, "business"), "");
});

const chatForm = document.getElementById("chat-form");

chatForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(chatForm);
  const chat = readChatLink(form.get("link"));
  if (!chat) {
    complain(new Error("This is no link that opens a chat in WhatsApp, Viber or Zalo."));
    return;
  }
  event.target.closest("details").open = false;
  openPhone(chat.channel, plain(form, "person"), chat.business, chat.text);
});

/** A website led here with a chat link: the person is asked for, and the chat opens. */
function offerChat(link) {
  const chat = readChatLink(link);
  chatForm.elements.link.value = link;
  chatForm.elements.person.value = chat ? likelyPerson(chat.channel, [...phones.values()].reverse()) : "";
  chatForm.closest("details").open = true;
  chatForm.querySelector("button").focus();
  history.replaceState(null, "", "/");
}

function decide(id, status) {
  call("POST", "/_sandbox/templates/" + encodeURIComponent(id) + "/status", { status }).catch(complain);
}

let loading = false;
let again = false;

async function load() {
  if (loading) {
    again = true;
    return;
  }
  loading = true;
  try {
    do {
      again = false;
      const [people, templates] = await Promise.all([call("GET", "/_sandbox/phones"), call("GET", "/_sandbox/templates")]);
      show(people);
      showTemplates(document.getElementById("templates"), document.getElementById("no-templates"), templates, decide);
    } while (again);
  } catch (error) {
    complain(error);
  } finally {
    loading = false;
  }
}

const events = new EventSource("/_sandbox/events");
events.addEventListener("open", () => {
  live.textContent = "live";
  live.classList.add("on");
});
events.addEventListener("error", () => {
  live.textContent = "not connected";
  live.classList.remove("on");
});
events.addEventListener("changed", load);

const led = new URLSearchParams(location.search).get("chat");
if (led) load().then(() => offerChat(led));
