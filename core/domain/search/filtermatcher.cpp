#include "core/domain/search/filtermatcher.h"

#include <algorithm>

namespace lynceus {

FilterMatcher::FilterMatcher(const FilterWords &filter)
{
    for (const auto &token : filter.tokens) {
        if (!token.problem.isEmpty() || token.alternatives.isEmpty())
            continue;
        m_tokens.push_back({token.field, token.negated, {}});
        for (const auto &text : token.alternatives)
            m_tokens.back().alternatives.push_back(
                {text, QByteArrayMatcher(text.toUtf8()), BigramSet(QByteArrayView(text.toUtf8()))});
    }
    using Field = FilterToken::Field;
    m_seeksNames = std::ranges::any_of(m_tokens, [](const Token &token) {
        return token.field == Field::Name || token.field == Field::Namespace || token.field == Field::Label;
    });
}

bool FilterMatcher::fits(const FilterView &subject) const
{
    return std::ranges::all_of(m_tokens, [&subject](const Token &token) {
        return token.holdsFor(subject, subject.searched, subject.images) != token.negated;
    });
}

bool FilterMatcher::fits(const FilterSubject &subject, QByteArrayView images) const
{
    return std::ranges::all_of(m_tokens, [&](const Token &token) {
        const bool holds = token.field == FilterToken::Field::Text
            ? token.isHeldBy(images) || token.isHeldBy(subject.name) || token.isHeldBy(subject.project)
            : token.holdsFor(subject.view(), {}, images);
        return holds != token.negated;
    });
}

bool FilterMatcher::mayFit(const BigramSet &texts) const
{
    return std::ranges::all_of(m_tokens,
                               [&texts](const Token &token) { return token.negated || token.mayHoldFor(texts); });
}

bool FilterMatcher::Word::isIn(QByteArrayView where) const
{
    const auto &needle = matcher.pattern();
    // A single letter is found faster without a skip table.
    return needle.size() == 1 ? where.contains(needle.front()) : matcher.indexIn(where) >= 0;
}

bool FilterMatcher::Token::isHeldBy(QByteArrayView text) const
{
    return std::ranges::any_of(alternatives, [text](const Word &word) { return word.isIn(text); });
}

bool FilterMatcher::Token::isHeldBy(QStringView text) const
{
    return std::ranges::any_of(alternatives, [text](const Word &word) { return text.contains(word.text); });
}

/// In "key=value". Few filters use labels, so rows do not store them in lower case.
bool FilterMatcher::Token::isHeldBy(const std::map<QString, QString> &labels) const
{
    return std::ranges::any_of(
        labels, [this](const auto &label) { return isHeldBy(QString(label.first + u'=' + label.second).toLower()); });
}

bool FilterMatcher::Token::mayHoldFor(const BigramSet &texts) const
{
    using Field = FilterToken::Field;
    const bool isInTexts =
        field == Field::Text || field == Field::Name || field == Field::Project || field == Field::Image;
    return !isInTexts
        || std::ranges::any_of(alternatives, [&texts](const Word &word) { return texts.mayHold(word.bigrams); });
}

bool FilterMatcher::Token::starts(QStringView text) const
{
    return std::ranges::any_of(alternatives, [text](const Word &word) { return text.startsWith(word.text); });
}

bool FilterMatcher::Token::holdsFor(const FilterView &subject, QByteArrayView text, QByteArrayView images) const
{
    using Field = FilterToken::Field;
    switch (field) {
    case Field::Text:
        return std::ranges::any_of(alternatives, [&](const Word &word) {
            return (!subject.bigrams || subject.bigrams->mayHold(word.bigrams)) && word.isIn(text);
        });
    case Field::Name:
        return isHeldBy(subject.name);
    case Field::Namespace:
        return isHeldBy(subject.nameSpace);
    case Field::Instance:
        return isHeldBy(subject.instance);
    case Field::Project:
        return isHeldBy(subject.project);
    case Field::Health:
        return starts(subject.health);
    case Field::Sync:
        return starts(subject.sync);
    case Field::Image:
        return isHeldBy(images);
    case Field::Label:
        return subject.labels && isHeldBy(*subject.labels);
    case Field::Is:
        return subject.pinned;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
