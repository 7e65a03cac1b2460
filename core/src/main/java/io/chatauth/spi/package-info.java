/** What an extension implements: channels, template providers, flows. */
@NullMarked
package io.chatauth.spi;

import org.jspecify.annotations.NullMarked;
