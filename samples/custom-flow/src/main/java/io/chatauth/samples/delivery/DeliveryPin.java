package io.chatauth.samples.delivery;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.FlowId;

/** Asks a neighbour whether a parcel may be left there; at the door, the courier types the code that the neighbour got. */
public final class DeliveryPin extends ChallengeRequestBuilder<DeliveryPin> {
    /** The flow's id. */
    public static final FlowId ID = FlowId.of("delivery-pin");

    static final String PARCEL = "parcel";
    static final String LETTERS = "letters";

    private DeliveryPin(Address neighbour) {
        super(ID, neighbour);
    }

    /**
     * Begins a request that is answered with yes or no.
     *
     * @param neighbour who is asked
     * @param parcel the parcel's number, 4 to 20 capitals and digits
     * @return a builder
     */
    public static DeliveryPin ask(Address neighbour, String parcel) {
        return new DeliveryPin(neighbour).setting(PARCEL, parcel);
    }

    /**
     * Sends a code of letters instead, which the courier types at the door.
     *
     * @param letters how many, 6 to 10
     * @return this builder
     */
    public DeliveryPin atTheDoor(int letters) {
        return setting(LETTERS, Integer.toString(letters));
    }

    @Override
    protected DeliveryPin self() {
        return this;
    }
}
