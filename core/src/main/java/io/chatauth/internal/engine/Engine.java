package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.Tenant;
import io.chatauth.internal.address.Canonical;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.decoy.Pretence;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Means;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms of the engine behind one door; owns the timer that does due work. Safe for use by many threads. */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Parts parts;
    private final Approvals approvals;
    private final Errands errands;
    private final Starter starter;
    private final Verifier verifier;
    private final LinkDesk links;
    private final Resender resender;
    private final Outcomes outcomes;
    private final AddressBook addresses;
    private final Reports reports;
    private final Recovery recovery;
    private final ReportPoll poll;
    private final Guard guard;
    private final ConsentDesk consents;
    private final Postbox postbox;
    private final KeyWatch watch;
    private final ClockWatch clockWatch;
    private final KeyDesk keys;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    public Engine(Parts parts, Errands errands, ThreadFactory threads) {
        this.parts = parts;
        this.errands = errands;
        approvals =
                new Approvals(parts.bindings(), parts.state(), parts.clock(), errands.account(), parts.events()::tell);
        addresses = new AddressBook(parts);
        Rekeyer rekeyer = new Rekeyer(parts, addresses);
        Ledger ledger = new Ledger(parts, rekeyer::touched);
        Windows windows = new Windows(parts);
        Composer composer = new Composer(parts, approvals, windows);
        ConsentBook consentBook = new ConsentBook(parts);
        guard = new Guard(
                new Means(
                        parts.clock(),
                        parts.state(),
                        parts.keys(),
                        parts.events()::tell,
                        addresses::proven,
                        consentBook::marks),
                parts.limits(),
                threads);
        Decoys decoys = new Decoys(parts.keys());
        postbox = new Postbox(
                parts,
                ledger,
                windows,
                new TemplateFailures(parts, ledger, composer, approvals),
                decoys,
                new Pretence(threads));
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = threads.newThread(task);
            thread.setName("chatauth-recovery");
            return thread;
        });
        resender = new Resender(parts, ledger, composer, guard, postbox);
        Progress progress = new Progress(parts, decoys);
        NextSteps steps = new NextSteps(parts, ledger, resender, progress, this::later);
        postbox.onFailure(steps::failed);
        starter = new Starter(parts, composer, guard, postbox, decoys, new Inviter(parts, guard, decoys), steps);
        consents = new ConsentDesk(parts, ledger, postbox, addresses, consentBook);
        Notices notices = new Notices(parts, windows, consentBook);
        GuessWatch guesses = new GuessWatch(parts, guard, notices, decoys);
        Judge judge = new Judge(parts, ledger, postbox, guard, decoys, guesses);
        Held held = new Held(parts);
        Trials trials = new Trials(parts, ledger, guard, judge, guesses);
        OptIns optIns = new OptIns(parts, consents, notices);
        verifier = new Verifier(parts, ledger, composer, trials, postbox, judge, held, optIns);
        links = new LinkDesk(parts, ledger, trials, judge, decoys);
        outcomes = new Outcomes(parts, ledger, held, progress);
        Replies replies = new Replies(parts, ledger, new Questions(parts, ledger), trials, judge, notices);
        Invitations invitations = new Invitations(parts, ledger, judge, held, guard, optIns);
        reports = new Reports(
                parts, postbox, new Inbox(parts, addresses, windows, replies, consents, invitations), approvals);
        recovery = new Recovery(parts, ledger, composer, postbox, consents, steps);
        poll = new ReportPoll(parts, reports, errands);
        watch = new KeyWatch(parts);
        clockWatch = new ClockWatch(parts, ledger, postbox);
        keys = new KeyDesk(parts, ledger, postbox, watch, rekeyer);
    }

    /** Does what came due while nobody was there, and goes on doing so every 10 seconds. */
    public void begin() {
        recoverQuietly();
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
                this::recoverQuietly, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Started start(ChallengeRequest request) {
        requireOpen();
        return starter.start(request);
    }

    public Answer verify(ChallengeId id, String typed, Expect expect) {
        return verifier.verify(id, typed, expect);
    }

    public Answer complete(ChallengeId id, Expect expect) {
        return verifier.complete(id, expect);
    }

    public Answer cancel(ChallengeId id, Expect expect) {
        return verifier.cancel(id, expect);
    }

    public ResendAnswer resend(ChallengeId id, Expect expect) {
        requireOpen();
        return resender.resend(id, expect);
    }

    public Optional<Outcome> outcome(ChallengeId id, Expect expect) {
        return outcomes.outcome(id, expect);
    }

    /** Takes in what a webhook brought; false if it must come again. */
    public boolean take(ChannelId channel, InboundEvent event) {
        return reports.take(channel, event);
    }

    /** Forgets a person's wrong answers. */
    public void unlock(Tenant tenant, ChannelId channel, String sender, Address person) {
        Canonical canonical = parts.recipients()
                .canonical(person, channel, parts.channels().apply(channel).capabilities(), parts.countries());
        guard.unlock(guard.who(tenant, channel, sender, canonical.address(), canonical.country()));
    }

    public Guard guard() {
        return guard;
    }

    /** What stands behind links. */
    public LinkDesk links() {
        return links;
    }

    public KeyDesk keys() {
        return keys;
    }

    public ConsentDesk consents() {
        return consents;
    }

    public AddressBook addresses() {
        return addresses;
    }

    public int recover() {
        requireOpen();
        clockWatch.run();
        keys.run();
        int sent = recovery.run();
        poll.run();
        guard.flush();
        return sent;
    }

    Errands errands() {
        return errands;
    }

    Approvals approvals() {
        return approvals;
    }

    public Parts parts() {
        return parts;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            timer.shutdownNow();
            watch.leave();
            parts.dispatcher().close();
            postbox.close();
            guard.close();
            parts.events().close();
        }
    }

    private void recoverQuietly() {
        try {
            guard.flush();
            clockWatch.run();
            keys.run();
            recovery.run();
            poll.run();
        } catch (RuntimeException e) {
            LOG.error("Due work could not be done; it is tried again in {} s", ROUND.toSeconds(), e);
        }
    }

    /** Runs a task after a while; not any more once this engine is closed, when what is due waits in the store. */
    private void later(Duration after, Runnable task) {
        try {
            ScheduledFuture<?> unused = timer.schedule(
                    () -> {
                        try {
                            task.run();
                        } catch (RuntimeException e) {
                            LOG.error("A next step could not be looked at; the next round does it", e);
                        }
                    },
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("This node closes; another one looks at what is due");
        }
    }

    private void requireOpen() {
        if (!open.get()) {
            throw new IllegalStateException("this ChatAuth is closed");
        }
    }
}
