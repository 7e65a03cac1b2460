package io.chatauth.samples.bank.play;

import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.RequestException;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.bank.Customer;
import io.chatauth.samples.bank.LocalBank;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Tracking;
import io.chatauth.samples.stage.Transcript;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is on the stage: the bank, Nick with his phone and browser, Mia with hers, and an attacker. */
final class Cast implements AutoCloseable {
    static final Customer NICK = Customer.ALL.get(0);
    static final Customer MIA = Customer.ALL.get(1);

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final int WIDTH = 11;

    private final Doorbell[] doorbell = new Doorbell[1];
    private final LocalBank local;
    private final Transcript transcript;
    private final Bank.Browser nicks = new Bank.Browser("nicks-browser-0123456789", "127.0.0.1");
    private final Phone phone;
    private final Tracking tracking;

    Cast(Transcript transcript) {
        this.transcript = transcript;
        local = LocalBank.start(0, 0, receiver -> {
            doorbell[0] = new Doorbell(receiver);
            return doorbell[0];
        });
        phone = new Phone(local.sandboxUri());
        tracking = new Tracking(local.deliveries(), phone);
    }

    Bank bank() {
        return local.bank();
    }

    LocalBank local() {
        return local;
    }

    Phone phone() {
        return phone;
    }

    Doorbell doorbell() {
        return doorbell[0];
    }

    /** What Nick's browser shows the bank. */
    Bank.Browser nicks() {
        return nicks;
    }

    /** Nick's browser, in which all begins. */
    Browser nicksBrowser() {
        return Browser.with(local.web().baseUri(), local.cookies().device(), nicks.device());
    }

    static String digits(Customer customer) {
        return customer.phone().substring(1);
    }

    Outcome outcome(Begun begun) {
        return bank().outcome(begun).orElseThrow(() -> new StepMissingException("there is no such challenge"));
    }

    /** Waits for a message, and reads it on a customer's phone. */
    Phone.Shown arrive(Begun begun, Customer customer) {
        Supplier<Optional<Outcome>> outcome = () -> bank().outcome(begun);
        tracking.deliver(outcome);
        return tracking.read(digits(customer), outcome);
    }

    static String code(Phone.Shown shown) {
        Matcher found = CODE.matcher(shown.text());
        for (Phone.Button button : shown.buttons()) {
            if (CODE.matcher(button.value()).matches()) {
                return button.value();
            }
        }
        StepMissingException.unless(found.find(), "there is no code in '" + shown.text() + "'");
        return found.group();
    }

    static String link(Phone.Shown shown) {
        return shown.buttons().stream()
                .filter(button -> button.type().equals("URL"))
                .map(Phone.Button::value)
                .findFirst()
                .orElseThrow(() -> new StepMissingException("there is no link below '" + shown.text() + "'"));
    }

    /** Judges a code against another expectation than the bank's own: what a bank with a mistake in it would ask. */
    Answer verify(Begun begun, String code, Expect other) {
        return local.chatAuth().verify(begun.id(), code, other);
    }

    /** Notes that something went as it should. */
    void went(App app, String what) {
        transcript.happened(name(app) + what);
    }

    /** Notes that an attack was refused. */
    void refused(App app, String attack, String answer) {
        transcript.happened(name(app) + "refused: " + attack + " -> " + answer);
    }

    void say(String line) {
        transcript.say(line);
    }

    private static String name(App app) {
        String name = app.toString();
        return name + " ".repeat(Math.max(1, WIDTH - name.length()));
    }

    /** Checks what an answer is, and gives its name. */
    static String expect(Class<? extends Answer> wanted, Answer answer) {
        StepMissingException.unless(
                wanted.isInstance(answer),
                "the answer is " + answer.getClass().getSimpleName() + ", not " + wanted.getSimpleName());
        return answer instanceof Answer.Approved approved
                ? "Approved, " + approved.assurance()
                : answer.getClass().getSimpleName();
    }

    /** Checks where a challenge stands. */
    void stands(Begun begun, ChallengeState wanted) {
        ChallengeState state = outcome(begun).state();
        StepMissingException.unless(state == wanted, "the challenge is " + state + ", not " + wanted);
    }

    /** Waits for the approval that an answer from elsewhere brings, and takes it. */
    String approval(Begun begun) {
        Answer.Approved approved =
                outcome(begun).approval().orElseThrow(() -> new StepMissingException("there is no approval to take"));
        StepMissingException.unless(outcome(begun).approval().isEmpty(), "the approval is handed out twice");
        return "Approved, " + approved.assurance();
    }

    /** Notes that a flow can't be carried by an app, and why. */
    void cannot(App app, Supplier<Begun> start) {
        Begun begun;
        try {
            begun = start.get();
        } catch (RequestException e) {
            transcript.happened(name(app) + "can't carry it");
            transcript.detail(String.valueOf(e.getMessage()));
            return;
        }
        throw new StepMissingException(app + " carries what it can't: " + begun);
    }

    String journal() {
        return phone.journal();
    }

    @Override
    public void close() {
        local.close();
    }
}
