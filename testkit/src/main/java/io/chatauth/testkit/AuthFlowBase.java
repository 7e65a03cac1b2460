package io.chatauth.testkit;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.Options;
import io.chatauth.template.Template;
import io.chatauth.testkit.FlowBench.Begun;
import java.util.List;

/** What a flow says about itself for the {@link AuthFlowContract}, and what all cases use. */
abstract class AuthFlowBase {
    /** For subclasses. */
    protected AuthFlowBase() {}

    /**
     * Makes the provider to be tested.
     *
     * @return a new provider
     */
    protected abstract AuthFlowProvider provider();

    /**
     * Begins a request that is complete but for channel, purpose, subject and binding, which the contract adds.
     *
     * @param to whom it is for; a flow in which the person writes first leaves it out
     * @return a new builder; for the same address always an equal one
     */
    protected abstract ChallengeRequestBuilder<?> request(Address to);

    /**
     * Tells how the challenge of that request is rightly answered.
     *
     * @return {@code TYPED} for the code of the message; {@code PRESSED} on the page of its link, in the browser that began;
     *     {@code NUMBER} there in another browser; {@code TAPPED} for its button of yes; {@code QUOTED} or {@code BARE} for a
     *     written yes; {@code SENT} for the text of the invitation; {@code COMPLETED} by the application alone
     */
    protected abstract AnswerContext.Kind answeredBy();

    /**
     * Tells how strong that answer is.
     *
     * @return the least assurance of an approval
     */
    protected abstract Assurance assurance();

    /**
     * Gives the flow's templates.
     *
     * @return those that are not built in; none unless overridden
     */
    protected List<Template> templates() {
        return List.of();
    }

    /**
     * Gives requests that the flow itself must refuse, such as with a setting out of range.
     *
     * @return requests without channel and purpose; none unless overridden
     */
    protected List<ChallengeRequestBuilder<?>> nonsense() {
        return List.of();
    }

    /**
     * Gives ChatAuth what else it is to work with, such as stores.
     *
     * @param builder what is built for one test; nothing is changed unless overridden
     */
    protected void configure(ChatAuthBuilder builder) {}

    AuthFlow flow() {
        return provider().create(new FlowContext(Options.none()));
    }

    FlowBench bench() {
        return new FlowBench(provider(), templates(), this::configure);
    }

    FlowPerson person(FlowBench bench) {
        return new FlowPerson(bench, answeredBy());
    }

    Begun begin(FlowBench bench) {
        Address person = bench.someone();
        return bench.start(complete(bench, person), person);
    }

    ChallengeRequest complete(FlowBench bench, Address person) {
        return bench.complete(request(person));
    }
}
