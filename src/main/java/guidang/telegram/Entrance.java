package guidang.telegram;

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

    Entrance(Guard guard, Unreachable unreachable, Tally tally, Intake.Handler handler, Intake.Handler refusal) {
        this.guard = guard;
        this.unreachable = unreachable;
        this.tally = tally;
        this.handler = handler;
        this.refusal = refusal.ahead();
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
        return switch (verdict) {
            case PASS -> handler;
            case TELL -> refusal;
            case IGNORE -> null;
        };
    }
}
