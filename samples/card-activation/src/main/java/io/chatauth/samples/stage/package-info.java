/** What both samples are played on: the five apps, the person with the phone, the web server, the transcript. */
@NullMarked
package io.chatauth.samples.stage;

import org.jspecify.annotations.NullMarked;
