package io.chatauth.channel.viber.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be chosen for Viber.
 *
 * @param registeredTemplates whether all templates are registered ones
 * @param activationCheck whether Viber shall refuse messages to people who activated it on a device only recently
 * @param chatUri what Viber's links call the chat that people write to; empty if nobody is invited
 */
record ViberOptions(boolean registeredTemplates, boolean activationCheck, Optional<String> chatUri) {
    static final String CHAT_URI = "chat-uri";
    private static final Pattern URI_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    static ViberOptions from(Options options) {
        ViberOptions chosen = new ViberOptions(
                options.flag("registered-templates", false),
                options.flag("activation-check", false),
                options.text(CHAT_URI));
        chosen.chatUri.ifPresent(name -> {
            if (!URI_NAME.matcher(name).matches()) {
                throw new OptionException(options.nameOf(CHAT_URI) + " is '" + name
                        + "'; give the name that stands in viber://pa?chatURI=, 1 to 100 letters, digits, dots, hyphens"
                        + " and underscores");
            }
        });
        if (chosen.registeredTemplates && chosen.activationCheck) {
            throw new OptionException("chatauth.channel.viber.activation-check and"
                    + " chatauth.channel.viber.registered-templates are both true, and Viber checks plain text only;"
                    + " set one of them to false");
        }
        return chosen;
    }
}
