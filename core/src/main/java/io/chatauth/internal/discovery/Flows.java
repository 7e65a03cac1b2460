package io.chatauth.internal.discovery;

import io.chatauth.Discovery;
import io.chatauth.FlowId;
import io.chatauth.RequestException;
import io.chatauth.spi.AuthFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The flows in use, and a helpful answer for those that are not. Immutable. */
public final class Flows {
    private final SortedMap<String, AuthFlow> flows;
    private final List<Discovery.Entry> failed;

    Flows(Map<String, AuthFlow> flows, List<Discovery.Entry> report) {
        this.flows = new TreeMap<>(flows);
        this.failed = report.stream()
                .filter(entry -> entry.kind() == Discovery.Kind.FLOW && entry.state() == Discovery.State.FAILED)
                .toList();
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
    public SortedSet<FlowId> ids() {
        SortedSet<FlowId> ids = new TreeSet<>(java.util.Comparator.comparing(FlowId::value));
        flows.keySet().forEach(id -> ids.add(FlowId.of(id)));
        return ids;
    }

    private String missing(FlowId id) {
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
}
