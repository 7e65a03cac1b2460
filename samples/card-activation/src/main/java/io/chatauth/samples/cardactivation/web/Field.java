package io.chatauth.samples.cardactivation.web;

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

    static String problem(String sentence) {
        return sentence.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + Html.text(sentence) + "</p>\n";
    }

    static String note(String sentence) {
        return sentence.isEmpty() ? "" : "<p class=\"note\" role=\"status\">" + Html.text(sentence) + "</p>\n";
    }
}
