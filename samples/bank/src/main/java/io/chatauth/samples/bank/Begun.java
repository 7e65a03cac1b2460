package io.chatauth.samples.bank;

import io.chatauth.ChallengeId;
import io.chatauth.Expect;
import io.chatauth.Invitation;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.samples.stage.App;
import java.util.Optional;

/**
 * A challenge as the session that began it remembers it: what it expects, and what only this session may show.
 *
 * @param id the challenge
 * @param what what it is for
 * @param app the app
 * @param expect what an answer must be about; kept here, never read from a request
 * @param number two digits to show; empty if nobody is asked for them
 * @param invitation the link and text of an opt-in
 * @param payment what is confirmed
 * @param typed whether a code comes that is typed here
 */
public record Begun(
        ChallengeId id,
        UseCase what,
        App app,
        Expect expect,
        Optional<String> number,
        Optional<Invitation> invitation,
        Optional<Transaction> payment,
        boolean typed) {
    static Begun of(Started started, UseCase what, App app, Expect expect) {
        return new Begun(
                started.id(),
                what,
                app,
                expect,
                started.number(),
                started.invitation(),
                expect.transaction(),
                what == UseCase.LOGIN_CODE);
    }

    Begun withTypedCode() {
        return new Begun(id, what, app, expect, number, invitation, payment, true);
    }

    @Override
    public String toString() {
        return "Begun[" + id + ", " + what + "]";
    }
}
