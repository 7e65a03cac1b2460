/** A local Infobip: its API, its webhooks, and phones in the browser. */
module io.chatauth.sandbox {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires static transitive org.jspecify;
    requires undertow.core;
    requires xnio.api;

    exports io.chatauth.sandbox;
}
