// Elements and texts. Messages are hostile input: everything becomes text nodes, nothing becomes markup.

const MARKUP = /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"']+)/gu;
const LINKS = /(https?:\/\/[^\s<>"']+)/gu;
const TAGS = { "*": "strong", _: "em", "~": "s" };

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function icon(name) {
  const node = element("span", "icon icon-" + name);
  node.setAttribute("aria-hidden", "true");
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

export function link(url, text, className) {
  const anchor = element("a", className, text);
  anchor.href = url;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

/** A text with its links. */
export function appendText(parent, text) {
  let last = 0;
  for (const match of text.matchAll(LINKS)) {
    parent.append(text.slice(last, match.index));
    last = match.index + match[0].length;
    parent.append(isWeb(match[0]) ? link(match[0], match[0]) : match[0]);
  }
  parent.append(text.slice(last));
}

/** WhatsApp's own markup: *bold*, _italic_, ~struck~, ```fixed```, and links. */
export function appendMarkup(parent, text) {
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
