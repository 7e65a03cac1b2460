package io.chatauth.channel.whatsapp.internal;

import io.chatauth.infobip.wire.WebhookFields;
import java.util.Set;

/** The names of all fields that Infobip documents for WhatsApp's webhooks. Source: the {@code webhooks} of the spec. */
final class WhatsAppWebhookFields {
    static final Set<String> ALL = WebhookFields.with("""
            acknowledged action address addresses birthday body businessScopedPasskeyHash
            callPermissionReply caption catalogId change city company contact contacts content context
            country countryCode createdAt createdTimestamp ctwaClickId department email emails emoji event
            expirationTimestamp firstName formattedName from hash headline identity
            inThreadAuthenticationReply integrationType itemPrice keyword lastName latitude longitude
            malware message messageTemplateId messageTemplateLanguage messageTemplateName middleName
            namePrefix nameSuffix newCategory newQualityScore newStatus notificationMessagesStatus offset
            org pairedMessageId parentUserId payload paymentId paymentStatus pendingMessageCount phone
            phoneNumber phones previousCategory previousQualityScore productItems productRetailerId quantity
            reason receivedAt referenceId referral referralMedia referredProduct response seenAt sourceId
            sourceType sourceUrl state street text timestamp title totalAmount totalAmountOffset
            totalAmountValue transactionId transactionType transactions type updatedTimestamp url urls
            userId userNumber username value waId zip
            """);

    private WhatsAppWebhookFields() {}
}
