package io.chatauth.samples.cardactivation;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChatAuthException;
import io.chatauth.Outcome;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.TemplatePlan;
import io.chatauth.WebhookPlan;
import io.chatauth.flow.VerificationCode;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Tracking;
import io.chatauth.samples.stage.Transcript;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Explanation;
import io.chatauth.template.sync.SyncResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Infobip's tutorial, from the template to the activated card; a log-in with a code; and the same card on every channel. */
final class Story {
    static final int STEPS = 15 + App.values().length;

    private static final String CUSTOMER = "customer-4711";
    private static final String NICK = "441134960001";
    private static final Duration ASK_EVERY = Duration.ofMillis(50);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final LocalService service;
    private final Bank bank;
    private final Phone phone;
    private final Tracking tracking;
    private final Transcript transcript;

    Story(LocalService service, Phone phone, Transcript transcript) {
        this.service = service;
        this.bank = service.bank();
        this.phone = phone;
        this.tracking = new Tracking(service.deliveries(), phone);
        this.transcript = transcript;
    }

    /** Plays it, as far as it goes. */
    void play() {
        transcript.say("ChatAuth over WhatsApp, against the sandbox at " + service.sandboxUri());
        transcript.say("");
        try {
            register();
            activate();
            logIn();
            sendEverywhere();
        } catch (StepMissingException | ChatAuthException e) {
            transcript.missing(String.valueOf(e.getMessage()));
        }
    }

    private void register() {
        Explanation explanation = service.chatAuth().explain(Bank.CARD_ACTIVATION.name(), Bank.WHATSAPP);
        transcript.happened("The template, as WhatsApp will show it");
        transcript.detail(explanation.toString());
        WebhookPlan webhooks = service.chatAuth().webhooks().plan();
        StepMissingException.unless(webhooks.apply().isUnchanged(), "the webhooks are not as planned");
        transcript.happened("What webhooks need, created at Infobip");
        transcript.detail(webhooks.toString());
        bringTemplate();
        refuseWhilePending();
        waitForReview();
    }

    private void bringTemplate() {
        TemplatePlan plan = service.chatAuth()
                .templates()
                .sync()
                .channels(Bank.WHATSAPP)
                .names(Bank.CARD_ACTIVATION.name())
                .plan();
        StepMissingException.unless(plan.writes(), "the account is not empty: " + plan);
        transcript.happened("The account is empty; the plan for its templates");
        transcript.detail(plan.toString());
        SyncResult result = plan.apply();
        StepMissingException.unless(result.complete(), result.toString());
        transcript.happened("Created over the API, waiting for WhatsApp's review");
        transcript.detail(result.toString());
    }

    private void refuseWhilePending() {
        try {
            bank.sendCard(CUSTOMER, "Nick", "+" + NICK);
        } catch (RequestException e) {
            transcript.happened("Sending it now is refused");
            transcript.detail(String.valueOf(e.getMessage()));
            return;
        }
        throw new StepMissingException("the template was sent before it was approved");
    }

    private void waitForReview() {
        phone.approve(phone.templateId(Bank.CARD_ACTIVATION.name()));
        Approval approval = service.deliveries()
                .awaitReview(
                        Tracking.PATIENCE,
                        () -> service.chatAuth().templates().known(Bank.WHATSAPP, Bank.CARD_ACTIVATION.name()));
        StepMissingException.unless(approval.state() == Approval.State.APPROVED, "the template is " + approval);
        transcript.happened("The reviewer looked at it, and a webhook tells: " + approval.state());
    }

