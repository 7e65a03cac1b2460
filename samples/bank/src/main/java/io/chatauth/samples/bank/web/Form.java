package io.chatauth.samples.bank.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a browser posted. */
final class Form {
    /** The longest body that is read, in bytes. */
    static final int MAX_BODY = 8 * 1024;

    /** Nothing was posted. */
    static final Form EMPTY = new Form();

    private static final Logger LOG = LoggerFactory.getLogger(Form.class);

    private final Map<String, String> fields = new HashMap<>();

    private Form() {}

    /** Reads {@code application/x-www-form-urlencoded}; what is malformed is left out. */
    static Form read(byte[] body) {
        Form form = new Form();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.add(parts[0], parts[1]);
            }
        }
        return form;
    }

    /** A field without surrounding space; empty if it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private void add(String name, String value) {
        try {
            fields.put(decode(name), decode(value));
        } catch (IllegalArgumentException malformed) {
            LOG.debug("A malformed field was left out: {}", malformed.getMessage());
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
