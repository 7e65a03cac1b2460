/** ChatAuth's store for one machine in a file, and for many machines in PostgreSQL. */
module io.chatauth.store.jdbc {
    requires com.fasterxml.jackson.core;
    requires transitive io.chatauth.core;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports io.chatauth.store.jdbc;
}
