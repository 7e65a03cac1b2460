package io.chatauth.samples.bank.web;

import io.chatauth.samples.stage.App;

/** Labelled inputs and the sentences above them. */
final class Field {
    private Field() {}

    static String of(String name, String label, String value, String attributes) {
        return "<label for=\"" + name + "\">" + Html.text(label) + "</label>\n<input id=\"" + name + "\" name=\"" + name
                + "\" value=\"" + Html.text(value) + "\" required " + attributes + ">\n";
    }

    static String phone(String value) {
        return of(
                "phone",
                "Phone number, with country code",
                value.isEmpty() ? "+44 113 496 0001" : value,
                "type=\"tel\" autocomplete=\"tel\" maxlength=\"30\"");
    }

    /** The apps to choose from, one of them chosen. */
    static String apps(App chosen) {
        StringBuilder out = new StringBuilder("<fieldset class=\"apps\">\n<legend>Chat app</legend>\n");
        for (App app : App.values()) {
            out.append(radio("app", app.id().value(), app.toString(), app == chosen));
        }
        return out.append("</fieldset>\n").toString();
    }

    static String radio(String name, String value, String label, boolean chosen) {
        return "<label class=\"choice\"><input type=\"radio\" name=\"" + name + "\" value=\"" + value + "\""
                + (chosen ? " checked" : "") + "><span>" + Html.text(label) + "</span></label>\n";
    }

    static String problem(String sentence) {
        return sentence.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + Html.text(sentence) + "</p>\n";
    }

    static String note(String sentence) {
        return sentence.isEmpty() ? "" : "<p class=\"note\" role=\"status\">" + Html.text(sentence) + "</p>\n";
    }
}
