/** ChatAuth's core: the facade, the values, the SPIs, the engine and the Infobip client. */
module io.chatauth.core {
    requires com.fasterxml.jackson.databind;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static jakarta.servlet;
    requires java.net.http;
    requires static micrometer.core;
    requires static transitive jdk.httpserver;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.chatauth;
    exports io.chatauth.audit;
    exports io.chatauth.event;
    exports io.chatauth.flow;
    exports io.chatauth.infobip;
    exports io.chatauth.infobip.wire;
    exports io.chatauth.page;
    exports io.chatauth.metrics;
    exports io.chatauth.spi;
    exports io.chatauth.store;
    exports io.chatauth.template;
    exports io.chatauth.template.sync;
    exports io.chatauth.webhook;

    uses io.chatauth.spi.AuthFlowProvider;
    uses io.chatauth.spi.ChannelProvider;
    uses io.chatauth.spi.TemplateProvider;
}
