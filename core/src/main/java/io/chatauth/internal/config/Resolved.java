package io.chatauth.internal.config;

import io.chatauth.Countries;
import io.chatauth.Discovery;
import io.chatauth.Secret;
import io.chatauth.internal.catalog.TemplateSource;
import io.chatauth.internal.discovery.Channels;
import io.chatauth.internal.discovery.Flows;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.webhook.WebhookAuth;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All that the builder gathered, read and checked. If there are problems, values that were wrong are replaced by their
 * defaults so that further checks can be made; nothing may be started with them.
 *
 * @param account how the Infobip account is reached
 * @param usesAccount whether any channel needs the account; false if all go to hosts of their own
 * @param channels the channels in use
 * @param flows the flows in use
 * @param templates where templates come from, least first
 * @param discovery what became of each provider
 * @param senders the senders of each channel
 * @param bindings what channels call templates, and what is declared about them
 * @param countries the countries that messages may go to
 * @param region the country of numbers without a country code, an ISO 3166 code
 * @param keys the text of the key ring, if one was given
 * @param links what is configured about links
 * @param webhookUrl where the provider reaches this application, if it can
 * @param webhookAuth how webhooks may prove themselves, as far as properties say
 * @param engine what the engine is tuned with
 * @param parts objects that the application gave
 * @param problems all that is wrong, one sentence each, in a fixed order
 */
public record Resolved(
        AccountOptions account,
        boolean usesAccount,
        Channels channels,
        Flows flows,
        List<TemplateSource> templates,
        Discovery discovery,
        Senders senders,
        Bindings bindings,
        Countries countries,
        Optional<String> region,
        Optional<Secret> keys,
        LinkSettings links,
        Optional<URI> webhookUrl,
        List<WebhookAuth> webhookAuth,
        EngineOptions engine,
        Parts parts,
        List<String> problems) {
    /** Copies the lists. */
    public Resolved {
        templates = List.copyOf(templates);
        webhookAuth = List.copyOf(webhookAuth);
        problems = List.copyOf(problems);
    }
}
