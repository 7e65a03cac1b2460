// Builds what a phone shows. Messages are hostile input: everything becomes text nodes, nothing becomes markup.

const MARKUP = /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"']+)/gu;
const TAGS = { "*": "strong", _: "em", "~": "s" };
const MEDIA = { IMAGE: "Image", VIDEO: "Video", GIF: "GIF", DOCUMENT: "Document", LOCATION: "Location" };

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function isWeb(url) {
  try {
    const protocol = new URL(url).protocol;
    return protocol === "https:" || protocol === "http:";
  } catch {
    return false;
  }
}

function link(url, text, className) {
  const anchor = element("a", className, text);
  anchor.href = url;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

/** WhatsApp's own markup: *bold*, _italic_, ~struck~, ```fixed```, and links. */
function appendMarkup(parent, text) {
  let last = 0;
  for (const match of text.matchAll(MARKUP)) {
    parent.append(text.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[1] !== undefined) {
      parent.append(element("code", "", match[1]));
    } else if (match[2] !== undefined) {
      const node = element(TAGS[match[2]]);
      appendMarkup(node, match[3]);
      parent.append(node);
    } else {
      parent.append(isWeb(match[4]) ? link(match[4], match[4]) : match[4]);
    }
  }
  parent.append(text.slice(last));
}

export function time(at) {
  return new Date(at.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function icon(name) {
  const node = element("span", "icon icon-" + name);
  node.setAttribute("aria-hidden", "true");
  return node;
}

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
  if (button.type === "QUICK_REPLY") {
    node.addEventListener("click", () => onQuickReply(button.payload));
  } else {
    node.disabled = true;
  }
  return node;
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

/** One message. The handlers get what was done: quick reply with its payload, or quote. */
export function messageNode(message, quoted, onQuickReply, onQuote) {
  const item = element("li", "message " + (message.toPerson ? "business" : "person"));
  item.dataset.number = message.number;
  if (message.error) {
    item.append(failure(message));
    return item;
  }
  const bubble = element("div", "bubble");
  if (quoted) {
    const words = element("div");
    appendMarkup(words, quoted);
    const quote = element("blockquote");
    quote.append(words);
    bubble.append(quote);
  }
  const header = head(message);
  if (header) bubble.append(header);
  const body = element("p", "message-body");
  appendMarkup(body, message.text);
  bubble.append(body);
  if (message.footer) bubble.append(element("p", "message-footer", message.footer));
  const meta = element("p", "meta");
  if (message.toPerson) {
    const quote = element("button", "quote", "Reply");
    quote.type = "button";
    quote.setAttribute("aria-label", "Quote this message in a reply");
    quote.addEventListener("click", () => onQuote(message));
    meta.append(quote);
  }
  meta.append(element("time", "", time(message.at)));
  if (message.toPerson) {
    const ticks = element("span", "ticks");
    ticks.setAttribute("role", "img");
    meta.append(ticks);
  }
  bubble.append(meta);
  item.append(bubble);
  if (message.buttons.length > 0) {
    const actions = element("div", "actions");
    actions.setAttribute("role", "group");
    actions.setAttribute("aria-label", "Buttons of the message");
    message.buttons.forEach((button) => actions.append(actionOf(button, (payload) => onQuickReply(message, payload))));
    item.append(actions);
  }
  updateTicks(item, message);
  return item;
}
