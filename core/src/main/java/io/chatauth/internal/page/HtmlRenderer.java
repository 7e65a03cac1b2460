package io.chatauth.internal.page;

import io.chatauth.page.Page;
import io.chatauth.page.PageForm;
import io.chatauth.page.PageRenderer;
import io.chatauth.page.PageText;

/** The built-in pages: one column, no script, no picture, light and dark as the reader has it. */
final class HtmlRenderer implements PageRenderer {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#17202b;--soft:#4a5664;--paper:#fff;--ground:#eef1f5;--line:#8993a1;\
            --act:#0b57a4;--on:#fff;--warn:#8a1c10;--warnbg:#fdecea}
            @media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#b9c3ce;--paper:#1b232d;--ground:#10161d;--line:#7c8896;\
            --act:#8cc1ff;--on:#07213f;--warn:#ffc9c2;--warnbg:#4a1b16}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;padding:1rem}
            main{max-width:28rem;margin:6vh auto 0;background:var(--paper);border-radius:.75rem;padding:1.5rem;\
            box-shadow:0 1px 4px rgba(0,0,0,.2);overflow-wrap:break-word}
            h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
            p{margin:0 0 1rem}
            .close{color:var(--soft);font-size:.9375rem;margin:1.25rem 0 0}
            .notice{background:var(--warnbg);color:var(--warn);border-radius:.5rem;padding:.75rem 1rem}
            dl{margin:0 0 1.25rem;border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}
            dt{color:var(--soft);font-size:.9375rem}
            dd{margin:0 0 .5rem;font-size:1.25rem;font-weight:600}
            dd:last-child{margin:0}
            label{display:block;font-weight:600;margin:0 0 .375rem}
            input{display:block;width:6rem;font:inherit;font-size:1.75rem;letter-spacing:.25em;text-align:center;padding:.375rem;\
            margin:0 0 1.25rem;border:2px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink)}
            button{display:block;width:100%;min-height:3rem;font:inherit;font-weight:600;border:2px solid var(--act);\
            border-radius:.5rem;padding:.5rem 1rem;margin:.75rem 0 0;cursor:pointer;background:var(--paper);color:var(--act)}
            button.first{background:var(--act);color:var(--on)}
            :focus-visible{outline:3px solid var(--act);outline-offset:3px}
            @media(max-width:26rem){body{padding:.5rem}main{margin-top:.5rem;padding:1.25rem}}
            """;

    @Override
    public String render(Page page) {
        PageText text = page.text();
        StringBuilder html = new StringBuilder(6000);
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escape(text.language()))
                .append(text.rightToLeft() ? "\" dir=\"rtl\">\n" : "\" dir=\"ltr\">\n")
                .append("<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escape(text.title()))
                .append("</title>\n<style nonce=\"")
                .append(escape(page.nonce()))
                .append("\">\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escape(text.title()))
                .append("</h1>\n");
        text.notice()
                .ifPresent(notice -> html.append("<p class=\"notice\" role=\"alert\">")
                        .append(escape(notice))
                        .append("</p>\n"));
        text.paragraphs()
                .forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
        if (!text.facts().isEmpty()) {
            html.append("<dl>\n");
            text.facts()
                    .forEach(fact -> html.append("<dt>")
                            .append(escape(fact.label()))
                            .append("</dt><dd><bdi>")
                            .append(escape(fact.value()))
                            .append("</bdi></dd>\n"));
            html.append("</dl>\n");
        }
        page.form().ifPresent(form -> form(html, form));
        text.close()
                .ifPresent(line ->
                        html.append("<p class=\"close\">").append(escape(line)).append("</p>\n"));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void form(StringBuilder html, PageForm form) {
        html.append("<form method=\"post\" action=\"")
                .append(escape(form.action()))
                .append("\">\n");
        form.hidden()
                .forEach((name, value) -> html.append("<input type=\"hidden\" name=\"")
                        .append(escape(name))
                        .append("\" value=\"")
                        .append(escape(value))
                        .append("\">\n"));
        form.digits()
                .ifPresent(digits -> html.append("<label for=\"digits\">")
                        .append(escape(digits.label()))
                        .append("</label>\n<p id=\"hint\">")
                        .append(escape(digits.hint()))
                        .append("</p>\n<input id=\"digits\" aria-describedby=\"hint\" name=\"")
                        .append(escape(digits.name()))
                        .append(
                                "\" dir=\"ltr\" inputmode=\"numeric\" autocomplete=\"off\" minlength=\"2\" maxlength=\"2\""
                                        + " required autofocus>\n"));
        boolean first = true;
        for (PageForm.Choice choice : form.buttons()) {
            html.append(first ? "<button class=\"first\" name=\"" : "<button name=\"")
                    .append(escape(choice.name()))
                    .append("\" value=\"")
                    .append(escape(choice.value()))
                    .append(choice.needsDigits() || form.digits().isEmpty() ? "\">" : "\" formnovalidate>")
                    .append(escape(choice.label()))
                    .append("</button>\n");
            first = false;
        }
        html.append("</form>\n");
    }

    /** For text and for attributes in double quotes. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
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
