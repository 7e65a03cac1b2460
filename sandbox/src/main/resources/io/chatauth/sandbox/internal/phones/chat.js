// Links that open a chat, as a website shows them to people who shall write first.

const RULES = [
  { channel: "WHATSAPP", form: /^https:\/\/wa\.me\/(\d{4,15})$/ },
  { channel: "ZALO", form: /^https:\/\/zalo\.me\/(\d{4,20})$/ },
];

/** The app, the business and the prefilled text; null if it is no link that opens a chat here. */
export function readChatLink(given) {
  let url;
  try {
    url = new URL(given.trim());
  } catch {
    return null;
  }
  const text = url.searchParams.get("text") || "";
  if (url.protocol === "viber:") {
    const business = url.searchParams.get("chatURI");
    return business ? { channel: "VIBER", business, text } : null;
  }
  const address = url.origin + url.pathname;
  for (const { channel, form } of RULES) {
    const found = form.exec(address);
    if (found) return { channel, business: found[1], text };
  }
  return null;
}

/** Whose phone opens it, unless somebody else is named: who has this app, else who has a phone. Zalo knows people by ids. */
export function likelyPerson(channel, phones) {
  const same = phones.find((phone) => phone.channel === channel && (channel !== "ZALO" || phone.person.length > 15));
  if (same) return same.person;
  if (channel === "ZALO") return "3572193847120934857";
  const number = phones.find((phone) => /^\d{7,15}$/.test(phone.person));
  return number ? number.person : "441134960001";
}
