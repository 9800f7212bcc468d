#include "core/domain/manifest/yamltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>
#include <yaml-cpp/yaml.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString yaml(const QString &json, ManifestParts parts = ManifestParts::Whole)
{
    const auto text = yamlFrom(json, parts);
    return text ? *text : u"error: "_s + text.error().message;
}

bool isString(const YAML::Node &node)
{
    return node.IsScalar() && node.Tag() == "!"; // the tag that yaml-cpp gives to quoted and block scalars
}

/// yaml-cpp decides the type of plain scalars; quoted and block scalars are always strings.
::testing::AssertionResult isSame(const YAML::Node &node, const QJsonValue &value)
{
    const auto differs = [&] {
        return ::testing::AssertionFailure()
            << YAML::Dump(node) << " is not " << QJsonDocument(QJsonArray{value}).toJson().toStdString();
    };
    switch (value.type()) {
    case QJsonValue::Null:
        return node.IsNull() ? ::testing::AssertionSuccess() : differs();
    case QJsonValue::Bool:
        return node.IsScalar() && !isString(node) && node.as<bool>() == value.toBool() ? ::testing::AssertionSuccess()
                                                                                       : differs();
    case QJsonValue::Double: {
        const bool isInteger = value.toDouble() == double(value.toInteger()) && qAbs(value.toDouble()) < 1e15;
        const bool isEqual = node.IsScalar() && !isString(node)
            && (isInteger ? node.as<double>() == double(value.toInteger()) : node.as<double>() == value.toDouble());
        return isEqual ? ::testing::AssertionSuccess() : differs();
    }
    case QJsonValue::String: {
        if (!node.IsScalar() || node.as<std::string>() != value.toString().toStdString())
            return differs();
        // A plain string must not be readable as another type.
        bool truth = false;
        double number = 0;
        const bool isAmbiguous = !isString(node)
            && (node.IsNull() || YAML::convert<bool>::decode(node, truth)
                || YAML::convert<double>::decode(node, number));
        return isAmbiguous ? differs() : ::testing::AssertionSuccess();
    }
    case QJsonValue::Array: {
        const auto array = value.toArray();
        if (!node.IsSequence() || node.size() != std::size_t(array.size()))
            return differs();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (auto same = isSame(node[std::size_t(i)], array[i]); !same)
                return same;
        }
        return ::testing::AssertionSuccess();
    }
    case QJsonValue::Object: {
        const auto object = value.toObject();
        if (!node.IsMap() || node.size() != std::size_t(object.size()))
            return differs();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (auto same = isSame(node[field.key().toStdString()], field.value()); !same)
                return same;
        }
        return ::testing::AssertionSuccess();
    }
    case QJsonValue::Undefined:
        break;
    }
    return differs();
}

class Generator final
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    { }

    QJsonValue value(int depth)
    {
        switch (number(depth > 0 ? 8 : 5)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return number(2) == 0;
        case 2:
            return number(2) == 0 ? QJsonValue(qint64(m_random()) - (1LL << 31)) : QJsonValue(m_random() / 7e9);
        case 3:
        case 4:
            return text();
        case 5: {
            QJsonArray array;
            for (int left = number(4); left > 0; --left)
                array.append(value(depth - 1));
            return array;
        }
        default: {
            QJsonObject object;
            for (int left = number(5); left > 0; --left)
                object.insert(text(), value(depth - 1));
            return object;
        }
        }
    }

private:
    int number(int below) { return int(m_random() % unsigned(below)); }

    QString text()
    {
        // Characters and words with and without a special meaning in YAML.
        static const QStringList parts = {
            u"a"_s,  u"web"_s, u"1"_s,    u"0x1f"_s, u"."_s,  u":"_s,      u": "_s,     u" "_s,       u"#"_s,
            u" #"_s, u"-"_s,   u"- "_s,   u"\n"_s,   u"\t"_s, u"\r"_s,     u"\""_s,     u"'"_s,       u"\\"_s,
            u"{"_s,  u"}"_s,   u"["_s,    u","_s,    u"&"_s,  u"*"_s,      u"!"_s,      u"|"_s,       u">"_s,
            u"%"_s,  u"@"_s,   u"`"_s,    u"~"_s,    u"?"_s,  u"yes"_s,    u"null"_s,   u"true"_s,    u"1e3"_s,
            u"é"_s,  u"…"_s,   u"🚢"_s,    u"---"_s,  u"=="_s, u"\u0085"_s, u"\u2028"_s, u"\ufeff"_s,  u"\x01"_s,
            u"_"_s,  u"NaN"_s, u".inf"_s, u"<<"_s,   u"No"_s, u"\u00a0"_s, u"line\n"_s, u"  two\n"_s, u"\x7f"_s};
        QString text;
        for (int left = number(6); left > 0; --left)
            text += parts[number(int(parts.size()))];
        return text;
    }

    std::mt19937 m_random;
};

} // namespace

