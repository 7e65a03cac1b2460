// The apps: what they are called, and whether people can answer over them.

export const APPS = {
  WHATSAPP: { name: "WhatsApp", account: "business account", answers: true },
  VIBER: { name: "Viber", account: "verified business", answers: true },
  LINE: { name: "LINE", account: "official notification", answers: false },
  KAKAO: { name: "KakaoTalk", account: "AlimTalk channel", answers: false },
  SMS: { name: "SMS", account: "text message", answers: false },
  ZALO: { name: "Zalo", account: "official account", answers: true },
};

/** A phone number with its plus, a user's id as such, a name as it is. */
export function shownAddress(address) {
  const digits = address.replace(/^\+/, "");
  if (!/^\d+$/.test(digits)) return address;
  return digits.length > 15 ? "ID " + digits : "+" + digits;
}
