package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.Expect;
import io.chatauth.Started;
import io.chatauth.UnknownKeyException;
import io.chatauth.flow.LoginLink;
import io.chatauth.internal.engine.LinkDesk.Stand;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for more than was proven, shows something else, or brings what nobody made. */
class DecisionTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatProvesLessThanTheCallerDemandsDoesNotApprove() {
        Started started = world.engine.start(world.notice().build());
        world.receipt(started);
        Expect card = Expect.purpose("card");

        assertInstanceOf(Answer.WrongAnswer.class, world.engine.complete(started.id(), card.atLeast(Assurance.LOW)));
        assertTrue(world.engine.complete(started.id(), card).approved());
    }

    @Test
    void anotherBindingIsUnknown() {
        Started started =
                world.engine.start(world.code().binding("0123456789abcdef").build());
        world.receipt(started);
        String code = world.lastCode();

        assertInstanceOf(
                Answer.Unknown.class, world.engine.verify(started.id(), code, World.LOGIN.binding("0123456789abcdeX")));
        assertTrue(world.engine
                .verify(started.id(), code, World.LOGIN.binding("0123456789abcdef"))
                .approved());
    }

    @Test
    void aLinkThatNobodyMadeLeadsNowhere() {
        Started started = world.engine.start(LoginLink.to(World.PHONE)
                .via("plain")
                .purpose("login")
                .binding(Browser.BINDING)
                .build());
        world.receipt(started);
        String path = Browser.path(world);
        String token = path.substring(path.lastIndexOf('/') + 1);

        assertSame(Stand.OPEN, open(token));
        for (int at = token.indexOf('.') + 1; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertSame(Stand.UNKNOWN, open(token.substring(0, at) + other + token.substring(at + 1)));
        }
    }

    private Stand open(String token) {
        return world.engine.links().open(token, Optional.of(Browser.BINDING)).stand();
    }

    @Test
    void aCompromisedKeyMakesNothingAndComparesNothing() {
        Started started = world.startCode();
        String keyId = world.store.find(started.id()).orElseThrow().codeKeyId();
        Ledger ledger = new Ledger(world.engine.parts(), touched -> {});
        Composer.Seed seed = ledger.seed(world.store.find(started.id()).orElseThrow());
        Content content = ledger.content(world.store.find(started.id()).orElseThrow());
        world.keys.markCompromised(keyId);

        assertEquals(Set.of(), world.keys.codeKeyIds());
        assertThrows(UnknownKeyException.class, () -> world.keys.linkToken(Composer.context(seed, content)));
        assertThrows(
                UnknownKeyException.class,
                () -> world.keys.codeMatches(
                        Composer.context(seed, content), content.secret().orElseThrow(), world.lastCode()));
        assertFalse(
                world.engine.verify(started.id(), world.lastCode(), World.LOGIN).approved());
    }
}
