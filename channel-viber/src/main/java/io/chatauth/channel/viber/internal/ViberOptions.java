package io.chatauth.channel.viber.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;

/**
 * What can be chosen for Viber.
 *
 * @param registeredTemplates whether all templates are registered ones
 * @param activationCheck whether Viber shall refuse messages to people who activated it on a device only recently
 */
record ViberOptions(boolean registeredTemplates, boolean activationCheck) {
    static ViberOptions from(Options options) {
        ViberOptions chosen =
                new ViberOptions(options.flag("registered-templates", false), options.flag("activation-check", false));
        if (chosen.registeredTemplates && chosen.activationCheck) {
            throw new OptionException("chatauth.channel.viber.activation-check and"
                    + " chatauth.channel.viber.registered-templates are both true, and Viber checks plain text only;"
                    + " set one of them to false");
        }
        return chosen;
    }
}
