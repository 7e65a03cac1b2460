package io.chatauth.channel.whatsapp.internal;

import java.util.Set;

/** The names of all fields that Infobip documents for WhatsApp's webhooks. Source: the {@code webhooks} of the spec. */
final class WhatsAppWebhookFields {
    static final Set<String> ALL = Set.of("""
            acknowledged action address addresses applicationId birthday body bulkId businessScopedPasskeyHash
            callPermissionReply callbackData caption catalogId change city company contact contacts content
            context country countryCode createdAt createdTimestamp ctwaClickId currency department description
            doneAt email emails emoji entityId error event expirationTimestamp firstName formattedName from
            groupId groupName hash headline id identity inThreadAuthenticationReply integrationType itemPrice
            keyword lastName latitude longitude malware message messageCount messageId messageTemplateId
            messageTemplateLanguage messageTemplateName middleName name namePrefix nameSuffix newCategory
            newQualityScore newStatus notificationMessagesStatus offset org pairedMessageId parentUserId payload
            paymentId paymentStatus pendingMessageCount permanent phone phoneNumber phones previousCategory
            previousQualityScore price pricePerMessage productItems productRetailerId quantity reason receivedAt
            referenceId referral referralMedia referredProduct response results seenAt sender sentAt sourceId
            sourceType sourceUrl state status street text timestamp title to totalAmount totalAmountOffset
            totalAmountValue transactionId transactionType transactions type updatedTimestamp url urls userId
            userNumber username value waId zip
            """.strip().split("\\s+"));

    private WhatsAppWebhookFields() {}
}
