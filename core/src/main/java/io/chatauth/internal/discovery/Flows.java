package io.chatauth.internal.discovery;

import io.chatauth.Discovery;
import io.chatauth.FlowId;
import io.chatauth.RequestException;
import io.chatauth.internal.text.Nearest;
import io.chatauth.spi.AuthFlow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The flows in use, and a helpful answer for those that are not. Immutable. */
public final class Flows {
    private final NavigableMap<String, AuthFlow> flows;
    private final List<Discovery.Entry> failed;
    private final List<Discovery.Entry> excluded;

    Flows(Map<String, AuthFlow> flows, List<Discovery.Entry> report) {
        this.flows = new TreeMap<>(flows);
        this.failed = in(report, Discovery.State.FAILED);
        this.excluded = in(report, Discovery.State.EXCLUDED);
    }

    /**
     * Gives a flow.
     *
     * @param id its id
     * @return the flow
     * @throws RequestException if it is not there
     */
    public AuthFlow get(FlowId id) {
        AuthFlow flow = flows.get(id.value());
        if (flow == null) {
            throw new RequestException(missing(id));
        }
        return flow;
    }

    /**
     * Looks for a flow.
     *
     * @param id its id
     * @return the flow; empty if it is not there
     */
    public Optional<AuthFlow> find(FlowId id) {
        return Optional.ofNullable(flows.get(id.value()));
    }

    /**
     * Names the flows in use.
     *
     * @return their ids, sorted
     */
    public NavigableSet<FlowId> ids() {
        NavigableSet<FlowId> ids = new TreeSet<>(Comparator.comparing(FlowId::value));
        flows.keySet().forEach(id -> ids.add(FlowId.of(id)));
        return ids;
    }

    /**
     * Tells whether a flow is not there because it is not wanted.
     *
     * @param id its id
     * @return true if its provider was excluded
     */
    public boolean excluded(FlowId id) {
        return excluded.stream().anyMatch(entry -> entry.id().equals(Optional.of(id.value())));
    }

    /**
     * Says that a flow is not there: what is there, what failed and why, and what to do.
     *
     * @param id the id asked for
     * @return a few sentences
     */
    public String missing(FlowId id) {
        String here = flows.isEmpty()
                ? "No flow is here. "
                : "Flows that are here: " + String.join(", ", flows.keySet()) + ". ";
        String broken = failed.isEmpty()
                ? ""
                : "Failed: " + failed.stream().map(Discovery.Entry::toString).collect(Collectors.joining(" | ")) + ". ";
        String near = Nearest.to(id.value(), flows.keySet())
                .map(name -> "Did you mean '" + name + "'? ")
                .orElse("");
        return "There is no flow '" + id + "'. " + here + broken + near
                + "Add the module that has it, or give its provider with flow(…).";
    }

    private static List<Discovery.Entry> in(List<Discovery.Entry> report, Discovery.State state) {
        return report.stream()
                .filter(entry -> entry.kind() == Discovery.Kind.FLOW && entry.state() == state)
                .toList();
    }
}
