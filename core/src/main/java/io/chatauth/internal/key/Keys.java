package io.chatauth.internal.key;

import io.chatauth.ChallengeId;
import io.chatauth.ConfigurationException;
import io.chatauth.KeyRing;
import io.chatauth.Tenant;
import io.chatauth.UnknownKeyException;
import io.chatauth.spi.SecretSpec;
import io.chatauth.store.SealedPayload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Derives codes, tokens, look-up keys and webhook paths from a {@link KeyRing}, and seals payloads with it. Nothing secret or
 * personal that is derived is kept. A retired key makes no codes or tokens, but still gives look-up keys and opens payloads.
 *
 * <p>Methods that take a key id throw {@link UnknownKeyException} where the ring lacks the key or it is retired; callers
 * treat that as an operator's error, never as a wrong code. Safe for use by many threads.
 */
public final class Keys {
    /** What can't be done if a ring is refused. */
    public static final String NO_RELOAD = "the key ring can't be reloaded";

    /** How many characters an invitation's code has. */
    public static final int WHOLE_INVITATION = 13;

    /** How many of them are typed, and looked up. */
    public static final int TYPED_INVITATION = 8;

    private static final int HALF_MAC = 16;
    private static final int SALT = 16;
    private static final int FINGERPRINT = 8;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RandomBytes random = new RandomBytes();
    private final Sealer sealer = new Sealer(random);
    private volatile KeySet keys;

    /**
     * Derives all sub-keys.
     *
     * @param ring the ring
     */
    public Keys(KeyRing ring) {
        this.keys = new KeySet(ring, Set.of());
    }

