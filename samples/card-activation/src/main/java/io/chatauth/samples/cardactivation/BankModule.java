package io.chatauth.samples.cardactivation;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import io.chatauth.ChannelId;
import io.chatauth.SenderRule;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.event.ChatAuthListener;
import io.chatauth.samples.stage.Deliveries;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.template.Template;

/** What the bank brings to ChatAuth, whatever the account: its channel with a sender, its template, and who listens. */
final class BankModule extends AbstractModule {
    private final String sender;
    private final Deliveries deliveries;

    BankModule(String sender, Deliveries deliveries) {
        this.sender = sender;
        this.deliveries = deliveries;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ChannelProvider.class).addBinding().to(WhatsAppChannelProvider.class);
        MapBinder.newMapBinder(binder(), ChannelId.class, SenderRule.class)
                .permitDuplicates()
                .addBinding(Bank.WHATSAPP)
                .toInstance(SenderRule.of(sender));
        Multibinder.newSetBinder(binder(), Template.class).addBinding().toInstance(Bank.CARD_ACTIVATION);
        Multibinder.newSetBinder(binder(), ChatAuthListener.class).addBinding().toInstance(deliveries);
    }
}
