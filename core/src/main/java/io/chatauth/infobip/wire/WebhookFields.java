package io.chatauth.infobip.wire;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of fields of webhooks: those that Infobip documents for the webhooks of every channel stand here once. Source: what
 * the {@code webhooks} of all channels' specs share.
 */
public final class WebhookFields {
    private static final String SHARED = """
            applicationId bulkId callbackData currency description doneAt entityId error groupId groupName
            id messageCount messageId name permanent price pricePerMessage results sender sentAt status to
            """;

    private WebhookFields() {}

    /**
     * Gives all names of a channel.
     *
     * @param own the names that not all channels share, with white space between them
     * @return them and the shared ones
     */
    public static Set<String> with(String own) {
        return Stream.of(SHARED, own)
                .flatMap(names -> Stream.of(names.strip().split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
