package io.chatauth.spi;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a channel asks of its provider: the endpoint, the scopes of which the credentials need at least one, and how
 * often it may be asked. Data about the API, for documents, errors and waits.
 *
 * @param kind what is asked
 * @param method the HTTP method
 * @param path the path, with variables in braces
 * @param scopes the scopes of which one suffices, weakest first; empty if the provider knows none
 * @param limit how often it may be asked; empty if the provider says nothing
 */
public record ApiOperation(Kind kind, String method, String path, Set<String> scopes, Optional<RateLimit> limit) {
    /** The things that are asked, in the order of documents. */
    public enum Kind {
        /** Sends messages. */
        SEND("send messages"),
        /** Asks for delivery reports. */
        READ_REPORTS("ask for reports"),
        /** Lists the templates of a sender. */
        LIST_TEMPLATES("list templates"),
        /** Asks for one template. */
        GET_TEMPLATE("read a template"),
        /** Registers a template. */
        CREATE_TEMPLATE("create a template"),
        /** Changes a registered template. */
        EDIT_TEMPLATE("edit a template"),
        /** Removes a registered template. */
        DELETE_TEMPLATE("delete a template"),
        /** Asks how many more messages may be sent. */
        ASK_QUOTA("ask for the quota");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * Names it for people.
         *
         * @return a verb with its object
         */
        public String inWords() {
            return words;
        }
    }

    /** Copies the scopes. */
    public ApiOperation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(limit, "limit");
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /**
     * Makes an operation without a published limit.
     *
     * @param kind what is asked
     * @param endpoint method and path, such as {@code POST /line/1/messages}
     * @param scopes the scopes of which one suffices
     * @return the operation
     * @throws IllegalArgumentException if the endpoint is not a method, a space and a path
     */
    public static ApiOperation of(Kind kind, String endpoint, String... scopes) {
        String[] parts = endpoint.split(" ", -1);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("an endpoint is a method and a path, not '" + endpoint + "'");
        }
        return new ApiOperation(kind, parts[0], parts[1], new LinkedHashSet<>(List.of(scopes)), Optional.empty());
    }

    /**
     * Adds a limit.
     *
     * @param given the limit
     * @return the same operation with the limit
     */
    public ApiOperation limited(RateLimit given) {
        return new ApiOperation(kind, method, path, scopes, Optional.of(given));
    }

    /**
     * Tells the endpoint.
     *
     * @return method and path
     */
    public String endpoint() {
        return method + " " + path;
    }
}
