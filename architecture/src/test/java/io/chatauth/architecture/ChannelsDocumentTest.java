package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chatauth.ChannelId;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.template.Template;
import io.chatauth.testkit.ChannelTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        for (ChannelId channel : ChatAuthChannels.all().keySet()) {
            for (Template template : useCases()) {
                assertFalse(table.cell(template.name(), channel).isBlank());
            }
        }
    }

    private static ChannelTable table() {
        return ChannelTable.of(ChatAuthChannels.all(), useCases(), Set.of(FlowTemplates.OPT_IN));
    }

    private static List<Template> useCases() {
        List<Template> all = new ArrayList<>(FlowTemplates.templates());
        all.addAll(FlowTemplates.loginLink(URI.create("https://login.example.com/l")));
        all.addAll(FlowTemplates.transactionLink(URI.create("https://login.example.com/l")));
        all.addAll(FlowTemplates.cardActivation("+441134960999"));
        return all;
    }
}
