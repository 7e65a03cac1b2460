package io.chatauth.guice;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@link java.util.Properties} that {@link ChatAuthModule} reads its {@code chatauth.…} options from:
 * {@code bind(Properties.class).annotatedWith(ChatAuthProperties.class).toInstance(file)}.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface ChatAuthProperties {}
