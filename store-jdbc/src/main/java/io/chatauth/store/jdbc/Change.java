package io.chatauth.store.jdbc;

/**
 * A transition as the parts of one conditional update.
 *
 * @param sets what changes
 * @param where on what condition
 * @param ends whether it ends the challenge: then the winner gets what is erased, and the look-ups are free
 */
record Change(Sql sets, Sql where, boolean ends) {}
