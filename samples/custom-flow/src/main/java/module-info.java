/** A flow of one's own: a neighbour says yes or no to a parcel, or tells a code at the door. */
module io.chatauth.samples.delivery {
    requires transitive io.chatauth.core;

    exports io.chatauth.samples.delivery;

    provides io.chatauth.spi.AuthFlowProvider with
            io.chatauth.samples.delivery.DeliveryPinProvider;
    provides io.chatauth.spi.TemplateProvider with
            io.chatauth.samples.delivery.DeliveryTemplates;
}
