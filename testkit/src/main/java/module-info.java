/** ChatAuth's testkit: contract tests and sample values for those who write a store, a channel or templates. */
module io.chatauth.testkit {
    requires com.fasterxml.jackson.databind;
    requires transitive io.chatauth.core;
    requires jdk.httpserver;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports io.chatauth.testkit;

    opens io.chatauth.testkit to
            org.junit.platform.commons;

    uses io.chatauth.spi.ChannelProvider;
    uses io.chatauth.spi.TemplateProvider;
}
