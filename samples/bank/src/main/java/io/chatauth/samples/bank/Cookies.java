package io.chatauth.samples.bank;

/**
 * The bank's two cookies. With TLS their names begin with {@code __Host-}, so that browsers take them from this very host only,
 * and never from a subdomain or over a plain connection. That prefix demands {@code Secure}, and {@code Secure} demands TLS: on
 * this machine, without it, the names are plain.
 *
 * @param secure whether the pages are served with TLS
 */
public record Cookies(boolean secure) {
    private static final int NINETY_DAYS = 90 * 24 * 3600;

    /**
     * Names the cookie of the session.
     *
     * @return the name
     */
    public String session() {
        return name("bank-session");
    }

    /**
     * Names the cookie of the browser, which ChatAuth's page behind links reads too ({@code chatauth.page.cookie}).
     *
     * @return the name
     */
    public String device() {
        return name("bank-device");
    }

    /**
     * Sets the session. No other site's link brings it along.
     *
     * @param value the session's id
     * @return a {@code Set-Cookie} header
     */
    public String setSession(String value) {
        return set(session(), value, "SameSite=Strict");
    }

    /**
     * Sets the browser's value. It must come along when a link in a message is opened, which begins on another site.
     *
     * @param value a random value
     * @return a {@code Set-Cookie} header
     */
    public String setDevice(String value) {
        return set(device(), value, "SameSite=Lax; Max-Age=" + NINETY_DAYS);
    }

    private String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    private String set(String name, String value, String more) {
        return name + "=" + value + "; Path=/; HttpOnly; " + more + (secure ? "; Secure" : "");
    }
}
