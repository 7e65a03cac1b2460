/** ChatAuth for a Guice injector. */
module io.chatauth.guice {
    requires transitive com.google.guice;
    requires transitive io.chatauth.core;
    requires transitive jakarta.inject;
    requires static transitive org.jspecify;

    exports io.chatauth.guice;
}
