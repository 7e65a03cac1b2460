package io.chatauth.internal.dispatch;

import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Capabilities;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A request is the ids with commas between them; its lane is the sender. */
class FakeChannel implements Channel {
    final Set<String> unencodable = ConcurrentHashMap.newKeySet();
    final List<String> encoded = new CopyOnWriteArrayList<>();
    private final int batchSize;

    FakeChannel(int batchSize) {
        this.batchSize = batchSize;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                .batchSize(batchSize)
                .build();
    }

    @Override
    public String lane(OutboundMessage message) {
        if (message.sender().equals("broken")) {
            throw new IllegalStateException("the text of a stranger");
        }
        return message.sender();
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        String ids = context.messages().stream().map(OutboundMessage::id).collect(Collectors.joining(","));
        encoded.add(ids);
        for (OutboundMessage message : context.messages()) {
            if (unencodable.contains(message.id())) {
                throw new IllegalStateException("secret of " + message.id());
            }
        }
        return WireRequest.post("/send", ids.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        if (response.text().equals("garbage")) {
            throw new MalformedResponseException("expected an object at position 1", null);
        }
        return context.messages().stream()
                .map(OutboundMessage::id)
                .filter(id -> !response.text().equals("forget " + id))
                .map(id -> (Receipt) new Receipt.Accepted(id, Optional.empty()))
                .toList();
    }
}
