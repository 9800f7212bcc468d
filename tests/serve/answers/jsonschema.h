#pragma once

#include <QJsonObject>
#include <QStringList>

namespace lynceus::test {

/// Checks values against the schemas of an OpenAPI 3.1 document. Supports the keywords in our description. Any other
/// keyword is a fault, because an unchecked keyword guarantees nothing.
class JsonSchema final
{
public:
    explicit JsonSchema(QJsonObject document);

    [[nodiscard]] const QJsonObject &document() const { return m_document; }

    /// The value at a pointer such as "#/components/schemas/Task"; undefined if there is none.
    [[nodiscard]] QJsonValue at(const QString &pointer) const;
    /// Resolves {"$ref": POINTER}; returns other values unchanged.
    [[nodiscard]] QJsonValue resolved(const QJsonValue &value) const;

    /// Violations of @p schema by @p value, one sentence each with its place; empty if there are none.
    [[nodiscard]] QStringList faults(const QJsonValue &value, const QJsonObject &schema) const;

    /// All schemas of the document with their places, including nested ones.
    [[nodiscard]] QList<std::pair<QString, QJsonObject>> schemas() const;
    /// Unsupported keywords and unresolved references in one schema.
    [[nodiscard]] QStringList faultsOfSchema(const QJsonObject &schema) const;

private:
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &place, QStringList &faults) const;
    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &place,
                     QStringList &faults) const;
    void checkArray(const QJsonArray &array, const QJsonObject &schema, const QString &place,
                    QStringList &faults) const;
    void checkChoices(const QJsonValue &value, const QJsonObject &schema, const QString &place,
                      QStringList &faults) const;

    const QJsonObject m_document;
};

} // namespace lynceus::test
