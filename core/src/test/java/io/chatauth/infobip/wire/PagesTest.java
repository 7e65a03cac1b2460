package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.spi.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void pagesAreAskedForOneAfterTheOther() {
        assertEquals("/things?page=0&size=100", Pages.first("/things").target());
        assertEquals(Optional.of("/things?page=1&size=100"), next("{\"paging\":{\"page\":0,\"totalPages\":3}}"));
        assertEquals(Optional.of("/things?page=2&size=100"), next("{\"paging\":{\"page\":1,\"totalPages\":3}}"));
    }

    @Test
    void lastPageHasNoNext() {
        assertEquals(Optional.empty(), next("{\"paging\":{\"page\":2,\"totalPages\":3}}"));
        assertEquals(Optional.empty(), next("{\"paging\":{\"page\":0,\"totalPages\":0}}"));
        assertEquals(Optional.empty(), next("{\"paging\":{\"page\":-5,\"totalPages\":3}}"));
        assertEquals(Optional.empty(), next("{\"paging\":{\"totalPages\":3}}"));
        assertEquals(Optional.empty(), next("{}"));
    }

    private static Optional<String> next(String answer) {
        return Pages.next("/things", JsonObject.parse(answer.getBytes(StandardCharsets.UTF_8), "things"))
                .map(WireRequest::target);
    }
}
