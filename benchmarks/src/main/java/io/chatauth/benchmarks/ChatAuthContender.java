package io.chatauth.benchmarks;

import io.chatauth.ChatAuth;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import java.io.IOException;
import java.net.URI;

/**
 * ChatAuth through its public facade: {@code start()}, then {@code accepted()}. Each message is a whole challenge that is
 * checked, counted against the limits of its recipient, sealed and stored in memory. All settings are the defaults, but that
 * the store holds more challenges than a round makes, that fewer requests are in flight, and that the limits per prefix, country
 * and day are higher than what a round sends.
 */
final class ChatAuthContender implements Contender {
    private static final int MOST_CHALLENGES = 10_000_000;
    private static final int MOST_PER_PREFIX = 100_000;
    private static final int MOST_MESSAGES = 100_000_000;
    /** For two processors and an answer that is there at once; the default suits a provider that takes its time. */
    static final int REQUESTS = 2;

    private final ChatAuth chatAuth;

    ChatAuthContender(URI stub) {
        chatAuth = ChatAuth.builder()
                .baseUrl(stub.toString())
                .apiKey(Secret.of("benchmark"))
                .channel(new WhatsAppChannelProvider())
                .sender("whatsapp", SENDER)
                .template(Template.named(TEMPLATE)
                        .language("en")
                        .category(Category.UTILITY)
                        .body("Hi {{name}}, please call us to activate your card.")
                        .button(new Button.CallPhone("Call us", "+441134960000"))
                        .example("name", NAME)
                        .build())
                .maxChallenges(MOST_CHALLENGES)
                .requestsPerLane(REQUESTS)
                .limit("sends-per-prefix-1h", MOST_PER_PREFIX)
                .limit("sends-per-country-1h", MOST_MESSAGES)
                .limit("sends-24h", MOST_MESSAGES)
                .build();
    }

    @Override
    public void send(long number) throws IOException {
        Receipt receipt = chatAuth.start(ActivationNotice.to("+" + Contender.recipient(number))
                        .via("whatsapp")
                        .purpose("activation")
                        .value("name", NAME)
                        .build())
                .accepted()
                .toCompletableFuture()
                .join();
        if (!receipt.accepted()) {
            throw new IOException(receipt.toString());
        }
    }

    @Override
    public void close() {
        chatAuth.close();
    }
}
