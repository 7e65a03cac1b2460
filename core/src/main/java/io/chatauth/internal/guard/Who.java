package io.chatauth.internal.guard;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Tenant;
import io.chatauth.internal.address.SubjectKey;
import java.util.Optional;

/**
 * The person that something is counted for.
 *
 * @param tenant the tenant
 * @param channel the channel
 * @param sender the business sender
 * @param to the canonical address
 * @param counted what the person is counted by: the number that is proven to be theirs, else the address itself
 * @param country the country of the number, if it has one
 */
public record Who(
        Tenant tenant, ChannelId channel, String sender, Address to, Address counted, Optional<String> country) {
    private static final int NOT_IN_PREFIX = 4;

    /** What tells this person from others, over all channels where it is a number. */
    String[] parts() {
        return SubjectKey.parts(counted, channel, sender);
    }

    /** The number without its last four digits; empty if the person has none. */
    Optional<String> prefix() {
        String value = counted.value();
        return counted.kind() == Address.Kind.PHONE && value.length() > NOT_IN_PREFIX + 1
                ? Optional.of(value.substring(0, value.length() - NOT_IN_PREFIX))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Who[" + tenant + ", " + channel + ", " + to.masked() + "]";
    }
}
