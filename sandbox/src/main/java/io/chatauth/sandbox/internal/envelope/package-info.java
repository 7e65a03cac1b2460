/** The envelope that Viber, LINE, Kakao and Zalo share: its rules, its answer, its delivery report. */
@NullMarked
package io.chatauth.sandbox.internal.envelope;

import org.jspecify.annotations.NullMarked;
