package io.chatauth.samples.delivery;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.util.List;

/** The messages of {@link DeliveryPin}. */
public final class DeliveryTemplates implements TemplateProvider {
    static final String QUESTION = "delivery_question";
    static final String CODE = "delivery_code";

    /** For the service loader and the builder. */
    public DeliveryTemplates() {}

    @Override
    public String id() {
        return "delivery";
    }

    @Override
    public List<Template> templates() {
        return List.of(
                Template.named(QUESTION)
                        .body("May the courier leave parcel {{parcel}} with you?")
                        .button(new Button.QuickReply("Yes, I take it", "Y"))
                        .button(new Button.QuickReply("No", "N"))
                        .example("parcel", "AB12CD34")
                        .build(),
                Template.named(CODE)
                        .body("Tell the courier {{code}} to get parcel {{parcel}}.")
                        .button(new Button.CopyCode("Copy", "code"))
                        .example("code", "7K3M9Q")
                        .example("parcel", "AB12CD34")
                        .build());
    }
}
