// The list of templates, with what a reviewer can do.
import { element } from "./messages.js";

const KIND = { PHONE_NUMBER: "Call", URL: "Open", QUICK_REPLY: "Reply", COPY_CODE: "Copy" };

function tone(status) {
  if (["APPROVED", "REINSTATED", "FLAGGED"].includes(status)) return "good";
  return ["PENDING", "IN_APPEAL"].includes(status) ? "waiting" : "bad";
}

function decideButton(template, status, label, className, decide) {
  const button = element("button", className, label);
  button.type = "button";
  button.disabled = template.status === status;
  button.dataset.focus = template.id + status;
  button.setAttribute("aria-label", label + " " + template.name + " in " + template.language);
  button.addEventListener("click", () => decide(template.id, status));
  return button;
}

function item(template, decide) {
  const node = element("li", "template");
  const title = element("div", "template-title");
  title.append(element("h3", "", template.name), element("span", "badge " + tone(template.status), template.status));
  node.append(title);
  const facts = [template.language, template.category, "sender " + template.sender, "id " + template.id];
  node.append(element("p", "facts", facts.join(" · ")));
  const structure = template.structure;
  const preview = element("div", "preview");
  if (structure.header) {
    preview.append(element("strong", "", structure.header.text || structure.header.format));
  }
  preview.append(element("p", "", structure.body.text));
  if (structure.footer) preview.append(element("small", "", structure.footer.text));
  node.append(preview);
  if (structure.buttons) {
    const buttons = element("p", "facts");
    const kind = template.category === "AUTHENTICATION" ? () => "Copy" : (button) => KIND[button.type];
    buttons.textContent = structure.buttons.map((button) => kind(button) + ": " + button.text).join(" · ");
    node.append(buttons);
  }
  const choices = element("div", "choices");
  choices.append(
    decideButton(template, "APPROVED", "Approve", "primary", decide),
    decideButton(template, "REJECTED", "Reject", "secondary", decide),
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
