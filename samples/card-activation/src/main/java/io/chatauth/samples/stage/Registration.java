package io.chatauth.samples.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has templates approved in every app that asks for it, and remembers what they are called there. Where the API has no way to
 * hand a template in (KakaoTalk, LINE), people do so and declare the outcome.
 */
public final class Registration {
    private final ArrayNode handedIn = new ObjectMapper().createArrayNode();
    private final List<Consumer<ChatAuthBuilder>> facts = new ArrayList<>();
    private final List<Reviewed> reviewed = new ArrayList<>();
    private final ChatAuth chatAuth;
    private final Phone phone;

    /**
     * A template whose review is told over the API.
     *
     * @param app the app
     * @param template its name
     */
    private record Reviewed(App app, String template) {}

    /**
     * Registers with an account.
     *
     * @param chatAuth knows the templates
     * @param phone plays the reviewers
     */
    public Registration(ChatAuth chatAuth, Phone phone) {
        this.chatAuth = chatAuth;
        this.phone = phone;
    }

    /**
     * Registers templates in every app that can show them.
     *
     * @param templates their names
     * @return this
     */
    public Registration add(String... templates) {
        return add(EnumSet.allOf(App.class), templates);
    }

    /**
     * Registers templates in some apps.
     *
     * @param apps the apps; one that can't show a template is left out
     * @param templates their names
     * @return this
     */
    public Registration add(Set<App> apps, String... templates) {
        for (String template : templates) {
            for (App app : apps) {
                chatAuth.explain(template, app.id()).adapted().ifPresent(shown -> add(template, app, shown));
            }
        }
        phone.approveKakao(handedIn);
        return this;
    }

    /**
     * Tells a builder what the templates are called, and which are approved.
     *
     * @param builder the builder of whatever sends them
     */
    public void applyTo(ChatAuthBuilder builder) {
        facts.forEach(fact -> fact.accept(builder));
    }

    /**
     * Lets whatever sends them ask what has become of the reviews, where the API tells.
     *
     * @param sending what sends the templates
     */
    public void observe(ChatAuth sending) {
        reviewed.forEach(one -> {
            Approval approval = sending.templates().approval(one.app().id(), one.template());
            StepMissingException.unless(approval.state() == Approval.State.APPROVED, one + " is " + approval);
        });
    }

    private void add(String template, App app, AdaptedTemplate shown) {
        switch (app) {
            case WHATSAPP -> whatsApp(template);
            case ZALO -> zalo(template);
            case KAKAO -> kakao(template, shown);
            case LINE -> declare(app, template);
            case VIBER -> {
                // Takes any text.
            }
        }
    }

    /** Edits a template that was registered before with other words: nothing else than what was approved is sent. */
    private void whatsApp(String template) {
        boolean known = chatAuth.templates().list(App.WHATSAPP.id()).stream()
                .anyMatch(there -> there.name().equals(Optional.of(template)));
        RegisteredTemplate registered = known
                ? chatAuth.templates().edit(App.WHATSAPP.id(), template)
                : chatAuth.templates().create(App.WHATSAPP.id(), template);
        phone.approve(registered.id());
        reviewed.add(new Reviewed(App.WHATSAPP, template));
    }

    private void zalo(String template) {
        RegisteredTemplate registered = chatAuth.templates().create(App.ZALO.id(), template);
        phone.enable(registered.id());
        reviewed.add(new Reviewed(App.ZALO, template));
        facts.add(builder -> builder.bindTemplate(App.ZALO.id().value(), template, registered.id()));
    }

    private void kakao(String template, AdaptedTemplate shown) {
        String code = template + "_v1";
        ObjectNode one = handedIn.addObject()
                .put("sender", App.KAKAO.sender())
                .put("templateCode", code)
                .put("title", inKakaosForm(shown.header().orElse("")))
                .put("text", inKakaosForm(shown.body()));
        for (Button button : shown.buttons()) {
            if (button instanceof Button.OpenUrl link) {
                String url = inKakaosForm(link.url());
                one.withArray("buttons")
                        .addObject()
                        .put("type", "URL")
                        .put("name", link.label())
                        .put("urlMobile", url)
                        .put("urlPc", url)
                        .put("target", "out");
            }
        }
        facts.add(builder -> builder.bindTemplate(App.KAKAO.id().value(), template, code));
        declare(App.KAKAO, template);
    }

    private void declare(App app, String template) {
        facts.add(builder -> builder.declareApproval(app.id().value(), template, Approval.State.APPROVED));
    }

    private static String inKakaosForm(String text) {
        return text.replace("{{", "#{").replace("}}", "}");
    }
}
