package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.ProviderJars.Content;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.spi.ChannelProvider;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLayerDiscoveryTest {
    @TempDir
    Path work;

    @Test
    void providersOfAModuleLayerAreFoundAndNamedWithTheirModule() throws IOException {
        Assumptions.assumeTrue(ChannelProvider.class.getModule().isNamed(), "tests run on the class path here");
        try (ProviderJars jars = new ProviderJars(work)) {
            Path jar = jars.jar(
                    "mod",
                    new Content()
                            .channel("org.example.mod.Alpha", "alpha")
                            .file(
                                    "module-info.java",
                                    "module org.example.mod { requires io.chatauth.core;"
                                            + " provides io.chatauth.spi.ChannelProvider with org.example.mod.Alpha; }"));
            ModuleLayer boot = ModuleLayer.boot();
            Configuration modules =
                    boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("org.example.mod"));
            ModuleLayer layer = boot.defineModulesWithOneLoader(modules, ChannelProvider.class.getClassLoader());

            Resolved resolved = new ChatAuthBuilder()
                    .baseUrl("http://localhost:8080")
                    .apiKey(Secret.of("k"))
                    .discover(layer)
                    .sender("alpha", "4411")
                    .resolve(Wish.BuiltIn.NONE);

            assertEquals(List.of(), resolved.problems());
            assertEquals(
                    List.of("channel alpha: org.example.mod.Alpha (module org.example.mod, " + jar + ") - discovered"),
                    resolved.discovery().loaded().stream().map(Object::toString).toList());
        }
    }
}
