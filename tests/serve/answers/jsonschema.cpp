#include "tests/serve/answers/jsonschema.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

using Schemas = QList<std::pair<QString, QJsonObject>>;

const QSet<QString> &checkedKeywords()
{
    static const QSet<QString> all{u"$ref"_s,    u"type"_s,      u"enum"_s,      u"properties"_s,
                                   u"items"_s,   u"required"_s,  u"minimum"_s,   u"additionalProperties"_s,
                                   u"maximum"_s, u"minLength"_s, u"maxLength"_s, u"minItems"_s,
                                   u"anyOf"_s,   u"oneOf"_s,     u"maxItems"_s};
    return all;
}

/// Keywords that do not restrict values.
const QSet<QString> &annotations()
{
    static const QSet<QString> all{u"description"_s, u"format"_s, u"default"_s, u"examples"_s};
    return all;
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == "null"_L1;
    case QJsonValue::Bool:
        return type == "boolean"_L1;
    case QJsonValue::Double:
        return type == "number"_L1 || (type == "integer"_L1 && std::floor(value.toDouble()) == value.toDouble());
    case QJsonValue::String:
        return type == "string"_L1;
    case QJsonValue::Array:
        return type == "array"_L1;
    case QJsonValue::Object:
        return type == "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

bool isOfAnyType(const QJsonValue &value, const QJsonValue &types)
{
    if (types.isString())
        return isOfType(value, types.toString());
    const auto all = types.toArray();
    return std::any_of(all.begin(), all.end(),
                       [&](const QJsonValue &type) { return isOfType(value, type.toString()); });
}

void checkRange(double number, const QJsonObject &schema, const QString &least, const QString &most,
                const QString &place, QStringList &faults)
{
    if (number < schema[least].toDouble(-std::numeric_limits<double>::infinity())
        || number > schema[most].toDouble(std::numeric_limits<double>::infinity()))
        faults += u"%1: %2 is not within %3 and %4"_s.arg(place).arg(number).arg(least, most);
}

void collectSchema(const QString &place, const QJsonValue &schema, Schemas &all)
{
    if (!schema.isObject())
        return;
    const auto object = schema.toObject();
    all.append({place, object});
    const auto properties = object[u"properties"_s].toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
        collectSchema(place + u'/' + property.key(), *property, all);
    for (const auto &keyword : {u"items"_s, u"additionalProperties"_s})
        collectSchema(place + u'/' + keyword, object[keyword], all);
    for (const auto &keyword : {u"anyOf"_s, u"oneOf"_s}) {
        for (const auto &choice : object[keyword].toArray())
            collectSchema(place + u'/' + keyword, choice, all);
    }
}

/// "schema" contains one schema, "schemas" several by name.
void collect(const QString &place, const QJsonValue &node, Schemas &all)
{
    for (const auto &entry : node.toArray())
        collect(place, entry, all);
    const auto object = node.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto below = place + u'/' + entry.key();
        if (entry.key() == "schema"_L1) {
            collectSchema(below, *entry, all);
        } else if (entry.key() == "schemas"_L1) {
            const auto named = entry->toObject();
            for (auto one = named.begin(); one != named.end(); ++one)
                collectSchema(below + u'/' + one.key(), *one, all);
        } else {
            collect(below, *entry, all);
        }
    }
}

} // namespace

JsonSchema::JsonSchema(QJsonObject document)
    : m_document(std::move(document))
{ }

QJsonValue JsonSchema::at(const QString &pointer) const
{
    if (!pointer.startsWith("#/"_L1))
        return QJsonValue::Undefined;
    QJsonValue value = m_document;
    for (const auto &key : pointer.sliced(2).split(u'/'))
        value = value[key];
    return value;
}

QJsonValue JsonSchema::resolved(const QJsonValue &value) const
{
    const auto reference = value[u"$ref"_s];
    return reference.isString() ? at(reference.toString()) : value;
}

QStringList JsonSchema::faults(const QJsonValue &value, const QJsonObject &schema) const
{
    QStringList faults;
    check(value, schema, u"value"_s, faults);
    return faults;
}

