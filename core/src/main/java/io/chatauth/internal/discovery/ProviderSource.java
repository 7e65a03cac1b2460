package io.chatauth.internal.discovery;

import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where providers are looked for. */
public abstract class ProviderSource {
    private ProviderSource() {}

    /**
     * The class path and module path of a class loader.
     *
     * @param loader the class loader
     * @return the source
     */
    public static ProviderSource of(ClassLoader loader) {
        return new OfLoader(Objects.requireNonNull(loader, "loader"));
    }

    /**
     * The modules of a layer and its parents.
     *
     * @param layer the layer
     * @return the source
     */
    public static ProviderSource of(ModuleLayer layer) {
        return new OfLayer(Objects.requireNonNull(layer, "layer"));
    }

    abstract <P> ServiceLoader<P> open(Class<P> service);

    /** The class loader, to look for what could not be loaded; empty for a layer. */
    abstract Optional<ClassLoader> loader();

    private static final class OfLoader extends ProviderSource {
        private final ClassLoader loader;

        private OfLoader(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        <P> ServiceLoader<P> open(Class<P> service) {
            return ServiceLoader.load(service, loader);
        }

        @Override
        Optional<ClassLoader> loader() {
            return Optional.of(loader);
        }
    }

    private static final class OfLayer extends ProviderSource {
        private final ModuleLayer layer;

        private OfLayer(ModuleLayer layer) {
            this.layer = layer;
        }

        @Override
        <P> ServiceLoader<P> open(Class<P> service) {
            return ServiceLoader.load(layer, service);
        }

        @Override
        Optional<ClassLoader> loader() {
            return Optional.empty();
        }
    }
}
