package io.chatauth.flow;

import io.chatauth.flow.Wording.Answer;
import io.chatauth.flow.Wording.Labelled;
import io.chatauth.flow.Wording.Question;

/** Spanish. */
final class Spanish {
    static final Wording WORDS = new Wording(
            "es",
            new Labelled("{{code}} es su código de verificación. No lo comparta con nadie.", "Copiar código"),
            new Labelled(
                    "Ha solicitado iniciar sesión. Para continuar, abra el enlace siguiente. Solo funciona una vez y durante unos minutos."
                            + " Si no ha sido usted, ignore este mensaje.",
                    "Iniciar sesión"),
            "Acepto que {{site}} me escriba en este chat. Código: {{code}}. Solo envío esto porque yo lo he iniciado en {{site}}.",
            "Gracias. Ha aceptado recibir nuestros mensajes en este chat.",
            new Question(
                    "Hay un pago pendiente de {{amount}} a {{payee}}. ¿Lo confirma?",
                    new Answer("Confirmar", "S"),
                    new Answer("Rechazar", "N")),
            new Labelled("""
                    Código para confirmar el pago de {{amount}} a {{payee}}:
                    {{code}}
                    Introdúzcalo solo si usted ha solicitado este pago. No lo comparta nunca.""", "Copiar código"),
            new Labelled(
                    "Hola, {{name}}: le hemos enviado su nueva tarjeta. Para activarla, llámenos por teléfono.",
                    "Llamar"),
            "Hay un pago pendiente de {{amount}} a {{payee}}. Para confirmarlo, responda con los dos dígitos que aparecen donde se inició el pago. Si no ha sido usted, rechácelo.",
            new Labelled(
                    "Hay un pago pendiente de {{amount}} a {{payee}}. Para confirmarlo o rechazarlo, abra el enlace siguiente. Solo funciona una vez y durante unos minutos.",
                    "Ver el pago"));

    private Spanish() {}
}
