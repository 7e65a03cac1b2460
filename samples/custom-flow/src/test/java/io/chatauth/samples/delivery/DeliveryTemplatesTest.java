package io.chatauth.samples.delivery;

import io.chatauth.spi.TemplateProvider;
import io.chatauth.testkit.TemplateProviderContract;

class DeliveryTemplatesTest extends TemplateProviderContract {
    @Override
    protected TemplateProvider provider() {
        return new DeliveryTemplates();
    }
}
