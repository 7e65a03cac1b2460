package io.chatauth.sandbox.internal.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel's templates, as the control API shows and decides them. Safe for use by many threads. */
public interface Registry {
    /**
     * Lists the templates.
     *
     * @return one object for each, oldest first, with at least channel, id, sender, name and status
     */
    List<ObjectNode> views();

    /**
     * Lists the statuses that a template can have.
     *
     * @return their names
     */
    Set<String> statuses();

    /**
     * Decides on a template.
     *
     * @param id its id
     * @param status one of {@link #statuses()}
     * @return the changed template, or null if it isn't here
     */
    @Nullable
    ObjectNode decide(String id, String status);

    /**
     * Tells whether a template is here.
     *
     * @param id its id
     * @return true if it is
     */
    boolean has(String id);

    /**
     * Lists the categories that the provider may move a template to by itself.
     *
     * @return their names; none where it does not do that
     */
    default Set<String> categories() {
        return Set.of();
    }

    /**
     * Moves a template to another category, as a provider does that found it in the wrong one.
     *
     * @param id its id
     * @param category one of {@link #categories()}
     * @return the changed template, or null if it isn't here
     */
    default @Nullable ObjectNode recategorise(String id, String category) {
        return null;
    }

    /** Forgets all templates. */
    void clear();
}
