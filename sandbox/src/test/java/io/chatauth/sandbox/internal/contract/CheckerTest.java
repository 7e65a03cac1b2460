package io.chatauth.sandbox.internal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Json;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the checker makes of the ways in which OpenAPI documents put schemas together. */
class CheckerTest {
    private static final JsonNode DOCUMENT = json("""
            {'Pet':{'type':'object','discriminator':{'propertyName':'kind','mapping':{'cat':'#/Cat','dog':'#/Dog'}},
               'properties':{'kind':{'type':'string','enum':['cat','dog']}},'required':['kind']},
             'Cat':{'allOf':[{'$ref':'#/Pet'},{'type':'object','properties':{'lives':{'type':'integer','maximum':9}}}],
               'required':['lives']},
             'Dog':{'allOf':[{'$ref':'#/Pet'},{'$ref':'#/Owned'}],'type':'object','properties':{'size':{'$ref':'#/Size'}}},
             'Owned':{'type':'object','properties':{'owner':{'type':'string','readOnly':true}},'required':['owner']},
             'Size':{'type':'object','discriminator':{'propertyName':'unit','mapping':{'kg':'#/Weight','cm':'#/Height'}},
               'oneOf':[{'$ref':'#/Weight'},{'$ref':'#/Height'}]},
             'Weight':{'type':'object','properties':{'unit':{'type':'string'},'weight':{'type':'number','minimum':1}}},
             'Height':{'type':'object','properties':{'unit':{'type':'string'},'height':{'type':'number'}}},
             'Either':{'anyOf':[{'type':'object','properties':{'a':{'type':'string'}},'required':['a']},
               {'type':'object','properties':{'b':{'type':'string'}},'required':['b']}]},
             'Free':{'type':'object','additionalProperties':{'type':'string','maxLength':2}}}
            """);

    @Test
    void aDiscriminatorChoosesWhatHolds() {
        assertEquals(List.of(), check("Pet", "{'kind':'cat','lives':9}"));
        assertEquals(List.of("lives 10 is more than 9"), check("Pet", "{'kind':'cat','lives':10}"));
        assertEquals(List.of("lives is required"), check("Pet", "{'kind':'cat'}"));
        assertEquals(List.of("kind cow is none of [cat, dog]"), check("Pet", "{'kind':'cow'}"));
        assertEquals(List.of("kind must be there, one of [cat, dog]"), check("Pet", "{'lives':1}"));
        assertEquals(List.of("owner is not in the spec"), check("Pet", "{'kind':'cat','lives':1,'owner':'Ana'}"));
    }

    @Test
    void aDiscriminatorBesideOneOfChoosesToo() {
        assertEquals(List.of(), check("Pet", "{'kind':'dog','size':{'unit':'cm','height':40}}"));
        assertEquals(
                List.of("size.weight is not in the spec"),
                check("Pet", "{'kind':'dog','size':{'unit':'cm','weight':4}}"));
        assertEquals(
                List.of("size.weight 0 is less than 1"),
                check("Pet", "{'kind':'dog','size':{'unit':'kg','weight':0}}"));
    }

    @Test
    void whatOnlyTheOtherSideWritesIsNotRequired() {
        JsonNode dog = json("{'kind':'dog'}");
        JsonNode schema = DOCUMENT.path("Pet");
        assertEquals(List.of(), Checker.check(DOCUMENT, schema, dog, Direction.TO_INFOBIP));
        assertEquals(List.of("owner is required"), Checker.check(DOCUMENT, schema, dog, Direction.FROM_INFOBIP));
    }

    @Test
    void ofSeveralPartsOneMustFit() {
        assertEquals(List.of(), check("Either", "{'a':'x'}"));
        assertEquals(List.of(), check("Either", "{'a':'x','b':'y'}"));
        assertEquals(List.of("b is not in the spec"), check("Either", "{'a':'x','b':1}"));
        assertEquals(List.of("a is required"), check("Either", "{}"));
    }

    @Test
    void aMapTakesAnyNameButNotAnyValue() {
        assertEquals(List.of(), check("Free", "{'x':'y'}"));
        assertEquals(List.of("x has 3 characters, more than 2"), check("Free", "{'x':'yyy'}"));
        assertEquals(List.of("x must not be null"), check("Free", "{'x':null}"));
        assertEquals(List.of("the body must be of type \"object\""), check("Free", "[]"));
    }

    private static List<String> check(String schema, String value) {
        return Checker.check(DOCUMENT, DOCUMENT.path(schema), json(value), Direction.TO_INFOBIP);
    }

    private static JsonNode json(String text) {
        return Objects.requireNonNull(Json.parse(text.replace('\'', '"')), "no JSON");
    }
}
