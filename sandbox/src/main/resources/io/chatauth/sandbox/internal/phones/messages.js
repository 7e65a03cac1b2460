// Builds what a phone shows of a message, in the look of its app.
import { APPS, shownAddress } from "./apps.js";
import { kakaoCard, lineCard, zaloCard } from "./cards.js";
import { appendMarkup, appendText, element, icon, isWeb, link, time } from "./text.js";

const MEDIA = { IMAGE: "Image", VIDEO: "Video", GIF: "GIF", DOCUMENT: "Document", LOCATION: "Location" };

async function copy(code) {
  try {
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    return false;
  }
}

function actionButton(kind, text) {
  const button = element("button", "action");
  button.type = "button";
  const label = element("span", "", text);
  button.append(icon(kind), label);
  return [button, label];
}

function actionOf(button, onQuickReply) {
  if (button.type === "URL" && isWeb(button.url)) {
    const anchor = link(button.url, "", "action");
    anchor.title = button.url;
    anchor.append(icon("open"), element("span", "", button.text));
    return anchor;
  }
  if (button.type === "PHONE_NUMBER") {
    const anchor = element("a", "action");
    anchor.href = "tel:" + encodeURIComponent(button.phoneNumber).replace("%2B", "+");
    anchor.append(icon("call"), element("span", "", button.text), element("small", "", button.phoneNumber));
    return anchor;
  }
  if (button.type === "COPY_CODE") {
    const [node, label] = actionButton("copy", button.text);
    label.setAttribute("aria-live", "polite");
    node.addEventListener("click", async () => {
      label.textContent = (await copy(button.code)) ? "Copied " + button.code : "Code: " + button.code;
      node.classList.add("done");
      setTimeout(() => {
        label.textContent = button.text;
        node.classList.remove("done");
      }, 3000);
    });
    return node;
  }
  const [node] = actionButton("reply", button.text);
  if (button.type === "QUICK_REPLY" || button.type === "REPLY") {
    node.addEventListener("click", () => onQuickReply(button.payload));
  } else {
    node.disabled = true;
    if (button.type === "APP") node.title = "The app does this, the sandbox can't: " + button.action;
    if (button.type === "URL") node.title = button.url;
  }
  return node;
}

/** The button of a LINE action. */
function lineAction(action, onQuickReply) {
  const phone = /^tel:/i.test(action.uri || "");
  if (action.type === "POSTBACK") {
    return actionOf({ type: "QUICK_REPLY", text: action.label, payload: action.data }, onQuickReply);
  }
  return actionOf(
    phone
      ? { type: "PHONE_NUMBER", text: action.label, phoneNumber: action.uri.slice(4) }
      : { type: "URL", text: action.label, url: action.uri },
    onQuickReply,
  );
}

function head(message) {
  if (!message.header) return null;
  if (message.header.type === "TEXT") return element("p", "message-header", message.header.text);
  const media = element("div", "media");
  media.append(icon("media"), element("strong", "", MEDIA[message.header.type] || "Media"));
  media.append(element("small", "", message.header.text));
  return media;
}

/** A message that never arrived: the phone shows nothing, the developer wants to know. */
function failure(message) {
  const node = element("div", "failure");
  node.append(element("strong", "", "Not delivered"));
  node.append(element("span", "", message.error.name + " (" + message.error.id + ")"));
  node.append(element("small", "", "message " + message.messageId + " · " + time(message.at)));
  return node;
}

export function updateTicks(node, message) {
  const ticks = node.querySelector(".ticks");
  if (!ticks) return;
  const state = { SEEN: "seen", DELIVERED: "delivered" }[message.status] || "sent";
  ticks.className = "ticks " + state;
  ticks.title = state;
  ticks.setAttribute("aria-label", state);
}

function meta(message, onQuote) {
  const node = element("p", "meta");
  if (message.toPerson && APPS[message.channel].answers) {
    const quote = element("button", "quote", "Reply");
    quote.type = "button";
    quote.setAttribute("aria-label", "Quote this message in a reply");
    quote.addEventListener("click", () => onQuote(message));
    node.append(quote);
  }
  node.append(element("time", "", time(message.at)));
  if (message.toPerson) {
    const ticks = element("span", "ticks");
    ticks.setAttribute("role", "img");
    node.append(ticks);
  }
  return node;
}

function actionsOf(message, onQuickReply) {
  if (message.buttons.length === 0) return null;
  const choice = message.channel === "VIBER" && message.buttons[0].type === "QUICK_REPLY";
  const actions = element("div", choice ? "actions options" : "actions");
  actions.setAttribute("role", "group");
  actions.setAttribute("aria-label", choice ? "Options of the message" : "Buttons of the message");
  message.buttons.forEach((button) => actions.append(actionOf(button, (payload) => onQuickReply(message, payload))));
  return actions;
}

/** What the app draws for a message of its own kind, or null where it is a plain bubble. */
function cardOf(message, onQuickReply) {
  if (!message.toPerson) return null;
  if (message.channel === "LINE" && message.card) {
    return lineCard(message.card.contents, (action) => lineAction(action, (payload) => onQuickReply(message, payload)));
  }
  if (message.channel === "KAKAO") return kakaoCard(message, actionsOf(message, onQuickReply));
  if (message.channel === "ZALO" && message.card) {
    return zaloCard(message, shownAddress(message.from), actionsOf(message, onQuickReply));
  }
  return null;
}

function bubbleOf(message, quoted) {
  const bubble = element("div", "bubble");
  const words = message.channel === "WHATSAPP" ? appendMarkup : appendText;
  if (quoted) {
    const said = element("div");
    words(said, quoted);
    const quote = element("blockquote");
    quote.append(said);
    bubble.append(quote);
  }
  const header = head(message);
  if (header) bubble.append(header);
  const body = element("p", "message-body");
  words(body, message.text);
  bubble.append(body);
  if (message.footer) bubble.append(element("p", "message-footer", message.footer));
  return bubble;
}

/** One message. The handlers get what was done: quick reply with its payload, or quote. */
export function messageNode(message, quoted, onQuickReply, onQuote) {
  const item = element("li", "message " + (message.toPerson ? "business" : "person"));
  item.dataset.number = message.number;
  if (message.error) {
    item.append(failure(message));
    return item;
  }
  const card = cardOf(message, onQuickReply);
  if (card) {
    item.append(card, meta(message, onQuote));
  } else {
    const bubble = bubbleOf(message, quoted);
    const actions = actionsOf(message, onQuickReply);
    const inside = message.channel !== "WHATSAPP";
    if (actions && inside) bubble.append(actions);
    bubble.append(meta(message, onQuote));
    item.append(bubble);
    if (actions && !inside) item.append(actions);
  }
  updateTicks(item, message);
  return item;
}
