package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chatauth.ChannelId;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.template.Template;
import io.chatauth.testkit.ChannelTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds docs/channels.md to what the channels declare; {@code -Dchatauth.docs.write=true} writes it. */
class ChannelsDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "channels.md");
    private static final String BEGIN = "<!-- use cases: written by ChannelsDocumentTest -->";
    private static final String END = "<!-- end of use cases -->";

    @Test
    void theTableInTheDocumentIsThatOfTheChannels() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String table = "\n" + table().markdown();
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
            return;
        }
        assertEquals(
                table,
                document.substring(begin, end),
                "docs/channels.md differs from the code; run this test with -Dchatauth.docs.write=true");
    }

    @Test
    void noCellIsEmpty() {
        ChannelTable table = table();
        for (ChannelId channel : channels().keySet()) {
            for (Template template : useCases()) {
                assertFalse(table.cell(template.name(), channel).isBlank());
            }
        }
    }

    private static ChannelTable table() {
        return ChannelTable.of(channels(), useCases(), Set.of(FlowTemplates.OPT_IN));
    }

    private static List<Template> useCases() {
        List<Template> all = new ArrayList<>(FlowTemplates.templates());
        all.addAll(FlowTemplates.loginLink(URI.create("https://login.example.com/l")));
        all.addAll(FlowTemplates.cardActivation("+441134960999"));
        return all;
    }

    /** ChatAuth's own channels with their default options, sorted by id. */
    private static Map<ChannelId, Channel> channels() {
        Map<String, ChannelProvider> sorted = new TreeMap<>();
        for (ChannelProvider provider : ServiceLoader.load(ChannelProvider.class)) {
            if (provider.getClass().getName().startsWith("io.chatauth.channel.")) {
                sorted.put(provider.id().value(), provider);
            }
        }
        Map<ChannelId, Channel> channels = new LinkedHashMap<>();
        sorted.values()
                .forEach(provider -> channels.put(provider.id(), provider.create(new ChannelContext(Options.none()))));
        return channels;
    }
}
