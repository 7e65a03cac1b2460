// The list of templates, with what a reviewer can do.
import { APPS, shownAddress } from "./apps.js";
import { element } from "./text.js";

const KIND = { PHONE_NUMBER: "Call", URL: "Open", QUICK_REPLY: "Reply", COPY_CODE: "Copy", APP: "In the app" };

function tone(template) {
  const status = template.status;
  if (status === template.approve || ["REINSTATED", "FLAGGED"].includes(status)) return "good";
  return ["PENDING", "PENDING_REVIEW", "IN_APPEAL"].includes(status) ? "waiting" : "bad";
}

/** What a template says: WhatsApp reads back a structure, the others are told as they look. */
function said(template) {
  const structure = template.structure;
  if (!structure) return { header: template.header, text: template.text, buttons: template.buttons || [] };
  const copies = template.category === "AUTHENTICATION";
  return {
    header: structure.header && (structure.header.text || structure.header.format),
    text: structure.body.text,
    footer: structure.footer?.text,
    buttons: (structure.buttons || []).map((button) => ({ type: copies ? "COPY_CODE" : button.type, text: button.text })),
  };
}

function decideButton(template, status, label, className, decide) {
  const button = element("button", className, label);
  button.type = "button";
  button.disabled = template.status === status;
  button.dataset.focus = template.id + status;
  button.setAttribute("aria-label", label + " " + template.name + (template.language ? " in " + template.language : ""));
  button.addEventListener("click", () => decide(template.id, status));
  return button;
}

function item(template, decide) {
  const node = element("li", "template");
  const title = element("div", "template-title");
  const name = template.name === template.id ? [template.category, template.language].filter(Boolean).join(" ") : template.name;
  title.append(element("h3", "", name), element("span", "badge " + tone(template), template.status));
  node.append(title);
  const facts = [APPS[template.channel].name, template.language, template.category, "sender " + shownAddress(template.sender)];
  facts.push("id " + template.id);
  node.append(element("p", "facts", facts.filter(Boolean).join(" · ")));
  const words = said(template);
  const preview = element("div", "preview");
  if (words.header) preview.append(element("strong", "", words.header));
  preview.append(element("p", "", words.text));
  if (words.footer) preview.append(element("small", "", words.footer));
  node.append(preview);
  if (words.buttons.length > 0) {
    node.append(element("p", "facts", words.buttons.map((button) => KIND[button.type] + ": " + button.text).join(" · ")));
  }
  const choices = element("div", "choices");
  choices.append(
    decideButton(template, template.approve, "Approve", "primary", decide),
    decideButton(template, template.refuse, "Reject", "secondary", decide),
  );
  node.append(choices);
  return node;
}

/** Shows the templates, newest first; the focus stays where it was. */
export function showTemplates(list, empty, templates, decide) {
  const focused = document.activeElement?.dataset?.focus;
  empty.hidden = templates.length > 0;
  list.replaceChildren(...templates.map((template) => item(template, decide)).reverse());
  if (focused) {
    const again = [...list.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === focused);
    const target = again?.disabled ? again.parentElement.querySelector("button:not(:disabled)") : again;
    target?.focus();
  }
}
