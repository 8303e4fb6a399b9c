package guidang.telegram;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Lets in whom the desk is open to: owners with their own commands first, then members if it is for members only. */
final class Reception implements Courier.Deciding {
    private final Protection protection;
    private final OwnerDesk owners;
    private final @Nullable MembersOnly members;
    private final Courier.Deciding desk;

    Reception(Protection protection, OwnerDesk owners, @Nullable MembersOnly members, Courier.Deciding desk) {
        this.protection = protection;
        this.owners = owners;
        this.members = members;
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
        if (protection.isOwner(person.id())) {
            List<Act> theirs = owners.of(incoming);
            return theirs.isEmpty() ? desk.of(incoming) : theirs;
        }
        return members == null || members.admits(person) ? desk.of(incoming) : members.refusal(incoming);
    }
}
