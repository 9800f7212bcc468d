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
/// Inside of a string, `{{NAME}}` stands for the characters of a value, escaped for JSON; outside, for a whole string.
/// `{{NAME|FILTER}}` escapes the value for its reader first: `slack` for Slack's mrkdwn, `markdown` for Markdown as
/// Mattermost and Teams read it. Whatever the values are, the document has the same structure.
class MessageTemplate final
{
public:
    static constexpr qsizetype kMostCharacters = 64 * 1024;
    static constexpr qsizetype kMostPlaceholders = 200;
    static constexpr qsizetype kMostValue = 2'000;  ///< characters of a value that are used
    static constexpr qsizetype kMostFiltered = 600; ///< the same behind a filter, with its escapes

    /// @p names: of the values that there are; @p documents: of those that are JSON and stand outside of strings.
    /// BadInput says what is wrong, where, and what would be right.
    [[nodiscard]] static Result<MessageTemplate> parse(const QString &text, const QStringList &names,
                                                       const QStringList &documents = {});

    /// A value that is missing is empty; a document that is missing is null.
    [[nodiscard]] QByteArray rendered(const QHash<QString, QString> &values,
                                      const QHash<QString, QByteArray> &documents = {}) const;

private:
    enum class Filter { None, Slack, Markdown };

    struct Part
    {
        QByteArray before; ///< what stands in front of the placeholder
        QString name;      ///< empty: the end
        Filter filter = Filter::None;
        bool isInString = false;
        bool isDocument = false;
    };

    class Parser;
    std::vector<Part> m_parts;
};

} // namespace lynceus
