package io.chatauth.internal.page;

import java.util.Map;

/** Spanish, in its formal register. */
final class InSpanish {
    static final Words WORDS = Words.of(
            "es",
            Map.ofEntries(
                    Map.entry(Phrase.SIGN_IN, "Iniciar sesión"),
                    Map.entry(
                            Phrase.SIGN_IN_HERE,
                            "Ha solicitado iniciar sesión en {site} en este navegador. Pulse el botón para continuar."),
                    Map.entry(
                            Phrase.SIGN_IN_ELSEWHERE,
                            "Ha abierto este enlace en un navegador distinto de aquel en el que solicitó iniciar sesión en {site}. Introduzca los dos dígitos que aparecen allí."),
                    Map.entry(
                            Phrase.SIGN_IN_NOT_ME,
                            "Si no ha sido usted, cierre esta página y no ocurrirá nada. No diga los dígitos a nadie ni introduzca dígitos que alguien le indique."),
                    Map.entry(Phrase.SIGN_IN_BUTTON, "Iniciar sesión"),
                    Map.entry(Phrase.DIGITS, "Dos dígitos"),
                    Map.entry(Phrase.ONE_TRY, "Tiene un solo intento."),
                    Map.entry(Phrase.PAYMENT, "Confirmar un pago"),
                    Map.entry(Phrase.PAYMENT_HERE, "Este pago está pendiente en {site}. ¿Lo confirma?"),
                    Map.entry(
                            Phrase.PAYMENT_ELSEWHERE,
                            "Para confirmarlo, introduzca los dos dígitos que aparecen donde se inició el pago. Para rechazarlo no hacen falta."),
                    Map.entry(
                            Phrase.PAYMENT_NOT_ME,
                            "Si no ha sido usted, rechácelo. No introduzca dígitos que alguien le indique."),
                    Map.entry(Phrase.AMOUNT, "Importe"),
                    Map.entry(Phrase.PAYEE, "A favor de"),
                    Map.entry(Phrase.CONFIRM, "Confirmar"),
                    Map.entry(Phrase.REFUSE, "Rechazar"),
                    Map.entry(Phrase.APPROVED_SIGN_IN, "Ha iniciado sesión"),
                    Map.entry(Phrase.APPROVED_PAYMENT, "Pago confirmado"),
                    Map.entry(Phrase.GO_BACK, "Puede cerrar esta página y volver a donde empezó."),
                    Map.entry(Phrase.REFUSED, "Pago rechazado"),
                    Map.entry(
                            Phrase.REFUSED_TEXT,
                            "Gracias por avisarnos. El pago no se ha confirmado. Puede cerrar esta página."),
                    Map.entry(Phrase.WRONG, "Los dígitos no eran correctos"),
                    Map.entry(
                            Phrase.WRONG_TEXT,
                            "Por su seguridad, este enlace ya no funciona. Vuelva a donde empezó y comience de nuevo."),
                    Map.entry(Phrase.OVER, "Este enlace ya no es válido"),
                    Map.entry(
                            Phrase.OVER_TEXT,
                            "Solo funciona una vez y ya se utilizó o se retiró. Si pulsó usted el botón, todo está en orden. De lo contrario, comience de nuevo."),
                    Map.entry(Phrase.EXPIRED, "Este enlace ha caducado"),
                    Map.entry(
                            Phrase.EXPIRED_TEXT,
                            "Solo funciona durante unos minutos. Vuelva a donde empezó y comience de nuevo."),
                    Map.entry(Phrase.UNKNOWN, "Este enlace no funciona"),
                    Map.entry(
                            Phrase.UNKNOWN_TEXT,
                            "Ábralo tal como aparece en el mensaje más reciente o comience de nuevo."),
                    Map.entry(Phrase.LATER, "Inténtelo más tarde"),
                    Map.entry(
                            Phrase.LATER_TEXT,
                            "Ahora mismo no es posible. El enlace no se ha utilizado; ábralo de nuevo dentro de un minuto."),
                    Map.entry(
                            Phrase.AGAIN,
                            "La página estuvo abierta demasiado tiempo o no se envió completa. Inténtelo de nuevo."),
                    Map.entry(Phrase.DIGITS_MISSING, "Introduzca primero los dos dígitos.")));

    private InSpanish() {}
}
