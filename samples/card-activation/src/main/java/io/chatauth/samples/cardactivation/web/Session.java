package io.chatauth.samples.cardactivation.web;

import io.chatauth.ChallengeId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One browser. Safe for use by many threads. */
final class Session {
    private static final int BYTES = 16;
    private static final int MOST_NOTES = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id = token();
    private final String csrf = token();
    private final String customer = "customer-" + token();
    private final Map<String, String> notes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_NOTES;
        }
    };

    /** The cookie's value. */
    String id() {
        return id;
    }

    /** What every form of this browser carries. */
    String csrf() {
        return csrf;
    }

    /** Whom the bank takes this browser for; ChatAuth binds its challenges to it. */
    String customer() {
        return customer;
    }

    /** Keeps a sentence for the next page about a challenge. */
    synchronized void note(ChallengeId challenge, String sentence) {
        notes.put(challenge.toString(), sentence);
    }

    /** Gives the sentence and forgets it; empty if there is none. */
    synchronized String takeNote(ChallengeId challenge) {
        String note = notes.remove(challenge.toString());
        return note == null ? "" : note;
    }

    private static String token() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
