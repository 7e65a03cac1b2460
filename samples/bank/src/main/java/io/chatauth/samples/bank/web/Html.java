package io.chatauth.samples.bank.web;

import java.util.List;

/** Builds pages; everything that came from elsewhere goes through {@link #text}. */
final class Html {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Sample Bank</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/bank.css">
            %s</head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header><p class="name"><a href="/account">Sample Bank</a></p>
            <nav aria-label="Pages"><ul>
            %s</ul></nav></header>
            <main id="content">
            %s</main>
            <footer><p>A sample of ChatAuth. Messages arrive on <a href="/phones" target="_blank" rel="noopener">the sandbox’s phones</a>, on this machine only.</p></footer>
            </body>
            </html>
            """;
    private static final String LIVE = "<script src=\"/bank.js\" defer></script>\n";
    private static final String REFRESH = "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>\n";

    /**
     * A page of the bank.
     *
     * @param path where it is
     * @param label what the navigation calls it
     */
    private record Place(String path, String label) {}

    private static final List<Place> PLACES = List.of(
            new Place("/login", "Log in"),
            new Place("/opt-in", "Messages"),
            new Place("/payment", "Pay"),
            new Place("/card", "Card"));

    /** How a page keeps up with what happens elsewhere. */
    enum Live {
        /** It need not. */
        NO,
        /** By its script; without one, the person reloads it: somebody types in it. */
        SCRIPT,
        /** By its script; without one, it reloads itself. */
        ALWAYS
    }

    private Html() {}

    /** A whole page; {@code place} is the path that the navigation marks. */
    static String page(String place, String title, Live live, String content) {
        StringBuilder nav = new StringBuilder();
        for (Place one : PLACES) {
            String current = one.path().equals(place) ? " aria-current=\"page\"" : "";
            nav.append("<li><a href=\"" + one.path() + "\"" + current + ">" + one.label() + "</a></li>\n");
        }
        String head = live == Live.NO ? "" : live == Live.SCRIPT ? LIVE : LIVE + REFRESH;
        return PAGE.formatted(text(title), head, nav, content);
    }

    /** A form that posts, with the session's token. */
    static String form(String action, Session session, String fields) {
        return "<form method=\"post\" action=\"" + text(action) + "\">\n<input type=\"hidden\" name=\"csrf\" value=\""
                + text(session.csrf()) + "\">\n" + fields + "</form>\n";
    }

    /** A text that shows itself, whatever characters it has. */
    static String text(String any) {
        StringBuilder out = new StringBuilder(any.length());
        for (int i = 0; i < any.length(); i++) {
            char c = any.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
