#pragma once

#include "core/domain/search/applicationfilter.h"
#include "core/domain/search/bigramset.h"

#include <QByteArrayMatcher>

namespace lynceus {

/// A filter made ready for many applications: what searching can prepare is prepared once and not once a subject.
class FilterMatcher final
{
public:
    FilterMatcher() = default; ///< lets everything through
    explicit FilterMatcher(const FilterWords &filter);

    [[nodiscard]] bool fits(const FilterView &subject) const;
    [[nodiscard]] bool fits(const FilterSubject &subject) const { return fits(subject.view()); }
    /// The same with other images: lower case, UTF-8, one a line. The subject needs no `searched`.
    [[nodiscard]] bool fits(const FilterSubject &subject, QByteArrayView images) const;
    /// False: no application fits whose name, project and images, in lower case, are in @p texts. True says nothing.
    /// For models that keep a set for each row: most rows need no look at their texts.
    [[nodiscard]] bool mayFit(const BigramSet &texts) const;
    /// Whether it looks at FilterView::name, nameSpace or labels, which only the application has.
    [[nodiscard]] bool seeksNames() const { return m_seeksNames; }

private:
    struct Word
    {
        QString text;
        QByteArrayMatcher matcher; ///< of the text as UTF-8
        BigramSet bigrams;         ///< of the text

        [[nodiscard]] bool isIn(QByteArrayView where) const;
    };
    struct Token
    {
        FilterToken::Field field = FilterToken::Field::Text;
        bool negated = false;
        std::vector<Word> alternatives;

        [[nodiscard]] bool isHeldBy(QStringView text) const;
        [[nodiscard]] bool isHeldBy(QByteArrayView text) const;
        [[nodiscard]] bool isHeldBy(const std::map<QString, QString> &labels) const;
        /// False: it does not hold for texts with these bigrams.
        [[nodiscard]] bool mayHoldFor(const BigramSet &texts) const;
        [[nodiscard]] bool starts(QStringView text) const;
        /// @param text that free text is sought in.
        [[nodiscard]] bool holdsFor(const FilterView &subject, QByteArrayView text, QByteArrayView images) const;
    };

    std::vector<Token> m_tokens; ///< only those that can hide anything
    bool m_seeksNames = false;
};

} // namespace lynceus