    /**
     * Puts another ring in place of this one, at once for all threads.
     *
     * @param ring the new ring
     * @throws ConfigurationException if a key has an id of the old ring and other bytes: every open code would become a
     *     wrong code; the old ring stays
     */
    public synchronized void reload(KeyRing ring) {
        List<String> problems = keys.changedIn(ring);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(NO_RELOAD, problems);
        }
        keys = new KeySet(ring, keys.compromised());
    }

    /**
     * Lets a key make and check no code and no token any more, whatever its state. It still gives look-up keys and opens
     * payloads. Remembered for as long as this object lives, over reloads too.
     *
     * @param keyId a key of the ring
     * @return whether this is news
     */
    public synchronized boolean markCompromised(String keyId) {
        Set<String> marked = new HashSet<>(keys.compromised());
        if (!marked.add(keyId)) {
            return false;
        }
        keys = new KeySet(keys.ring(), marked);
        return true;
    }

    /**
     * Names the keys that were declared compromised.
     *
     * @return their ids
     */
    public Set<String> compromised() {
        return keys.compromised();
    }

    /**
     * Gives the ring in use.
     *
     * @return the ring
     */
    public KeyRing ring() {
        return keys.ring();
    }

    /**
     * Gives the key that new challenges use.
     *
     * @return its id
     */
    public String activeId() {
        return keys.active().id();
    }

    /**
     * Gives the key that a new challenge shall use.
     *
     * @return the id of the active key
     * @throws UnknownKeyException if that key was declared compromised: nothing is issued under it
     */
    public String issuingId() {
        RootKey active = keys.active();
        if (active.compromised()) {
            throw UnknownKeyException.compromised(active.id());
        }
        return active.id();
    }

    /**
     * Gives what tells a key from others of the same id, on other nodes. It says nothing about the key.
     *
     * @param keyId the key, in any state
     * @return 64 bits in base64url (11 characters)
     * @throws UnknownKeyException if the ring has no such key
     */
    public String fingerprint(String keyId) {
        byte[] mac = keys.any(keyId).subKey(Purpose.FINGERPRINT).mac(new byte[0]);
        return BASE64.encodeToString(Arrays.copyOf(mac, FINGERPRINT));
    }

    /**
     * Tells whether the ring has a key, in any state.
     *
     * @param keyId the id
     * @return true if it has
     */
    public boolean knows(String keyId) {
        return keys.has(keyId);
    }

    /**
     * Names the keys that codes can be derived with.
     *
     * @return the ids of all but the retired and the compromised ones
     */
    public Set<String> codeKeyIds() {
        return keys.codeKeyIds();
    }

    /**
     * Makes the salt of a new challenge.
     *
     * @return 128 random bits, base64url (22 characters)
     */
    public String newSalt() {
        return BASE64.encodeToString(random.next(SALT));
    }

    /**
     * Derives the code that people read and type.
     *
     * @param context all that it is bound to
     * @param spec alphabet and length
     * @return the code; the same for the same context and spec
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public String code(CodeContext context, SecretSpec spec) {
        return Codes.draw(
                keys.making(context.keyId(), Purpose.CODE), encode(context, ""), spec.alphabet(), spec.length());
    }

    /**
     * Compares what somebody typed with the code, in constant time. White space, dashes, dots and invisible marks don't
     * count, nor does the case or the script of the digits; with {@link SecretSpec#LETTERS} O is read as 0, I and L as 1.
     *
     * @param context all that the code is bound to
     * @param spec alphabet and length
     * @param typed the typed text; one of more than 64 characters never matches
     * @return true if it is the code
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public boolean codeMatches(CodeContext context, SecretSpec spec, String typed) {
        String code = code(context, spec);
        return typed.length() <= TypedCode.LONGEST
                && sameText(TypedCode.canonical(code, spec.alphabet()), TypedCode.canonical(typed, spec.alphabet()));
    }

    /**
     * Derives the token of a login link.
     *
     * @param context all that it is bound to
     * @return {@code <challengeId>.<mac>}, the MAC with 256 bits in base64url
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public String linkToken(CodeContext context) {
        byte[] mac = keys.making(context.keyId(), Purpose.LINK).mac(encode(context, ""));
        return context.challenge() + "." + BASE64.encodeToString(mac);
    }

    /**
     * Compares a token with that of the login link, in constant time.
     *
     * @param context all that the link is bound to
     * @param token the token, as it came
     * @return true if it is the link's
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public boolean linkTokenMatches(CodeContext context, String token) {
        return sameToken(linkToken(context), token);
    }

    /**
     * Reads the challenge that a link token names. It proves nothing.
     *
     * @param token the token, as it came
     * @return the challenge; empty if the token has another form
     */
    public static Optional<ChallengeId> challengeOf(String token) {
        int dot = token.indexOf('.');
        try {
            return dot < 0 ? Optional.empty() : Optional.of(ChallengeId.of(token.substring(0, dot)));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    /**
     * Derives the token that a button carries for one of its answers.
     *
     * @param context all that it is bound to
     * @param answer the answer, such as {@code yes}
     * @return 128 bits in base64url (22 characters)
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public String answerToken(CodeContext context, String answer) {
        return half(keys.making(context.keyId(), Purpose.ANSWER).mac(encode(context, answer)));
    }

    /**
     * Compares a token with that of a button's answer, in constant time.
     *
     * @param context all that the answer is bound to
     * @param answer the answer
     * @param token the token, as it came
     * @return true if it is the answer's
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public boolean answerTokenMatches(CodeContext context, String answer, String token) {
        return sameToken(answerToken(context, answer), token);
    }

    /**
     * Derives the two digits that are shown where a challenge began and asked for elsewhere.
     *
     * @param context all that they are bound to
     * @return {@code 10} to {@code 99}
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public String matchNumber(CodeContext context) {
        SubKey key = keys.making(context.keyId(), Purpose.ANSWER);
        return Codes.draw(key, encode(context, "number"), "123456789", 1)
                + Codes.draw(key, encode(context, "number 2"), SecretSpec.DIGITS, 1);
    }

    /**
     * Compares typed digits with those that are shown where the challenge began, in constant time.
     *
     * @param context all that they are bound to
     * @param typed the typed text; white space and the script of the digits don't count
     * @return true if they are the same
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public boolean matchNumberIs(CodeContext context, String typed) {
        return typed.length() <= TypedCode.LONGEST
                && sameText(matchNumber(context), TypedCode.canonical(typed, SecretSpec.DIGITS));
    }

    /**
     * Derives the code that a person sends from the chat app: 13 characters of Crockford's base 32, 65 bits. Where it is
     * typed, the first {@link #TYPED_INVITATION} of them do.
     *
     * @param context all that it is bound to
     * @return the code
     * @throws UnknownKeyException if the key is unknown or retired
     */
    public String invitationCode(CodeContext context) {
        return Codes.draw(
                keys.making(context.keyId(), Purpose.ANSWER),
                encode(context, "invitation"),
                SecretSpec.LETTERS,
                WHOLE_INVITATION);
    }

    /** Derives the token of a form on a page from all that the form is bound to: 128 bits in base64url. */
    public String formToken(String keyId, String... parts) {
        return half(keys.making(keyId, Purpose.PAGE).mac(Parts.encode(parts)));
    }

    /** Compares a token with that of a form, in constant time. */
    public boolean formTokenMatches(String keyId, String token, String... parts) {
        return sameToken(formToken(keyId, parts), token);
    }

    /** Compares what a person sent from the chat app, capitals and digits, with the code or, if typed, its first characters. */
    public boolean invitationMatches(CodeContext context, String sent, boolean typed) {
        String code = invitationCode(context);
        boolean whole = sameText(code, sent);
        boolean first = sameText(code.substring(0, TYPED_INVITATION), sent);
        return whole || (typed && first);
    }

    /**
     * Makes an opaque look-up key.
     *
     * @param keyId the key, in any state
     * @param purpose what is looked up, such as {@code subject}
     * @param parts what it is looked up by
     * @return 256 bits in base64url (43 characters)
     * @throws UnknownKeyException if the ring has no such key
     */
    public String index(String keyId, String purpose, String... parts) {
        return index(keys.any(keyId), purpose, parts);
    }

    /** Makes the 256 bits that {@link #index} writes as text. */
    public byte[] indexBytes(String keyId, String purpose, String... parts) {
        return indexBytes(keys.any(keyId), purpose, parts);
    }

    /**
     * Makes the same as {@link #index} for a word of the application, such as a purpose. There are few of them, and nothing in
     * them is personal, so what was made is remembered.
     */
    public String indexOfWord(String keyId, String purpose, Tenant tenant, String word) {
        RootKey key = keys.any(keyId);
        return key.words().get(new Words.Word(purpose, tenant, word), () -> index(key, purpose, tenant.value(), word));
    }

    /** Makes a look-up key under every key of the ring, for rows that may be of any age; that of the active key first. */
    public List<String> indexUnderAll(String purpose, String... parts) {
        Collection<RootKey> all = keys.all();
        List<String> indexes = new ArrayList<>(all.size());
        for (RootKey key : all) {
            indexes.add(index(key, purpose, parts));
        }
        return indexes;
    }

    /**
     * Encrypts the personal part of a challenge with the active key.
     *
     * @param challenge the challenge; only with it the payload opens again
     * @param payload the bytes
     * @return the sealed payload
     */
    public SealedPayload seal(ChallengeId challenge, byte[] payload) {
        return sealer.seal(keys.active(), challenge, payload);
    }

    /**
     * Decrypts the personal part of a challenge.
     *
     * @param challenge the challenge it was sealed for
     * @param sealed the sealed payload
     * @return the bytes
     * @throws TamperedPayloadException if it was changed or is another challenge's
     * @throws UnknownKeyException if the ring has no such key
     */
    public byte[] open(ChallengeId challenge, SealedPayload sealed) {
        return sealer.open(keys.any(sealed.keyId()), challenge, sealed.bytes());
    }

    /** Derives the secret part of a channel's webhook path from the active key: 128 bits in base64url. */
    public String pathToken(String channel) {
        return pathToken(keys.active(), channel);
    }

    /**
     * Compares the secret part of a path in constant time, under every key that makes tokens: a path that was registered
     * before a rotation works until its key retires.
     *
     * @param channel the channel
     * @param token the part of the path, as it came
     * @return true if it is the channel's
     */
    public boolean pathTokenMatches(String channel, String token) {
        boolean matches = false;
        for (RootKey key : keys.all()) {
            matches |= key.makes() && sameToken(pathToken(key, channel), token);
        }
        return matches;
    }

    @Override
    public String toString() {
        return "Keys" + keys.all();
    }

    private static byte[] encode(CodeContext context, String answer) {
        return Parts.encode(
                context.purpose(),
                context.tenant().value(),
                context.challenge().value(),
                context.subject(),
                context.transactionDigest(),
                context.salt(),
                Integer.toString(context.generation()),
                answer);
    }

    private static String index(RootKey key, String purpose, String... parts) {
        return BASE64.encodeToString(indexBytes(key, purpose, parts));
    }

    private static byte[] indexBytes(RootKey key, String purpose, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = purpose;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return key.subKey(Purpose.INDEX).mac(Parts.encode(all));
    }

    private static String pathToken(RootKey key, String channel) {
        return half(key.subKey(Purpose.PATH).mac(Parts.encode(channel)));
    }

    private static String half(byte[] mac) {
        return BASE64.encodeToString(Arrays.copyOf(mac, HALF_MAC));
    }

    private static boolean sameToken(String expected, String token) {
        return token.length() == expected.length() && sameText(expected, token);
    }

    private static boolean sameText(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
