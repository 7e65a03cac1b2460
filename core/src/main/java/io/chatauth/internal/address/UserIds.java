package io.chatauth.internal.address;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.internal.text.Masking;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Ids that chat apps give their users. Case counts: apps tell such ids apart. */
final class UserIds {
    private static final int LONGEST = 150;
    // E.164 numbers have at most 15 digits; leading zeros may be a prefix for abroad.
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+0]*\\d{0,15}");

    private UserIds() {}

    /**
     * Normalises an id: NFKC, no white space around it.
     *
     * @param raw the id, as it was given
     * @param channel the channel, for the error
     * @return the canonical id
     * @throws RequestException if it is empty or too long, or has characters that nobody sees
     */
    static Address canonical(Address raw, ChannelId channel) {
        String id = Normalizer.normalize(raw.value(), Normalizer.Form.NFKC).strip();
        String which = "the user id " + Masking.clean(Masking.number(id)) + " for channel " + channel;
        id.codePoints().filter(UserIds::unseen).findFirst().ifPresent(c -> {
            throw new RequestException(which + " has the invisible character " + String.format("U+%04X", c)
                    + "; give the id as the channel gave it");
        });
        if (id.isEmpty() || id.length() > LONGEST) {
            throw new RequestException(which + " has " + id.length() + " characters, expected 1 to " + LONGEST);
        }
        return Address.userId(id);
    }

    /**
     * Tells whether a provider that takes numbers, too, could read an id as a phone number.
     *
     * @param canonical the id
     * @return true if it has nothing but digits and separators, and no more digits than a phone number
     */
    static boolean readsAsNumber(Address canonical) {
        try {
            return LIKE_A_NUMBER
                    .matcher(WrittenNumber.reduce(canonical.value()))
                    .matches();
        } catch (RequestException noNumber) {
            return false;
        }
    }

    private static boolean unseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
