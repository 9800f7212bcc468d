#pragma once

#include "core/domain/search/applicationfilter.h"

#include <QStringMatcher>

namespace lynceus {

/// A filter made ready for many applications: what searching can prepare is prepared once and not once a subject.
class FilterMatcher final
{
public:
    FilterMatcher() = default; ///< lets everything through
    explicit FilterMatcher(const FilterWords &filter);

    [[nodiscard]] bool fits(const FilterSubject &subject) const;

private:
    struct Word
    {
        QString text;
        QStringMatcher matcher;

        [[nodiscard]] bool isIn(QStringView where) const;
    };
    struct Token
    {
        FilterToken::Field field = FilterToken::Field::Text;
        bool negated = false;
        std::vector<Word> alternatives;

        [[nodiscard]] bool isHeldBy(QStringView text) const;
        [[nodiscard]] bool isHeldBy(const std::map<QString, QString> &labels) const;
        [[nodiscard]] bool starts(QStringView text) const;
        [[nodiscard]] bool holdsFor(const FilterSubject &subject) const;
    };

    std::vector<Token> m_tokens; ///< only those that can hide anything
};

} // namespace lynceus
