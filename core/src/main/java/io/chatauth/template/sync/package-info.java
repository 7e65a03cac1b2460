/** What bringing templates to an account would do, does and did. */
@NullMarked
package io.chatauth.template.sync;

import org.jspecify.annotations.NullMarked;
