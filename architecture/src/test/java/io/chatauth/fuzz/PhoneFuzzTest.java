package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.internal.address.LibPhoneNumbers;
import io.chatauth.internal.address.Recipients;
import io.chatauth.template.Capabilities;
import java.util.Optional;

/** Addresses as applications and people write them. */
class PhoneFuzzTest {
    private static final Recipients RECIPIENTS = new Recipients(new LibPhoneNumbers(Optional.of("GB")));
    private static final ChannelId CHANNEL = ChannelId.of("sample");
    private static final Capabilities CAN = Capabilities.of(Capabilities.TextMode.FREE_TEXT)
            .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
            .build();

    @FuzzTest(maxDuration = "1m")
    void phone(FuzzedDataProvider data) {
        boolean phone = data.consumeBoolean();
        String text = data.consumeRemainingAsString();
        Address raw;
        try {
            raw = phone ? Address.phone(text) : Address.userId(text);
        } catch (IllegalArgumentException documented) {
            return;
        }
        Bench.survive(() -> {
            Address to = RECIPIENTS
                    .canonical(raw, CHANNEL, CAN, Countries.of("GB", "DE"))
                    .address();
            Bench.check(!phone || to.value().matches("\\+(44|49)[0-9]{2,13}"), "no number of these countries");
            Bench.check(
                    to.equals(RECIPIENTS
                            .canonical(to, CHANNEL, CAN, Countries.of("GB", "DE"))
                            .address()),
                    "another form of it");
        });
    }
}
