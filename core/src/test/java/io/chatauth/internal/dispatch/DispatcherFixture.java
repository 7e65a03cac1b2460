package io.chatauth.internal.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** A dispatcher with everything around it in the hands of the test. Jitter is always four fifths of its bound. */
abstract class DispatcherFixture {
    final ManualTime time = new ManualTime();
    final FakeTransport transport = new FakeTransport();
    final FakeChannel channel = new FakeChannel(100);
    DispatchSettings settings =
            DispatchSettings.defaults().withRequestsPerLane(1).withCloseTimeout(Duration.ofMinutes(1));
    private Dispatcher dispatcher;

    Dispatcher dispatcher() {
        if (dispatcher == null) {
            Random jitter = new Random() {
                private static final long serialVersionUID = 1L;

                @Override
                public double nextDouble() {
                    return 0.8;
                }
            };
            dispatcher = new Dispatcher(transport, settings, time, Thread::new, jitter, time);
        }
        return dispatcher;
    }

    @AfterEach
    void closeAtOnce() {
        transport.script = call -> FakeTransport.response(200, "");
        for (FakeTransport.Call call : transport.calls) {
            call.answer(200, "");
        }
        dispatcher().close();
    }

    FakeShipment shipment(String id, Duration life) {
        return new FakeShipment(channel, id, "lane", time.instant().plus(life));
    }

    FakeShipment send(String id) {
        return send(shipment(id, Duration.ofMinutes(5)));
    }

    FakeShipment send(FakeShipment shipment) {
        dispatcher().submit(dispatcher().reserve(), shipment);
        return shipment;
    }

    List<FakeShipment> sendAll(String prefix, int count) {
        List<FakeShipment> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(send(prefix + i));
        }
        return all;
    }

    static List<String> ids(List<FakeShipment> shipments) {
        return shipments.stream().map(FakeShipment::id).toList();
    }
}
