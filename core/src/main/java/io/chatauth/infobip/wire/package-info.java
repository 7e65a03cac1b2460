/**
 * What Infobip's channel endpoints have in common on the wire: JSON in and out, answers to a send, reports, time stamps.
 * For channel modules; an application needs none of it.
 */
@NullMarked
package io.chatauth.infobip.wire;

import org.jspecify.annotations.NullMarked;
