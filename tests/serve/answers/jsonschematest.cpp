#include "tests/serve/answers/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueOf(const QByteArray &json)
{
    const auto array = QJsonDocument::fromJson('[' + json + ']').array();
    EXPECT_EQ(array.size(), 1) << json.toStdString();
    return array.first();
}

struct Case
{
    const char *schema;
    const char *valid;
    const char *invalid;
};

} // namespace

TEST(JsonSchemas, EachKeywordAcceptsAndRejects)
{
    const JsonSchema schemas(QJsonObject{{u"short"_s, valueOf(R"({"type":"string","maxLength":2})")}});
    for (const auto &[schema, valid, invalid] : {
             Case{R"({"type":"string"})", R"("a")", "1"},
             Case{R"({"type":"integer"})", "4", "4.5"},
             Case{R"({"type":"boolean"})", "false", "0"},
             Case{R"({"type":["string","null"]})", "null", "[]"},
             Case{R"({"enum":["a",null]})", "null", R"("b")"},
             Case{R"({"minimum":2})", "2", "1"},
             Case{R"({"maximum":2})", "2", "3"},
             Case{R"({"minLength":1})", R"("a")", R"("")"},
             Case{R"({"$ref":"#/short"})", R"("ab")", R"("abc")"},
             Case{R"({"minItems":1})", "[0]", "[]"},
             Case{R"({"maxItems":1})", "[0]", "[0,0]"},
             Case{R"({"items":{"type":"integer"}})", "[1,2]", R"([1,"2"])"},
             Case{R"({"required":["a"]})", R"({"a":null})", R"({"b":1})"},
             Case{R"({"properties":{"a":{"type":"string"}}})", R"({"a":"","b":1})", R"({"a":1})"},
             Case{R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1})", R"({"a":1,"b":1})"},
             Case{R"({"additionalProperties":{"type":"string"}})", R"({"a":""})", R"({"a":1})"},
             Case{R"({"anyOf":[{"type":"string"},{"maximum":2}]})", "1", "3"},
             Case{R"({"oneOf":[{"minimum":1},{"minimum":5}]})", "3", "7"},
             Case{R"({"oneOf":[{"minimum":1},{"minimum":5}]})", "3", "0"},
             Case{R"({"description":"a","format":"b"})", "1", nullptr},
         }) {
        const auto object = valueOf(schema).toObject();
        EXPECT_EQ(schemas.faults(valueOf(valid), object), QStringList()) << schema;
        if (invalid) {
            EXPECT_FALSE(schemas.faults(valueOf(invalid), object).isEmpty()) << schema;
        }
    }
}

TEST(JsonSchemas, UncheckedKeywordsAreErrors)
{
    const JsonSchema schemas(
        valueOf(R"({"a":[{"schema":{"items":{"pattern":"x"}}}],"b":{"schemas":{"X":{}}}})").toObject());
    EXPECT_FALSE(schemas.faults(valueOf("1"), valueOf(R"({"multipleOf":1})").toObject()).isEmpty());
    EXPECT_FALSE(schemas.faults(valueOf("1"), valueOf(R"({"$ref":"#/c"})").toObject()).isEmpty());
    QStringList places;
    QStringList faults;
    for (const auto &[place, schema] : schemas.schemas()) {
        places += place;
        faults += schemas.faultsOfSchema(schema);
    }
    EXPECT_EQ(places, (QStringList{u"#/a/schema"_s, u"#/a/schema/items"_s, u"#/b/schemas/X"_s}));
    EXPECT_EQ(faults, QStringList{u"the keyword pattern is not checked"_s});
}

} // namespace lynceus::test
