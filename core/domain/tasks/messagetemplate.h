#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace lynceus {

/// A JSON document with placeholders, such as {"text": "{{app}}: {{sentence|slack}}"}.
///
/// In a string, `{{NAME}}` is replaced by a value, escaped for JSON; elsewhere, by a complete string. `{{NAME|FILTER}}`
/// first escapes the value for its destination: `slack` for Slack's mrkdwn, `markdown` for Markdown in Mattermost and
/// Teams. Values cannot change the structure of the document.
class MessageTemplate final
{
public:
    static constexpr qsizetype kMostCharacters = 64 * 1024;
    static constexpr qsizetype kMostPlaceholders = 200;
    static constexpr qsizetype kMostValue = 2'000;  ///< maximum characters of a value; longer ones are cut
    static constexpr qsizetype kMostFiltered = 600; ///< the same with a filter, including its escapes

    /// @p names: of the values; @p documents: of values that are JSON and must be outside of strings. BadInput with
    /// problem, position and remedy.
    [[nodiscard]] static Result<MessageTemplate> parse(const QString &text, const QStringList &names,
                                                       const QStringList &documents = {});

    /// Missing values are empty, missing documents null.
    [[nodiscard]] QByteArray rendered(const QHash<QString, QString> &values,
                                      const QHash<QString, QByteArray> &documents = {}) const;

private:
    enum class Filter { None, Slack, Markdown };

    struct Part
    {
        QByteArray before; ///< text before the placeholder
        QString name;      ///< empty: the end
        Filter filter = Filter::None;
        bool isInString = false;
        bool isDocument = false;
    };

    class Parser;
    std::vector<Part> m_parts;
};

} // namespace lynceus
