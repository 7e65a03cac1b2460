package io.chatauth.internal.address;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.RequestException;
import io.chatauth.internal.text.Masking;
import io.chatauth.template.Capabilities;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes recipients canonical before anything is counted or stored, so that no limit can be passed by writing an address in
 * another way. Safe for use by many threads.
 */
public final class Recipients {
    private final PhoneNumbers numbers;

    /**
     * Reads phone numbers with this.
     *
     * @param numbers the reader
     */
    public Recipients(PhoneNumbers numbers) {
        this.numbers = Objects.requireNonNull(numbers, "numbers");
    }

    /**
     * Finds the one form of a recipient, and checks that the channel and the configuration let it be written to.
     *
     * @param raw the address, as the application gave it
     * @param channel the channel
     * @param capabilities what the channel takes
     * @param countries where messages may go; user ids have no country
     * @return the recipient
     * @throws RequestException if the channel does not take this kind, the address can't be read, or its country is not
     *     allowed; the address is masked
     */
    public Canonical canonical(Address raw, ChannelId channel, Capabilities capabilities, Countries countries) {
        Set<Address.Kind> taken = capabilities.recipients();
        if (!taken.contains(raw.kind())) {
            Address.Kind other = raw.kind() == Address.Kind.PHONE ? Address.Kind.USER_ID : Address.Kind.PHONE;
            throw new RequestException("channel " + channel + " takes a " + other.inWords() + ", not the "
                    + raw.kind().inWords() + " " + Masking.clean(raw.masked()) + "; make the address with "
                    + maker(other));
        }
        if (raw.kind() == Address.Kind.PHONE) {
            return phone(raw, channel, countries);
        }
        Address id = UserIds.canonical(raw, channel);
        if (taken.contains(Address.Kind.PHONE) && UserIds.readsAsNumber(id)) {
            throw new RequestException("the user id " + id.masked() + " reads as a phone number, which channel "
                    + channel + " takes, too; make the address with " + maker(Address.Kind.PHONE));
        }
        return new Canonical(id, Optional.empty());
    }

    /**
     * Finds the one form of an address that wrote to us. Where it came from does not matter, and nothing is refused.
     *
     * @param raw the address, as the provider gave it
     * @param channel the channel
     * @return the canonical address; the given one if it can't be read
     */
    public Address known(Address raw, ChannelId channel) {
        try {
            return raw.kind() == Address.Kind.PHONE
                    ? numbers.parse(raw.value()).e164()
                    : UserIds.canonical(raw, channel);
        } catch (RequestException unreadable) {
            return raw;
        }
    }

    private Canonical phone(Address raw, ChannelId channel, Countries countries) {
        ParsedPhone parsed = numbers.parse(raw.value());
        if (!countries.allows(parsed.region())) {
            throw new RequestException("the country " + parsed.region() + " of the phone number "
                    + parsed.e164().masked() + " is not allowed for channel " + channel + " (allowed: " + countries
                    + "); add " + parsed.region() + " to chatauth.countries if messages may go there");
        }
        return new Canonical(parsed.e164(), Optional.of(parsed.region()));
    }

    private static String maker(Address.Kind kind) {
        return kind == Address.Kind.PHONE ? "Address.phone(…)" : "Address.userId(…)";
    }
}
