package io.chatauth.internal.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.chatauth.ChannelId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once each field of webhooks that a channel does not know: the provider may have begun to tell something new. */
final class UnknownFields {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownFields.class);
    private static final int REMEMBERED = 200;
    private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{4})[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /**
     * Looks at the names of all fields, however deep.
     *
     * @param known the names that are known; none means that the channel does not say
     * @param body a body that was read before
     */
    void look(ChannelId channel, Set<String> known, byte[] body) {
        if (known.isEmpty() || logged.size() >= REMEMBERED) {
            return;
        }
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && !known.contains(parser.currentName())) {
                    logOnce(channel, parser.currentName());
                }
            }
        } catch (IOException e) {
            LOG.debug("The fields of a webhook of {} can't be looked at", channel, e);
        }
    }

    /** A name of another form may be a number of somebody, or a trick. */
    private void logOnce(ChannelId channel, String name) {
        String shown = NAME.matcher(name).matches() ? "'" + name + "'" : "with a name of another form";
        if (logged.size() < REMEMBERED && logged.add(channel + " " + shown)) {
            LOG.warn(
                    "A field {} in webhooks of {} is not known and was passed over; this is logged once",
                    shown,
                    channel);
        }
    }
}
