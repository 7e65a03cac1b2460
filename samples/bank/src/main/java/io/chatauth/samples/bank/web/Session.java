package io.chatauth.samples.bank.web;

import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.bank.Customer;
import io.chatauth.samples.bank.UseCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One visit of one browser. Safe for use by many threads. */
final class Session {
    private static final int MOST = 50;

    private final String id = Tokens.random();
    private final String csrf = Tokens.random();
    private final Optional<Customer> customer;
    private final Map<String, Begun> begun = newest();
    private final Map<String, String> notes = newest();

    Session(Optional<Customer> customer) {
        this.customer = customer;
    }

    private static <V> Map<String, V> newest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** The cookie's value. */
    String id() {
        return id;
    }

    /** What every form of this visit carries. */
    String csrf() {
        return csrf;
    }

    /** Who is logged in. */
    Optional<Customer> customer() {
        return customer;
    }

    /** Remembers a challenge: nobody else is shown it. */
    synchronized Begun add(Begun challenge) {
        begun.put(challenge.id().toString(), challenge);
        return challenge;
    }

    /** Gives a challenge of this visit. */
    synchronized Optional<Begun> find(String challenge) {
        return Optional.ofNullable(begun.get(challenge));
    }

    /** The login links that were asked for. */
    synchronized List<Begun> links() {
        return begun.values().stream()
                .filter(one -> one.what() == UseCase.LOGIN_LINK)
                .toList();
    }

    /** Keeps a sentence for the next page about a challenge. */
    synchronized void note(Begun challenge, String sentence) {
        notes.put(challenge.id().toString(), sentence);
    }

    /** Gives the sentence and forgets it; empty if there is none. */
    synchronized String takeNote(Begun challenge) {
        String note = notes.remove(challenge.id().toString());
        return note == null ? "" : note;
    }

    /** Goes on as another session, with its challenges, after somebody logged in or out: an id from before opens nothing. */
    synchronized Session renewed(Optional<Customer> now) {
        Session next = new Session(now);
        if (now.isPresent()) {
            next.begun.putAll(begun);
            next.notes.putAll(notes);
        }
        return next;
    }
}
