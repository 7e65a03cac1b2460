package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Template;
import io.chatauth.testkit.SampleMessages;
import java.util.List;
import java.util.Map;

/** Answers to requests, for each channel. */
class ResponseFuzzTest {
    private static final List<Channel> CHANNELS = Bench.channels();
    private static final List<ChannelId> IDS = Bench.ids();
    private static final Template TEMPLATE =
            Template.named("notice").body("Your parcel is here.").build();

    @FuzzTest(maxDuration = "1m")
    void response(FuzzedDataProvider data) {
        int which = data.consumeInt(0, CHANNELS.size() - 1);
        Channel channel = CHANNELS.get(which);
        EncodeContext context = EncodeContext.of(
                List.of(SampleMessages.message(
                                "message-1",
                                "sender",
                                Address.phone("+441134960001"),
                                SampleMessages.fill(IDS.get(which), channel, TEMPLATE))
                        .build()),
                SampleMessages.NOW);
        int status = data.pickValue(new int[] {200, 400, 401, 429, 500});
        WireResponse response =
                WireResponse.of(status, Map.of("Content-Type", "application/json"), data.consumeRemainingAsBytes());
        Bench.survive(() -> {
            if (status == 200) {
                Bench.check(channel.decodeResponse(context, response) != null, "null was read");
            } else {
                Bench.check(channel.decodeError(response) != null, "null was read");
            }
        });
    }
}
