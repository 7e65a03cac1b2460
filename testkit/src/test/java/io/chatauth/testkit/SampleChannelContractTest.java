package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class SampleChannelContractTest extends ChannelContract {
    @Override
    protected ChannelProvider provider() {
        return new SampleChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.of("chatauth.channel.sample.", Map.of("apiKey", "very-secret-key"));
    }

    @Override
    protected String sender() {
        return "Bank";
    }

    @Override
    protected Address address() {
        return Address.phone("+441134960001");
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return messageIds.stream()
                .map(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"accepted\":[", "]}"));
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(
                "{\"events\":[{\"kind\":\"delivered\",\"id\":\"m-1\"}]}",
                "{\"events\":[{\"kind\":\"reply\",\"id\":\"in-1\",\"from\":\"+441134960001\",\"to\":\"Bank\","
                        + "\"text\":\"Yes it was me\"}]}");
    }
}
