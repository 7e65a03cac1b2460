/** All flows in all apps without a person: each once as it should go, and once as an attacker would like it. */
@NullMarked
package io.chatauth.samples.bank.play;

import org.jspecify.annotations.NullMarked;
