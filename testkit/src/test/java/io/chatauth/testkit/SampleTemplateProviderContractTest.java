package io.chatauth.testkit;

import io.chatauth.spi.TemplateProvider;

class SampleTemplateProviderContractTest extends TemplateProviderContract {
    @Override
    protected TemplateProvider provider() {
        return new SampleTemplateProvider();
    }
}
