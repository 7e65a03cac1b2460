/** A local Infobip: its API, its webhooks, and phones in the browser. */
module io.chatauth.sandbox {
    requires com.fasterxml.jackson.databind;
    requires io.nayuki.qrcodegen;
    requires java.logging;
    requires java.net.http;
    // Undertow's threads need sun.misc.Unsafe, which no automatic module can ask for.
    requires jdk.unsupported;
    requires static transitive org.jspecify;
    requires undertow.core;
    requires xnio.api;

    exports io.chatauth.sandbox;
}
