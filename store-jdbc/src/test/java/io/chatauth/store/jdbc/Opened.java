package io.chatauth.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Closes the stores of a test. */
final class Opened {
    private final List<JdbcStore> stores = new ArrayList<>();

    JdbcStore add(JdbcStore store) {
        stores.add(store);
        return store;
    }

    void close() {
        stores.forEach(JdbcStore::close);
        stores.clear();
    }
}
