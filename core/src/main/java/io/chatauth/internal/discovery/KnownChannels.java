package io.chatauth.internal.discovery;

import io.chatauth.ChannelId;
import io.chatauth.spi.ChannelProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels that ChatAuth has modules for: what to say when one of them is not there. */
final class KnownChannels {
    private static final Map<String, String> NAMES =
            Map.of("whatsapp", "WhatsApp", "viber", "Viber", "line", "Line", "kakao", "Kakao", "zalo", "Zalo");

    private KnownChannels() {}

    static Set<String> ids() {
        return NAMES.keySet();
    }

    static Optional<String> providerClass(ChannelId id) {
        return Optional.ofNullable(NAMES.get(id.value()))
                .map(name -> "io.chatauth.channel." + id + "." + name + "ChannelProvider");
    }

    /** The first of ours whose class is there. */
    static Optional<ChannelId> on(List<ClassLoader> loaders) {
        return NAMES.keySet().stream()
                .sorted()
                .map(ChannelId::of)
                .filter(id -> loaders.stream()
                        .anyMatch(loader ->
                                find(providerClass(id).orElseThrow(), loader).isPresent()))
                .findFirst();
    }

    /** What to do to get a channel that no provider gave. */
    static String advice(ChannelId id, List<ClassLoader> loaders, boolean discovering) {
        Optional<String> provider = providerClass(id);
        if (provider.isEmpty()) {
            return (discovering ? "" : "Discovery is off: call discover(). ")
                    + "Add the module that has this channel, or give its provider with channel(…).";
        }
        String simple = provider.get().substring(provider.get().lastIndexOf('.') + 1);
        Optional<Class<?>> there = loaders.stream()
                .flatMap(loader -> find(provider.get(), loader).stream())
                .findFirst();
        if (there.isEmpty()) {
            return (discovering ? "" : "Discovery is off: call discover(), or channel(new " + simple + "()). ")
                    + "Add io.chatauth:chatauth-channel-" + id + " to the class path or module path.";
        }
        if (!discovering) {
            return "Its module is there, but discovery is off: call discover(), or channel(new " + simple + "()).";
        }
        String place = Locations.of(there.get()).map(text -> " in " + text).orElse("");
        return "The class " + provider.get() + " is there" + place + ", but no META-INF/services/"
                + ChannelProvider.class.getName()
                + " names it: a shaded jar may have lost the entry. Merge the services files when shading (Maven Shade:"
                + " ServicesResourceTransformer), or call channel(new " + simple + "()).";
    }

    private static Optional<Class<?>> find(String type, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(type, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
