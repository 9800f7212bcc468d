#pragma once

#include "core/domain/search/applicationfilter.h"
#include "core/domain/search/bigramset.h"

#include <QByteArrayMatcher>

namespace lynceus {

/// A filter prepared for many applications.
class FilterMatcher final
{
public:
    FilterMatcher() = default; ///< matches everything
    explicit FilterMatcher(const FilterWords &filter);

    [[nodiscard]] bool fits(const FilterView &subject) const;
    [[nodiscard]] bool fits(const FilterSubject &subject) const { return fits(subject.view()); }
    /// Like above with other images: lower case, UTF-8, one per line. The subject needs no `searched`.
    [[nodiscard]] bool fits(const FilterSubject &subject, QByteArrayView images) const;
    /// False: no application fits whose name, project and images, in lower case, are in @p texts. True proves nothing.
    /// Models keep a set per row, so that they need not search the texts of most rows.
    [[nodiscard]] bool mayFit(const BigramSet &texts) const;
    /// Whether it uses FilterView::name, nameSpace or labels, which only applications have.
    [[nodiscard]] bool seeksNames() const { return m_seeksNames; }

private:
    struct Word
    {
        QString text;
        QByteArrayMatcher matcher; ///< for the text as UTF-8
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
        /// @param text searched for free text.
        [[nodiscard]] bool holdsFor(const FilterView &subject, QByteArrayView text, QByteArrayView images) const;
    };

    std::vector<Token> m_tokens; ///< only those that can exclude something
    bool m_seeksNames = false;
};

} // namespace lynceus
