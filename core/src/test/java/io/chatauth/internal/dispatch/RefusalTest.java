package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ApiError;
import io.chatauth.CredentialsException;
import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.spi.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refused request costs, and whom. */
class RefusalTest extends DispatcherFixture {
    private static final String VIOLATION = "{\"property\":\"messages[%d].content.text\",\"violation\":\"too long\"}";

    private List<FakeShipment> hundredBehindOne() throws Exception {
        FakeShipment first = send("first");
        FakeTransport.Call call = transport.next();
        List<FakeShipment> hundred = sendAll("m", 100);
        transport.count.set(0);
        call.answer(200, "");
        first.await();
        return hundred;
    }

    private static String newBody(String violations) {
        return "{\"errorCode\":\"E400\",\"description\":\"Bad request\",\"action\":\"\",\"violations\":[" + violations
                + "]}";
    }

    @Test
    void aBadMessageNamedByItsIndexCostsOnlyItself() throws Exception {
        transport.script = call -> {
            List<String> ids = call.ids();
            if (ids.get(0).equals("first")) {
                return null;
            }
            String named = Stream.of("m7", "m42")
                    .filter(ids::contains)
                    .map(bad -> VIOLATION.formatted(ids.indexOf(bad)))
                    .collect(Collectors.joining(","));
            return named.isEmpty() ? FakeTransport.response(200, "") : FakeTransport.response(400, newBody(named));
        };
        List<FakeShipment> hundred = hundredBehindOne();
        for (FakeShipment shipment : hundred) {
            boolean bad = shipment.id().equals("m7") || shipment.id().equals("m42");
            assertEquals(!bad, shipment.await().accepted(), shipment.id());
        }
        Receipt.Refused refused = hundred.get(42).refused();
        assertEquals(FailureReason.INVALID_REQUEST, refused.failure().reason());
        assertEquals("E400", refused.failure().code());
        assertEquals(
                "HTTP 400, Bad request; messages[42].content.text too long",
                refused.failure().text());
        assertEquals(1, refused.error().orElseThrow().violations().size());
        assertEquals(2, transport.count.get());
    }

    @Test
    void aBadMessageWithoutIndexIsFoundByHalving() throws Exception {
        transport.script = call -> {
            if (call.ids().contains("first")) {
                return null;
            }
            return call.ids().contains("m42")
                    ? FakeTransport.response(400, newBody("{\"property\":\"content\",\"violation\":\"no\"}"))
                    : FakeTransport.response(200, "");
        };
        List<FakeShipment> hundred = hundredBehindOne();
        for (FakeShipment shipment : hundred) {
            assertEquals(!shipment.id().equals("m42"), shipment.await().accepted(), shipment.id());
        }
        assertEquals(FailureReason.INVALID_REQUEST, hundred.get(42).reason());
        assertTrue(transport.count.get() <= 15, transport.count + " requests");
    }

    @Test
    void anIndexThatDoesNotMeanAMessageOfTheBatchIsNotTrusted() throws Exception {
        transport.script = call -> {
            if (call.ids().contains("first")) {
                return null;
            }
            return call.ids().contains("m42")
                    ? FakeTransport.response(
                            400, newBody("{\"property\":\"messages[0].destinations[42].to\",\"violation\":\"no\"}"))
                    : FakeTransport.response(200, "");
        };
        for (FakeShipment shipment : hundredBehindOne()) {
            assertEquals(!shipment.id().equals("m42"), shipment.await().accepted(), shipment.id());
        }
    }

    @Test
    void aMessageThatCantBeEncodedCostsOnlyItself() throws Exception {
        channel.unencodable.add("m13");
        transport.script = call -> call.ids().contains("first") ? null : FakeTransport.response(200, "");
        List<FakeShipment> hundred = hundredBehindOne();
        for (FakeShipment shipment : hundred) {
            assertEquals(!shipment.id().equals("m13"), shipment.await().accepted(), shipment.id());
        }
        assertEquals(FailureReason.INVALID_REQUEST, hundred.get(13).reason());
        assertEquals(
                "the channel fake (lane) can't encode it: java.lang.IllegalStateException",
                hundred.get(13).refused().failure().text());
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, CREDENTIALS",
        "403, CREDENTIALS",
        "404, INVALID_REQUEST",
        "409, INVALID_REQUEST",
        "422, INVALID_REQUEST",
    })
    void otherRefusalsAreNeverTriedAgain(int status, FailureReason reason) throws Exception {
        FakeShipment shipment = send("m0");
        transport
                .next()
                .answer(
                        status,
                        "{\"requestError\":{\"serviceException\":{\"messageId\":\"THE_CODE\",\"text\":\"The text\"}}}");
        assertEquals(reason, shipment.reason());
        assertEquals("THE_CODE", shipment.refused().failure().code());
        assertEquals(
                "HTTP " + status + ", The text", shipment.refused().failure().text());
        assertEquals(1, transport.count.get());
    }

    @Test
    void aRefusedBatchIsSplitForA400Only() throws Exception {
        transport.script = call -> call.ids().contains("first") ? null : FakeTransport.response(401, "");
        for (FakeShipment shipment : hundredBehindOne()) {
            assertEquals(FailureReason.CREDENTIALS, shipment.reason());
        }
        assertEquals(1, transport.count.get());
    }

    @Test
    void aRefusedLoginEndsTheMessageAndABusyOneIsTriedAgain() throws Exception {
        FakeShipment locked = send("m0");
        transport.next().fail(login(401));
        assertEquals(FailureReason.CREDENTIALS, locked.reason());
        assertEquals(
                "the request for an OAuth2 token was refused: 401 E401: no. Check the client",
                locked.refused().failure().text());
        assertEquals(401, locked.refused().error().orElseThrow().status());
        FakeShipment busy = send("m1");
        transport.next().fail(login(503));
        time.advance(time.awaitScheduled());
        transport.next().answer(200, "");
        assertTrue(busy.await().accepted());
    }

    private static CredentialsException login(int status) {
        return new CredentialsException(
                "the request for an OAuth2 token",
                new ApiError(status, "E" + status, "no", List.of(), "Check the client"));
    }

    @Test
    void aChannelMayReadItsOwnErrors() throws Exception {
        FakeChannel own = new FakeChannel(1) {
            @Override
            public Optional<ApiError> decodeError(WireResponse response) {
                if (response.text().isEmpty()) {
                    throw new IllegalStateException("the channel's own failure");
                }
                return Optional.of(new ApiError(response.status(), "OWN", response.text(), List.of(), "Do this"));
            }
        };
        FakeShipment read = send(new FakeShipment(own, "m0", "own", Instant.MAX));
        transport.next().answer(404, "own text");
        assertEquals("OWN", read.refused().failure().code());
        FakeShipment unread = send(new FakeShipment(own, "m1", "own", Instant.MAX));
        transport.next().answer(404, "");
        assertEquals("HTTP_404", unread.refused().failure().code());
    }
}
