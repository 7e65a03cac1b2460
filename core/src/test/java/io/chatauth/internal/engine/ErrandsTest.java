package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private final World.Wire wire = new World.Wire();
    private int turns;
    private final Errands errands = new Errands(wire, Duration.ofSeconds(5), "account");

    /** A registry that gives one template on each of its pages. */
    private static final class Paged implements TemplateRegistry {
        private final int pages;
        private int asked;

        Paged(int pages) {
            this.pages = pages;
        }

        @Override
        public Exchange<List<RegisteredTemplate>> list(String sender) {
            asked++;
            String id = String.valueOf(asked);
            return new Exchange<>(
                    WireRequest.get("/templates?page=" + id),
                    response -> List.of(new RegisteredTemplate(id, id, "", Approval.State.APPROVED, "")));
        }

        @Override
        public Optional<Exchange<List<RegisteredTemplate>>> next(String sender, WireResponse response) {
            return asked < pages ? Optional.of(list(sender)) : Optional.empty();
        }

        @Override
        public Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Exchange<RegisteredTemplate> get(String sender, String id) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void listIsReadToItsLastPage() {
        List<RegisteredTemplate> all = errands.runAll("list", new PlainChannel(), new Paged(3), "Bank", () -> turns++);

        assertEquals(
                List.of("1", "2", "3"), all.stream().map(RegisteredTemplate::id).toList());
        assertEquals(3, wire.sent.size());
        assertEquals(3, turns);
    }

    @Test
    void listWithoutEndIsGivenUp() {
        MalformedResponseException endless = assertThrows(
                MalformedResponseException.class,
                () -> errands.runAll(
                        "list the templates of plain",
                        new PlainChannel(),
                        new Paged(Integer.MAX_VALUE),
                        "Bank",
                        () -> {}));

        assertTrue(endless.getMessage().contains("list the templates of plain"), endless.getMessage());
        assertEquals(100, wire.sent.size());
    }
}
