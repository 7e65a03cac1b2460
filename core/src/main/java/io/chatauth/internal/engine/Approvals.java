package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.RequestException;
import io.chatauth.internal.config.Bindings;
import io.chatauth.template.Approval;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known about the approval of templates. Only an observed bad state refuses; nothing known warns once and sends. */
final class Approvals {
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private record Key(ChannelId channel, String template, String language) {}

    private final Map<Key, Approval> known = new ConcurrentHashMap<>();
    private final Bindings declared;

    Approvals(Bindings declared) {
        this.declared = declared;
    }

    void observe(ChannelId channel, String template, String language, Approval approval) {
        known.put(new Key(channel, template, language), approval);
    }

    Approval of(ChannelId channel, String template, String language) {
        Approval approval = find(new Key(channel, template, language));
        return approval == null ? Approval.UNKNOWN : approval;
    }

    /** Throws if the provider is known to refuse the template. */
    void check(ChannelId channel, String name, String template, String language) {
        Key key = new Key(channel, template, language);
        Approval approval = find(key);
        if (approval == null) {
            Approval said = declared.approval(channel, name, language);
            if (known.putIfAbsent(key, said) == null && said.source() == Approval.Source.UNKNOWN) {
                LOG.warn(
                        "Nothing is known about the approval of template '{}' ({}) on {}; it is sent all the same",
                        template,
                        language,
                        channel);
            }
            return;
        }
        if (approval.source() == Approval.Source.OBSERVED && approval.state().unusable()) {
            throw new RequestException("template '" + template + "' (" + language + ") on " + channel + " is "
                    + approval.state()
                    + (approval.detail().isEmpty() ? "" : " (" + approval.detail() + ")")
                    + "; wait for its approval, or ask again with templates().approval(…)");
        }
    }

    /** What was observed of a template without language, which some providers' are, holds for every language. */
    private @Nullable Approval find(Key key) {
        Approval exact = known.get(key);
        Approval any = known.get(new Key(key.channel, key.template, ""));
        boolean observed = exact != null && exact.source() == Approval.Source.OBSERVED;
        return observed || any == null ? exact : any;
    }
}
