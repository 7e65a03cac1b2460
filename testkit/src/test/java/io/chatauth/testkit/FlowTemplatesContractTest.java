package io.chatauth.testkit;

import io.chatauth.flow.FlowTemplates;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The built-in templates, those that wait for a setting too. */
class FlowTemplatesContractTest extends TemplateProviderContract {
    @Override
    protected TemplateProvider provider() {
        return new All();
    }

    @Override
    protected boolean discovered() {
        return false;
    }

    /** What the builder makes of its settings. */
    public static final class All implements TemplateProvider {
        @Override
        public String id() {
            return "built-in";
        }

        @Override
        public List<Template> templates() {
            List<Template> all = new ArrayList<>(FlowTemplates.templates());
            all.addAll(FlowTemplates.loginLink(URI.create("https://login.example.com/l")));
            all.addAll(FlowTemplates.transactionLink(URI.create("https://login.example.com/l")));
            all.addAll(FlowTemplates.cardActivation("+441134960999"));
            return all;
        }
    }
}
