package io.chatauth.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.webhook.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds every request, every answer and every webhook of a sandbox against Infobip's OpenAPI documents. A request that
 * breaks them is answered with 500 and what is wrong; whatever breaks them makes {@link #close} throw, so that the test
 * fails that started the sandbox. A request that the sandbox refuses by itself (400, 404, 405, 409, 413) may break them.
 * Without documents nothing is checked. Safe for use by many threads.
 */
public final class Contract implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Contract.class.getName());
    private static final Set<Integer> REFUSED = Set.of(400, 404, 405, 409, 413);
    private static final List<String> OUTSIDE = List.of("/auth/1/", "/resource-management/1/");
    private static final String PART = "REJECTED_VALIDATION_FAILED";
    private static final int SHOWN = 10;
    private static final Map<String, String> WEBHOOKS = Map.ofEntries(
            Map.entry("WHATSAPP DELIVERY", "receive-whatsapp-delivery-reports"),
            Map.entry("WHATSAPP SEEN", "receive-whatsapp-seen-reports"),
            Map.entry("WHATSAPP INBOUND_MESSAGE", "receive-inbound-whatsapp-messages"),
            Map.entry("WHATSAPP TEMPLATE_UPDATE", "receive-whatsapp-message-template-update-events"),
            Map.entry("WHATSAPP IDENTITY_CHANGE", "receive-whatsapp-identity-change-notification"),
            Map.entry("VIBER DELIVERY", "receive-outbound-viber-message-delivery-reports"),
            Map.entry("VIBER SEEN", "receive-viber-seen-reports"),
            Map.entry("VIBER INBOUND_MESSAGE", "receive-inbound-viber-messages"),
            Map.entry("LINE DELIVERY", "receive-outbound-line-message-delivery-reports"),
            Map.entry("KAKAO DELIVERY", "receive-outbound-kakao-alim-message-delivery-reports"),
            Map.entry("ZALO DELIVERY", "receive-outbound-zalo-delivery-reports"),
            Map.entry("ZALO INBOUND_MESSAGE", "receive-zalo-incoming-messages"),
            Map.entry("OMNI DELIVERY", "receive-omni-failover-message-delivery-reports"),
            Map.entry("OMNI SEEN", "receive-omni-failover-message-seen-reports"),
            Map.entry("OMNI INBOUND_MESSAGE", "receive-omni-failover-inbound-messages"));

    private final @Nullable Specs specs;
    private final Tally tally;
    private final List<String> violations = new ArrayList<>();
    private int requests;
    private int refused;
    private int webhooks;
    private int outside;

    /**
     * Reads the documents.
     *
     * @param directory where they are, or null to check nothing
     * @param tally the file to add a line to at the end, and for every violation; or null
     * @throws RuntimeException if there are none in the directory
     */
    public Contract(@Nullable Path directory, @Nullable Path tally) {
        this.specs = directory == null ? null : Specs.of(directory);
        this.tally = new Tally(directory == null ? null : tally);
    }

    /**
     * Checks a request and its answer.
     *
     * @param request the request
     * @param reply the answer
     * @param played whether the sandbox made the answer itself, and no fault did
     * @return the answer
     * @throws Problem with 500 if the request or the answer breaks the documents
     */
    public Reply check(Request request, Reply reply, boolean played) {
        if (specs == null) {
            return reply;
        }
        if (OUTSIDE.stream().anyMatch(request.path()::startsWith)) {
            count(() -> outside++);
            return reply;
        }
        String where = request.method() + " " + request.path();
        JsonNode body = request.body().isEmpty() ? null : Json.parse(request.body());
        List<String> wrong = new ArrayList<>(
                Mistakes.without(where, specs.request(request.method(), request.path(), request.parameters(), body)));
        if (!wrong.isEmpty() && ((played && REFUSED.contains(reply.status())) || refusedInPart(reply))) {
            count(() -> refused++);
            wrong.clear();
        } else {
            count(() -> requests++);
        }
        if (played) {
            Mistakes.without(where, specs.answer(request.method(), request.path(), reply.status(), reply.body()))
                    .forEach(violation -> wrong.add("answer " + reply.status() + ": " + violation));
        }
        if (!wrong.isEmpty()) {
            throw new Problem(500, "this breaks Infobip's spec: " + note(where, wrong));
        }
        return reply;
    }

    private static boolean refusedInPart(Reply reply) {
        return reply.body() != null && reply.body().toString().contains(PART);
    }

    /**
     * Checks a webhook.
     *
     * @param notice what is posted
     */
    public void check(Notice notice) {
        if (specs == null) {
            return;
        }
        String event = notice.channel() + " " + notice.event();
        String name = WEBHOOKS.get(event);
        List<String> wrong = name == null
                ? List.of("there is no such webhook")
                : Mistakes.without(name, specs.webhook(name, notice.body()));
        count(() -> webhooks++);
        if (!wrong.isEmpty()) {
            note("webhook " + event, wrong);
        }
    }

    private synchronized void count(Runnable counter) {
        counter.run();
    }

    private synchronized String note(String where, List<String> wrong) {
        String line = where + ": "
                + String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())))
                + (wrong.size() > SHOWN ? "; and " + (wrong.size() - SHOWN) + " more" : "");
        violations.add(line);
        tally.add("violation " + line.replace('\n', ' '));
        LOG.log(System.Logger.Level.ERROR, "this breaks Infobip''s spec: {0}", line);
        return line;
    }

    /**
     * Adds up.
     *
     * @throws IllegalStateException if anything broke the documents
     */
    @Override
    public synchronized void close() {
        if (specs == null) {
            return;
        }
        tally.add("requests " + requests + " refused " + refused + " outside " + outside + " webhooks " + webhooks);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(violations.size()
                    + " requests, answers or webhooks of this sandbox broke Infobip's spec:\n"
                    + String.join("\n", violations));
        }
    }
}
