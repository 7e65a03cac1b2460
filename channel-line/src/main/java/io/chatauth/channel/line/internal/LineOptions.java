package io.chatauth.channel.line.internal;

import io.chatauth.spi.Options;

/**
 * What can be chosen for LINE.
 *
 * @param personalLinks whether LINE approved layouts with links that differ from person to person
 */
record LineOptions(boolean personalLinks) {
    static LineOptions from(Options options) {
        return new LineOptions(options.flag("personal-links", false));
    }
}
