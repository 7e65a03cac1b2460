package app;

import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.ChatAuthException;
import io.chatauth.Secret;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Builds a ChatAuth and says what it found. Sends nothing. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String module = Main.class.getModule().getName();
        System.out.println("module: " + (module == null ? "none" : module));
        ChatAuthBuilder builder = ChatAuth.builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("no-account"));
        if (!List.of(arguments).contains("no-sender")) {
            builder.sender("whatsapp", "447860099299");
        }
        switch (arguments[0]) {
            case "discover" -> builder.discover();
            case "loader" -> builder.discover(loader(arguments[1]));
            case "nothing" -> {}
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        try (ChatAuth chatAuth = builder.build()) {
            chatAuth.discovery().entries().forEach(System.out::println);
            System.out.println("explained: "
                    + chatAuth.explain("verification_code", ChannelId.of("whatsapp")).channel());
        } catch (ChatAuthException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static ClassLoader loader(String jar) throws Exception {
        return new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()}, Main.class.getClassLoader());
    }
}
