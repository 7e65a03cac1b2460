package io.chatauth.samples.bank;

import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.flow.VerificationCode;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Registration;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;

/** The bank's messages. Zalo takes no template without a title, so those that go there have one. */
final class BankTemplates {
    private BankTemplates() {}

    /** The bank's own; what people are asked and the code for logging in are built into ChatAuth. */
    static List<Template> all(URI page) {
        String link = page + "/{{token}}";
        return List.of(
                template(FlowTemplates.LOGIN_LINK)
                        .header("Log in to Sample Bank")
                        .body("To log in, open the link. It works once and only for a few minutes. If this was not you,"
                                + " ignore this message.")
                        .button(new Button.OpenUrl("Log in", link))
                        .example("token", "k9Zt0pQ")
                        .build(),
                template(FlowTemplates.TRANSACTION_CODE)
                        .header("Confirm a payment")
                        .body(
                                "{{code}} is the code for the payment of {{amount}} to {{payee}}. Type it only if you asked"
                                        + " for this payment.")
                        .button(new Button.CopyCode("Copy code", "code"))
                        .example("code", "482913")
                        .example("amount", "EUR 120.00")
                        .example("payee", "Shop Ltd")
                        .build(),
                template(FlowTemplates.TRANSACTION_LINK)
                        .header("Confirm a payment")
                        .body(
                                "A payment of {{amount}} to {{payee}} is waiting. To confirm or refuse it, open the link.")
                        .button(new Button.OpenUrl("Look at the payment", link))
                        .example("token", "k9Zt0pQ")
                        .example("amount", "EUR 120.00")
                        .example("payee", "Shop Ltd")
                        .build(),
                template(ActivationNotice.TEMPLATE)
                        .header("Your new card")
                        .body("Hi {{name}}, Your credit card has been sent to your address today. In order to activate"
                                + " your card, please give us a call.")
                        .button(new Button.CallPhone("Contact Us", Bank.CALL_CENTRE))
                        .example("name", "Nick")
                        .build());
    }

    /** Registers what is sent. A question goes only where people can write back; elsewhere it becomes a code. */
    static void register(Registration registration) {
        registration
                .add(
                        VerificationCode.TEMPLATE,
                        FlowTemplates.LOGIN_LINK,
                        FlowTemplates.TRANSACTION_CODE,
                        FlowTemplates.TRANSACTION_LINK,
                        ActivationNotice.TEMPLATE)
                .add(
                        EnumSet.of(App.WHATSAPP, App.VIBER),
                        FlowTemplates.TRANSACTION_CONFIRMATION,
                        FlowTemplates.TRANSACTION_NUMBER);
    }

    private static Template.Builder template(String name) {
        return Template.named(name).language("en").asDefault();
    }
}