    private void activate() {
        Started card = bank.sendCard(CUSTOMER, "Nick", "+" + NICK);
        Supplier<Optional<Outcome>> outcome = () -> bank.card(card.id(), CUSTOMER);
        tracking.accept(card);
        transcript.happened("Nick's card is on its way; the message was accepted");
        tracking.deliver(outcome);
        transcript.happened("Infobip reports: delivered");
        Phone.Shown shown = tracking.read(NICK, outcome);
        StepMissingException.unless(
                shown.text().startsWith("Hi Nick, Your credit card has been sent"), "the phone shows " + shown);
        StepMissingException.unless(
                shown.buttons().equals(List.of(new Phone.Button("PHONE_NUMBER", "Contact Us", Bank.CALL_CENTRE))),
                "the phone shows " + shown);
        phone.see(shown.id());
        tracking.see(outcome);
        transcript.happened("Nick reads it, and Infobip reports: seen");
        transcript.detail("| " + shown.text() + "\n| [ " + shown.buttons().get(0) + " ]");
        Answer answer = bank.called(card.id(), CUSTOMER);
        StepMissingException.unless(answer.approved(), "the activation ended as " + name(answer));
        transcript.happened("Nick calls, the call centre knows him: the card is activated");
    }

    private void logIn() {
        RegisteredTemplate registered = create(VerificationCode.TEMPLATE);
        phone.approve(registered.id());
        transcript.happened("The template for codes, built into ChatAuth: " + approval(VerificationCode.TEMPLATE));
        Started login = bank.sendCode(CUSTOMER, "+" + NICK);
        Supplier<Optional<Outcome>> outcome = () -> bank.login(login.id(), CUSTOMER);
        tracking.accept(login);
        tracking.deliver(outcome);
        Phone.Shown shown = tracking.read(NICK, outcome);
        transcript.happened("Nick logs in: a code was sent, accepted and delivered");
        transcript.detail("| " + shown.text());
        String code = code(shown);
        answerCode(login.id(), code);
    }

    private void sendEverywhere() {
        transcript.say("");
        transcript.say("The same template on every channel, accepted, delivered, and read on the phone");
        transcript.say("");
        try (EveryChannel bankWithAll = new EveryChannel(service.sandboxUri(), phone)) {
            for (App app : App.values()) {
                String call = bankWithAll.play(app, NICK);
                transcript.happened(app + ": " + call);
            }
            transcript.say("");
            bankWithAll.table().toString().lines().forEach(transcript::say);
        }
    }

    private void answerCode(ChallengeId id, String code) {
        Answer wrong = bank.verify(id, CUSTOMER, mistyped(code));
        if (!(wrong instanceof Answer.WrongAnswer mistyped)) {
            throw new StepMissingException("the mistyped code gave " + name(wrong));
        }
        transcript.happened("Nick mistypes it: " + name(wrong) + ", "
                + mistyped.allowance().remainingAttempts() + " attempts remain");
        Answer right = bank.verify(id, CUSTOMER, code);
        if (!(right instanceof Answer.Approved approved)) {
            throw new StepMissingException("the right code gave " + name(right));
        }
        transcript.happened("Nick types it: " + name(right) + ", assurance " + approved.assurance());
        Answer again = bank.verify(id, CUSTOMER, code);
        StepMissingException.unless(again instanceof Answer.AlreadyAnswered, "the same code again gave " + name(again));
        transcript.happened("The same right code again: " + name(again));
    }

    private RegisteredTemplate create(String template) {
        return service.chatAuth().templates().create(Bank.WHATSAPP, template);
    }

    private String approval(String template) {
        Approval approval =
                service.chatAuth().templates().awaitApproval(Bank.WHATSAPP, template, ASK_EVERY, Tracking.PATIENCE);
        StepMissingException.unless(approval.state() == Approval.State.APPROVED, template + " is " + approval.state());
        return approval.state().toString();
    }

    static String code(Phone.Shown shown) {
        Matcher found = CODE.matcher(shown.text());
        StepMissingException.unless(found.find(), "there is no code in '" + shown.text() + "'");
        return found.group();
    }

    /** The code with its last digit changed. */
    private static String mistyped(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    private static String name(Answer answer) {
        return answer.getClass().getSimpleName();
    }
}
