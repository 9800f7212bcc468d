#pragma once

#include <QJsonObject>
#include <QStringList>

namespace lynceus::test {

/// Checks values against the schemas of an OpenAPI 3.1 document. It knows the keywords that our description uses;
/// another one is a fault, because a keyword that is not checked promises nothing.
class JsonSchema final
{
public:
    explicit JsonSchema(QJsonObject document);

    [[nodiscard]] const QJsonObject &document() const { return m_document; }

    /// What "#/components/schemas/Task" stands for; undefined if there is nothing.
    [[nodiscard]] QJsonValue at(const QString &pointer) const;
    /// The same of {"$ref": POINTER}; other values are their own.
    [[nodiscard]] QJsonValue resolved(const QJsonValue &value) const;

    /// What is wrong with @p value, one sentence each with its place; empty: it is as @p schema says.
    [[nodiscard]] QStringList faults(const QJsonValue &value, const QJsonObject &schema) const;

    /// All schemas of the document, also those inside of others, by their place in it.
    [[nodiscard]] QList<std::pair<QString, QJsonObject>> schemas() const;
    /// Of one schema alone: keywords that faults() does not know, references that lead nowhere.
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
