package io.chatauth.samples.cardactivation.web;

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
            <header><p class="name">Sample Bank</p>
            <nav aria-label="Pages"><a href="/"%s>Send a card</a> <a href="/login"%s>Log in by code</a></nav></header>
            <main id="content">
            %s</main>
            <footer><p>A sample of ChatAuth. Messages arrive on <a href="/phones" target="_blank">the sandbox’s phones</a>, on this machine only.</p></footer>
            </body>
            </html>
            """;
    private static final String LIVE = """
            <script src="/bank.js" defer></script>
            """;
    private static final String REFRESH = "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>\n";
    private static final String CURRENT = " aria-current=\"page\"";

    private Html() {}

    /** A page of the part about cards. */
    static String cards(String title, boolean live, String content) {
        return PAGE.formatted(text(title), live ? LIVE + REFRESH : "", CURRENT, "", content);
    }

    /** A page of the part about logging in. It never reloads by itself: someone types in it. */
    static String login(String title, boolean live, String content) {
        return PAGE.formatted(text(title), live ? LIVE : "", "", CURRENT, content);
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
