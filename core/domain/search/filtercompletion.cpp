#include "core/domain/search/filtercompletion.h"

#include "core/domain/search/applicationfilter.h"
#include "core/domain/text/nearest.h"

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Field = FilterToken::Field;

QStringList valuesOf(Field field, const FilterVocabulary &vocabulary)
{
    switch (field) {
    case Field::Health:
        return {u"Healthy"_s, u"Progressing"_s, u"Degraded"_s, u"Suspended"_s, u"Missing"_s, u"Unknown"_s};
    case Field::Sync:
        return {u"Synced"_s, u"OutOfSync"_s, u"Unknown"_s};
    case Field::Is:
        return {u"pinned"_s};
    case Field::Instance:
        return vocabulary.instances;
    case Field::Project:
        return vocabulary.projects;
    case Field::Namespace:
        return vocabulary.nameSpaces;
    case Field::Image:
        return vocabulary.images;
    case Field::Text:
    case Field::Name:
    case Field::Label:
        return {};
    }
    Q_UNREACHABLE();
}

/// Sorts the first values in natural order.
void sortFirst(QStringList &values, qsizetype most)
{
    const auto kept = std::min(values.size(), std::max<qsizetype>(most, 0));
    std::ranges::partial_sort(values, values.begin() + kept, [](const QString &left, const QString &right) {
        const auto natural = compareNaturally(left, right);
        return natural != 0 ? natural < 0 : left < right;
    });
    values.resize(kept);
}

/// Values that start with the typed text first, then those that contain it; omits values already in the filter.
QStringList fitting(const QStringList &values, QStringView typed, bool sorted)
{
    QStringList first;
    QStringList others;
    for (const auto &value : values) {
        if (value.compare(typed, Qt::CaseInsensitive) == 0)
            continue;
        if (value.startsWith(typed, Qt::CaseInsensitive))
            first.push_back(value);
        else if (value.contains(typed, Qt::CaseInsensitive))
            others.push_back(value);
    }
    if (sorted) {
        sortFirst(first, kMostCandidates);
        sortFirst(others, kMostCandidates - first.size());
    }
    return first + others;
}

} // namespace

FilterCompletion completionAt(const QString &text, qsizetype cursor, const FilterVocabulary &vocabulary)
{
    qsizetype start = cursor;
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    if (start < cursor && text[start] == u'-')
        ++start;
    const auto typed = QStringView(text).mid(start, cursor - start);
    if (typed.contains(u'"') || typed.isEmpty())
        return {cursor, 0, {}};
    const auto colon = typed.indexOf(u':');
    if (colon < 0) {
        FilterCompletion completion{start, cursor - start, fitting(filterFieldNames(), typed, false)};
        for (auto &candidate : completion.candidates)
            candidate += u':';
        completion.candidates.removeIf(
            [typed](const QString &each) { return !each.startsWith(typed, Qt::CaseInsensitive); });
        return completion;
    }
    const auto filter = parseApplicationFilter(typed.left(colon).toString() + u":x"_s);
    const auto field = filter.tokens.empty() ? Field::Text : filter.tokens.front().field;
    const auto valueStart = qMax(colon, typed.lastIndexOf(u',')) + 1;
    FilterCompletion completion{start + valueStart, typed.size() - valueStart, {}};
    const bool isOrdered = field == Field::Health || field == Field::Sync || field == Field::Is;
    for (const auto &value : fitting(valuesOf(field, vocabulary), typed.mid(valueStart), !isOrdered))
        completion.candidates.push_back(value.contains(u' ') ? u'"' + value + u'"' : value);
    return completion;
}

} // namespace lynceus
