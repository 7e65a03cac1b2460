package io.chatauth.samples.delivery;

import io.chatauth.Address;
import io.chatauth.Assurance;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.spi.AnswerContext;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.template.Template;
import io.chatauth.testkit.AuthFlowContract;
import java.util.List;

class TypedDeliveryPinTest extends AuthFlowContract {
    @Override
    protected AuthFlowProvider provider() {
        return new DeliveryPinProvider();
    }

    @Override
    protected List<Template> templates() {
        return new DeliveryTemplates().templates();
    }

    @Override
    protected ChallengeRequestBuilder<?> request(Address to) {
        return DeliveryPin.ask(to, "AB12CD34").atTheDoor(8);
    }

    @Override
    protected List<ChallengeRequestBuilder<?>> nonsense() {
        Address to = Address.phone("+441134960001");
        return List.of(
                DeliveryPin.ask(to, ""),
                DeliveryPin.ask(to, "AB12\n{{code}}"),
                DeliveryPin.ask(to, "AB12").atTheDoor(5),
                DeliveryPin.ask(to, "AB12").atTheDoor(11));
    }

    @Override
    protected AnswerContext.Kind answeredBy() {
        return AnswerContext.Kind.TYPED;
    }

    @Override
    protected Assurance assurance() {
        return Assurance.SECRET;
    }
}
