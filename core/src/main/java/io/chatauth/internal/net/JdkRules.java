package io.chatauth.internal.net;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Settings of the JDK's HTTP client that ChatAuth can't live with; they are system properties of the whole process. */
public final class JdkRules {
    private static final String RETRY = "jdk.httpclient.enableAllMethodRetry";
    private static final String NO_HOST_CHECK = "jdk.internal.httpclient.disableHostnameVerification";
    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final String TUNNEL = "jdk.http.auth.tunneling.disabledSchemes";

    private JdkRules() {}

    /**
     * Finds what would let the client send a message twice without ChatAuth's knowledge, or to the wrong server.
     *
     * @return one sentence for each problem
     */
    public static List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (isOn(RETRY)) {
            problems.add(
                    "the system property " + RETRY + " is set: the JDK's client would silently repeat a POST, and a"
                            + " person may get a message twice; remove it, or set it to false");
        }
        if (isOn(NO_HOST_CHECK)) {
            problems.add("the system property " + NO_HOST_CHECK + " is set: any trusted certificate would pass for"
                    + " Infobip's, and credentials could go to someone else; remove it");
        }
        return List.copyOf(problems);
    }

    /**
     * Finds what shows credentials in a log.
     *
     * @return a sentence if the client's own log is switched on
     */
    public static Optional<String> warning() {
        return System.getProperty(LOG) == null
                ? Optional.empty()
                : Optional.of(
                        "the system property " + LOG + " is set: the JDK's client may log headers and bodies, with"
                                + " credentials and codes in them; never use it in production");
    }

    /**
     * Tells whether the platform's trust check asks revocation services, and so waits for the network.
     *
     * @return true if {@code com.sun.net.ssl.checkRevocation} is set
     */
    public static boolean checksRevocation() {
        return Boolean.getBoolean("com.sun.net.ssl.checkRevocation");
    }

    private static boolean isOn(String property) {
        String value = System.getProperty(property);
        return value != null && !value.equalsIgnoreCase("false");
    }

    /**
     * Finds what keeps a password from the proxy. The JDK drops Basic from CONNECT requests unless told otherwise, by
     * system property or in {@code conf/net.properties}; it reads that once, so it must be set at the start.
     *
     * @return a sentence if Basic is disabled for tunnels
     */
    public static Optional<String> tunnelProblem() {
        String schemes = System.getProperty(TUNNEL);
        if (schemes == null) {
            schemes = netProperty();
        }
        for (String scheme : schemes.split(",", -1)) {
            if (scheme.strip().equalsIgnoreCase("Basic")) {
                return Optional.of("the JDK does not send a password to a proxy for https: start the process with -D"
                        + TUNNEL + "= (empty), or use a proxy that asks for no password");
            }
        }
        return Optional.empty();
    }

    private static String netProperty() {
        Properties properties = new Properties();
        Path file = Path.of(System.getProperty("java.home"), "conf", "net.properties");
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(in);
        } catch (IOException | RuntimeException e) {
            return "";
        }
        return properties.getProperty(TUNNEL, "");
    }
}
