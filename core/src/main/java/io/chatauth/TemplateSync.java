package io.chatauth;

import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.internal.sync.Planner;
import io.chatauth.internal.sync.Wish;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings templates to the account. By default these are all templates that are known here, the built-in ones too, in all
 * their languages, on all channels that send approved templates only. Not safe for use by many threads.
 */
public final class TemplateSync {
    private final TemplateDesk desk;
    private final List<ChannelId> channels = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private boolean createOnly;

    TemplateSync(TemplateDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes only some channels. On those, templates are brought even where free text may be sent too.
     *
     * @param ids the channels
     * @return this
     */
    public TemplateSync channels(ChannelId... ids) {
        channels.addAll(List.of(ids));
        return this;
    }

    /**
     * Takes only some templates.
     *
     * @param templates their names
     * @return this
     */
    public TemplateSync names(String... templates) {
        names.addAll(List.of(templates));
        return this;
    }

    /**
     * Takes only some languages.
     *
     * @param codes their codes, such as {@code en} or {@code pt-BR}
     * @return this
     */
    public TemplateSync languages(String... codes) {
        languages.addAll(List.of(codes));
        return this;
    }

    /**
     * Leaves registered templates as they are, even where they differ: an edited template is reviewed again, and can't be
     * sent meanwhile.
     *
     * @return this
     */
    public TemplateSync createOnly() {
        createOnly = true;
        return this;
    }

    /**
     * Finds out what there is to do. Nothing is written.
     *
     * @return the plan
     * @throws RequestException if there is no such template or language
     * @throws UnknownChannelException if there is no such channel
     * @throws ApiException if the provider refuses to list its templates
     * @throws TransportException if the provider can't be reached
     */
    public TemplatePlan plan() {
        return new TemplatePlan(desk, new Planner(desk).plan(new Wish(channels, names, languages, createOnly)));
    }
}
