/** Changes that would break a promise, and the tests that must notice. */
package io.chatauth.mutation;