TEST(YamlText, MatchesKubectl)
{
    EXPECT_EQ(yaml(uR"({"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"web","labels":{}},
        "spec":{"replicas":3,"paused":false,"template":{"spec":{"containers":[
            {"name":"web","image":"ghcr.io/acme/web:1.5.0","args":["--port","8080","-v"],"env":[]}]}}}})"_s),
              uR"(apiVersion: apps/v1
kind: Deployment
metadata:
  labels: {}
  name: web
spec:
  paused: false
  replicas: 3
  template:
    spec:
      containers:
      - args:
        - "--port"
        - "8080"
        - "-v"
        env: []
        image: ghcr.io/acme/web:1.5.0
        name: web
)"_s);
}

TEST(YamlText, WritesLongTextAsBlockScalars)
{
    EXPECT_EQ(yaml(uR"({"data":{"run.sh":"#!/bin/sh\nexec web\n","motd":"one\n\n  two"}})"_s), uR"(data:
  motd: |-
    one

      two
  run.sh: |
    #!/bin/sh
    exec web
)"_s);
}

TEST(YamlText, QuotesAmbiguousScalars)
{
    for (const auto &word : {u"yes"_s, u"NO"_s, u"null"_s, u"1.10"_s, u"1e3"_s, u"0x1f"_s, u"12:30"_s, u""_s, u"- a"_s,
                             u"2026-11-23"_s, u"a: b"_s, u"a #b"_s, u"{a}"_s, u"..."_s})
        EXPECT_EQ(yaml(u"{\"a\":\"%1\"}"_s.arg(word)), u"a: \"%1\"\n"_s.arg(word));
    for (const auto &word : {u"web"_s, u"ghcr.io/acme/web:1.5.0"_s, u"a b"_s, u"sha256:abc"_s, u"/var/run"_s})
        EXPECT_EQ(yaml(u"{\"a\":\"%1\"}"_s.arg(word)), u"a: %1\n"_s.arg(word));
}

TEST(YamlText, OmitsServerFieldsOnRequest)
{
    const auto json = uR"({"kind":"Pod","metadata":{"name":"web","managedFields":[{"manager":"argocd"}],
        "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}},
        "spec":{"status":"stays","managedFields":1},"status":{"phase":"Running"}})"_s;
    EXPECT_EQ(yaml(json, ManifestParts::Spoken),
              u"kind: Pod\nmetadata:\n  name: web\nspec:\n  managedFields: 1\n  status: stays\n"_s);
    EXPECT_TRUE(yaml(json).contains("last-applied"_L1));
    EXPECT_TRUE(yaml(json).contains("phase: Running"_L1));
}

TEST(YamlText, RejectsInvalidManifests)
{
    EXPECT_EQ(yaml(u"  \n"_s), QString());
    EXPECT_FALSE(yamlFrom(u"{\"a\":"_s, ManifestParts::Whole));
    EXPECT_FALSE(yamlFrom(QString(200, u'[') + QString(200, u']'), ManifestParts::Whole));
    EXPECT_EQ(yamlFrom(u"<html>"_s, ManifestParts::Whole).error().kind, Error::Kind::Malformed);
}

TEST(YamlText, KeepsLargeIntegers)
{
    EXPECT_EQ(yaml(u"[9007199254740993,18446744073709551615,-9223372036854775808]"_s),
              u"- 9007199254740993\n- 18446744073709551615\n- -9223372036854775808\n"_s);
}

TEST(YamlText, RoundTripsThroughAParser)
{
    for (unsigned seed = 1; seed <= 4'000; ++seed) {
        const QJsonValue value = Generator(seed).value(4);
        if (!value.isObject() && !value.isArray())
            continue;
        const auto json = value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
        const auto text = yaml(QString::fromUtf8(json.toJson()));
        SCOPED_TRACE(testing::Message() << "seed " << seed << "\n" << text.toStdString());
        YAML::Node parsed;
        try {
            parsed = YAML::Load(text.toStdString());
        } catch (const YAML::Exception &error) {
            FAIL() << error.what();
        }
        ASSERT_TRUE(isSame(parsed, value));
    }
}

} // namespace lynceus