Schemas JsonSchema::schemas() const
{
    Schemas all;
    collect(u"#"_s, m_document, all);
    return all;
}

QStringList JsonSchema::faultsOfSchema(const QJsonObject &schema) const
{
    QStringList faults;
    for (const auto &keyword : schema.keys()) {
        if (!checkedKeywords().contains(keyword) && !annotations().contains(keyword))
            faults += u"the keyword %1 is not checked"_s.arg(keyword);
    }
    if (const auto reference = schema[u"$ref"_s]; !reference.isUndefined() && !at(reference.toString()).isObject())
        faults += u"%1 leads to no schema"_s.arg(reference.toString());
    return faults;
}

void JsonSchema::check(const QJsonValue &value, const QJsonObject &schema, const QString &place,
                       QStringList &faults) const
{
    for (const auto &fault : faultsOfSchema(schema))
        faults += place + u": "_s + fault;
    if (schema.contains("$ref"_L1))
        check(value, resolved(schema).toObject(), place, faults);
    if (schema.contains("type"_L1) && !isOfAnyType(value, schema["type"_L1]))
        faults += place + u": is of another type"_s;
    if (schema.contains("enum"_L1) && !schema["enum"_L1].toArray().contains(value))
        faults += u"%1: \"%2\" is not one of the named values"_s.arg(place, value.toVariant().toString());
    if (value.isDouble())
        checkRange(value.toDouble(), schema, u"minimum"_s, u"maximum"_s, place, faults);
    else if (value.isString())
        checkRange(static_cast<double>(value.toString().size()), schema, u"minLength"_s, u"maxLength"_s, place, faults);
    else if (value.isArray())
        checkArray(value.toArray(), schema, place, faults);
    else if (value.isObject())
        checkObject(value.toObject(), schema, place, faults);
    checkChoices(value, schema, place, faults);
}

void JsonSchema::checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &place,
                             QStringList &faults) const
{
    const auto properties = schema["properties"_L1].toObject();
    for (const auto &name : schema["required"_L1].toArray()) {
        if (!object.contains(name.toString()))
            faults += u"%1: %2 is missing"_s.arg(place, name.toString());
    }
    const auto further = schema["additionalProperties"_L1];
    for (auto field = object.begin(); field != object.end(); ++field) {
        const auto below = place + u'.' + field.key();
        if (properties.contains(field.key()))
            check(*field, properties[field.key()].toObject(), below, faults);
        else if (further.isObject())
            check(*field, further.toObject(), below, faults);
        else if (further.isBool() && !further.toBool())
            faults += below + u": is not described"_s;
    }
}

void JsonSchema::checkArray(const QJsonArray &array, const QJsonObject &schema, const QString &place,
                            QStringList &faults) const
{
    checkRange(static_cast<double>(array.size()), schema, u"minItems"_s, u"maxItems"_s, place, faults);
    if (!schema.contains("items"_L1))
        return;
    for (qsizetype i = 0; i < array.size(); ++i)
        check(array[i], schema["items"_L1].toObject(), u"%1[%2]"_s.arg(place).arg(i), faults);
}

void JsonSchema::checkChoices(const QJsonValue &value, const QJsonObject &schema, const QString &place,
                              QStringList &faults) const
{
    for (const auto &[keyword, most] : {std::pair(u"anyOf"_s, std::numeric_limits<int>::max()), {u"oneOf"_s, 1}}) {
        if (!schema.contains(keyword))
            continue;
        int matching = 0;
        QStringList why;
        for (const auto &choice : schema[keyword].toArray()) {
            QStringList ofChoice;
            check(value, choice.toObject(), place, ofChoice);
            matching += ofChoice.isEmpty() ? 1 : 0;
            why += ofChoice;
        }
        if (matching < 1 || matching > most)
            faults += u"%1: matches %2 of %3 (%4)"_s.arg(place).arg(matching).arg(keyword, why.join(u"; "_s));
    }
}

} // namespace lynceus::test
