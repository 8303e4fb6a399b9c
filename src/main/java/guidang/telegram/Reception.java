package guidang.telegram;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Lets in whom the desk is open to: owners with their own commands first, then members if it is for members only. */
final class Reception implements Courier.Deciding {
    private final Supplier<Protection> inForce;
    private final OwnerDesk owners;
    private final Function<String, MembersOnly> doorkeeper;
    private final Courier.Deciding desk;
    private volatile @Nullable MembersOnly members;

    /**
     * @param inForce may change from one update to the next
     * @param doorkeeper of a chat whose members alone are let in
     */
    Reception(Supplier<Protection> inForce, OwnerDesk owners, Function<String, MembersOnly> doorkeeper,
            Courier.Deciding desk) {
        this.inForce = inForce;
        this.owners = owners;
        this.doorkeeper = doorkeeper;
        this.desk = desk;
    }

    @Override
    public List<Act> of(Incoming incoming) throws InterruptedException {
        Incoming.Person person = switch (incoming) {
            case Incoming.Said said -> said.from();
            case Incoming.Pressed pressed -> pressed.from();
            case Incoming.Typed typed -> typed.from();
            case Incoming.Moved moved -> null;
            case Incoming.MemberChanged changed -> null;
            case Incoming.Membership membership -> null;
            case Incoming.Other other -> null;
        };
        if (person == null) {
            return desk.of(incoming);
        }
        Protection protection = inForce.get();
        if (protection.isOwner(person.id())) {
            List<Act> theirs = owners.of(incoming);
            return theirs.isEmpty() ? desk.of(incoming) : theirs;
        }
        String only = protection.membersOf();
        if (only == null) {
            return desk.of(incoming);
        }
        MembersOnly its = members;
        if (its == null || !its.isOf(only)) {
            its = doorkeeper.apply(only);
            members = its;
        }
        return its.admits(person) ? desk.of(incoming) : its.refusal(incoming);
    }
}
