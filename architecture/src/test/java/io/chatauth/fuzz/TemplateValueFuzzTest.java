package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.Adapter;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Map;

/** Values of placeholders, for each channel. */
class TemplateValueFuzzTest {
    private static final List<Channel> CHANNELS = Bench.channels();
    private static final List<ChannelId> IDS = Bench.ids();
    private static final Template TEMPLATE = Template.named("notice")
            .body("A parcel for {{name}} is here, from {{shop}}.")
            .build();

    @FuzzTest(maxDuration = "1m")
    void templateValue(FuzzedDataProvider data) {
        int which = data.consumeInt(0, CHANNELS.size() - 1);
        Channel channel = CHANNELS.get(which);
        String shop = data.consumeString(100);
        String name = data.consumeRemainingAsString();
        Bench.survive(() -> {
            AdaptedMessage message = Adapter.fill(
                    IDS.get(which),
                    channel.adapt(IDS.get(which), TEMPLATE),
                    channel.capabilities(),
                    Map.of("name", name, "shop", shop),
                    Map.of());
            Bench.check(message.body().chars().noneMatch(c -> c < 0x20 && c != 10), "a control character went through");
            Bench.check(
                    message.body().codePoints().noneMatch(c -> c == 0x202e || c == 0x200b),
                    "an invisible one went through");
        });
    }
}
