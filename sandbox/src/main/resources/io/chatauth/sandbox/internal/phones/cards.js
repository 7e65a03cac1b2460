// The message cards of LINE, KakaoTalk and Zalo. Everything becomes text nodes; colours are taken only as #rgb.
import { appendText, element, icon } from "./text.js";

const COLOUR = /^#[0-9a-f]{3,8}$/i;
const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const SIZE = { xxs: 11, xs: 13, sm: 14, md: 15, lg: 18, xl: 20, xxl: 24, "3xl": 28, "4xl": 32, "5xl": 38 };
const ALIGN = { START: "start", END: "end", CENTER: "center" };

function pixels(value, words) {
  const key = String(value || "").toLowerCase();
  if (key in words) return words[key] + "px";
  return /^\d+(\.\d+)?px$/.test(key) ? key : "";
}

function paint(node, component, background) {
  if (COLOUR.test(component.color || "")) node.style.color = component.color;
  const behind = component.backgroundColor || background;
  if (COLOUR.test(behind || "")) node.style.backgroundColor = behind;
}

function space(node, box) {
  const sides = { paddingAll: "padding", paddingTop: "paddingTop", paddingBottom: "paddingBottom" };
  Object.assign(sides, { paddingStart: "paddingInlineStart", paddingEnd: "paddingInlineEnd", margin: "marginBlockStart" });
  for (const [given, property] of Object.entries(sides)) {
    const length = pixels(box[given], SPACE);
    if (length) node.style[property] = length;
  }
  const gap = pixels(box.spacing, SPACE);
  if (gap) node.style.gap = gap;
}

function style(node, text) {
  node.style.fontSize = pixels(text.size, SIZE);
  if (text.weight === "BOLD") node.style.fontWeight = "700";
  if (text.style === "ITALIC") node.style.fontStyle = "italic";
  if (text.decoration === "UNDERLINE") node.style.textDecoration = "underline";
  if (text.decoration === "LINE_THROUGH") node.style.textDecoration = "line-through";
  if (text.align) node.style.textAlign = ALIGN[text.align] || "";
  paint(node, text);
}

function lineText(component) {
  const node = element("p", component.wrap ? "line-text" : "line-text one-line");
  if (component.contents?.length) {
    for (const span of component.contents) {
      const part = element("span", "", span.text);
      style(part, span);
      node.append(part);
    }
  } else {
    appendText(node, component.text || "");
  }
  style(node, component);
  return node;
}

function lineComponent(component, press) {
  let node;
  if (component.type === "TEXT") node = lineText(component);
  else if (component.type === "SEPARATOR") node = element("hr", "line-separator");
  else if (component.type === "BUTTON") node = press(component.action);
  else if (component.type === "BOX") node = lineBox(component, press);
  else {
    node = element("span", "line-picture");
    node.title = component.url || "";
    node.append(icon("media"));
  }
  if (node && component.flex !== undefined) node.style.flex = component.flex === 0 ? "0 0 auto" : component.flex + " 1 0";
  if (node && component.type !== "BOX") space(node, { margin: component.margin });
  return node;
}

function lineBox(box, press, background) {
  const row = box.layout === "HORIZONTAL" || box.layout === "BASELINE";
  const node = element("div", "line-box " + (row ? "row" : "column"));
  (box.contents || []).forEach((component) => {
    const child = lineComponent(component, press);
    if (child) node.append(child);
  });
  if (box.action) node.append(press(box.action));
  paint(node, box, background);
  space(node, box);
  return node;
}

/** LINE's flex bubble: header, body and footer boxes. `press` makes the button of an action. */
export function lineCard(contents, press) {
  const bubble = element("div", "line-bubble size-" + String(contents.size || "MEGA").toLowerCase());
  if (contents.direction === "RIGHT_TO_LEFT") bubble.dir = "rtl";
  for (const part of ["header", "body", "footer"]) {
    if (!contents[part]) continue;
    const box = lineBox(contents[part], press, contents.style?.[part]?.backgroundColor);
    box.classList.add("line-" + part);
    bubble.append(box);
  }
  if (contents.action) bubble.append(press(contents.action));
  return bubble;
}

/** AlimTalk's card: the yellow head that Kakao puts there, title, text, buttons below each other. */
export function kakaoCard(message, actions) {
  const card = element("div", "kakao-card");
  card.append(element("p", "kakao-head", "알림톡 도착"));
  if (message.header) card.append(element("p", "message-header", message.header.text));
  const body = element("p", "message-body");
  appendText(body, message.text);
  card.append(body);
  if (actions) card.append(actions);
  return card;
}

function zaloTable(rows) {
  const table = element("dl", "zalo-table");
  for (const row of rows) {
    table.append(element("dt", "", row.title), element("dd", "row-" + row.rowType.toLowerCase(), row.value));
  }
  return table;
}

/** Zalo's template card: logo, title, paragraphs, table and buttons, or a code with its warning. */
export function zaloCard(message, business, actions) {
  const card = element("div", "zalo-card");
  const logo = element("p", "zalo-logo");
  logo.append(icon("media"), element("span", "", business));
  card.append(logo);
  if (message.header) card.append(element("p", "message-header", message.header.text));
  if (message.card.otp) {
    card.append(element("p", "zalo-otp", message.card.otp), element("p", "zalo-warning", message.card.warning));
  }
  for (const paragraph of message.card.paragraphs || []) {
    const body = element("p", "message-body");
    appendText(body, paragraph);
    card.append(body);
  }
  if (message.card.table?.length) card.append(zaloTable(message.card.table));
  if (actions) card.append(actions);
  return card;
}
