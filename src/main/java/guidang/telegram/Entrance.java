package guidang.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;

/**
 * Where updates come in: asks the guard, counts, and sends each on to be handled or refused. A refusal does not wait
 * behind the answers that are still to be given.
 */
final class Entrance implements Intake.Door {
    private final Guard guard;
    private final Unreachable unreachable;
    private final Tally tally;
    private final Intake.Handler handler;
    private final Intake.Handler refusal;
    private final Clock clock;

    Entrance(Guard guard, Unreachable unreachable, Tally tally, Intake.Handler handler, Intake.Handler refusal,
            Clock clock) {
        this.guard = guard;
        this.unreachable = unreachable;
        this.tally = tally;
        this.handler = handler;
        this.refusal = refusal;
        this.clock = clock;
    }

    @Override
    public Intake.@Nullable Handler to(Incoming incoming, int waiting) {
        switch (incoming) {
            case Incoming.Said said -> unreachable.heard(said.chat().id());
            case Incoming.Membership membership -> unreachable.heard(membership.chat().id());
            default -> {
            }
        }
        Guard.Verdict verdict = guard.judge(incoming, waiting);
        tally.count(verdict == Guard.Verdict.PASS ? Tally.What.HANDLED : Tally.What.LIMITED);
        Meter.Kind kind = kind(incoming);
        tally.meter().arrived(kind, switch (verdict) {
            case PASS -> Meter.Entry.TAKEN;
            case TELL -> Meter.Entry.TOLD;
            case IGNORE -> Meter.Entry.IGNORED;
        });
        return switch (verdict) {
            case PASS -> timed(kind, handler);
            case TELL -> timed(kind, refusal).ahead();
            case IGNORE -> null;
        };
    }

    /** Tells the meter, as the last step, how long it took from here. */
    private Intake.Handler timed(Meter.Kind kind, Intake.Handler its) {
        long begun = System.nanoTime();
        return incoming -> {
            var steps = new ArrayList<>(its.of(incoming));
            steps.add(() -> tally.meter().dealtWith(kind, Duration.ofNanos(System.nanoTime() - begun)));
            return steps;
        };
    }

    private Meter.Kind kind(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said when said.edited() -> Meter.Kind.EDIT;
            case Incoming.Said said -> {
                tally.meter().late(Duration.between(said.first(), clock.instant()));
                yield Meter.Kind.MESSAGE;
            }
            case Incoming.Pressed pressed -> Meter.Kind.BUTTON;
            case Incoming.Typed typed -> Meter.Kind.INLINE;
            case Incoming.Moved moved -> Meter.Kind.MEMBERSHIP;
            case Incoming.MemberChanged changed -> Meter.Kind.MEMBERSHIP;
            case Incoming.Membership membership -> Meter.Kind.MEMBERSHIP;
            case Incoming.Other other -> Meter.Kind.OTHER;
        };
    }
}
