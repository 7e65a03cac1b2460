package io.chatauth.sandbox.internal.viber;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeReports;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Said;
import io.chatauth.sandbox.internal.server.Json;
import org.jspecify.annotations.Nullable;

/** Viber's webhooks, in the shapes of Infobip's spec. */
public final class ViberReports extends EnvelopeReports {
    /** Makes the reports. */
    public ViberReports() {}

    /** By the spec's words and example {@code from} is who saw it, {@code to} the registered sender. */
    @Override
    public ObjectNode seen(Message message) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results")
                .addObject()
                .put("messageId", message.messageId())
                .put("from", message.to())
                .put("to", message.from())
                .put("sentAt", Json.time(message.at()))
                .put("seenAt", Json.time(orElse(message.seenAt(), message.at())));
        putIfThere(result, "applicationId", message.options().applicationId());
        putIfThere(result, "entityId", message.options().entityId());
        putIfThere(result, "campaignReferenceId", message.options().campaignReferenceId());
        return body;
    }

    @Override
    public boolean answerable() {
        return true;
    }

    /** A chosen option comes as its text. Without tracking data in the answered message the spec promises a random one. */
    @Override
    public ObjectNode inbound(Message reply, Said said, @Nullable Message paired) {
        String tracking = reply.options().trackingData();
        ObjectNode message = Json.object()
                .put("type", "TEXT")
                .put("text", said.text())
                .put("trackingData", tracking == null ? newId() : tracking);
        return inbound(reply, Viber.CHANNEL, message, paired);
    }
}
