#include "core/domain/search/applicationfilter.h"

#include "core/domain/text/nearest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

using Field = FilterToken::Field;

struct NamedField
{
    Field field;
    QLatin1StringView name;
};

constexpr std::array kFields{
    NamedField{Field::Health, "health"_L1},
    NamedField{Field::Sync, "sync"_L1},
    NamedField{Field::Instance, "instance"_L1},
    NamedField{Field::Project, "project"_L1},
    NamedField{Field::Image, "image"_L1},
    NamedField{Field::Name, "name"_L1},
    NamedField{Field::Namespace, "namespace"_L1},
    NamedField{Field::Label, "label"_L1},
    NamedField{Field::Is, "is"_L1},
};

constexpr std::array kHealthWords{"healthy"_L1,   "progressing"_L1, "degraded"_L1,
                                  "suspended"_L1, "missing"_L1,     "unknown"_L1};
constexpr std::array kSyncWords{"synced"_L1, "outofsync"_L1, "unknown"_L1};
constexpr std::array kIsWords{"pinned"_L1};

std::optional<Field> fieldNamed(QStringView name)
{
    const auto found = std::ranges::find_if(
        kFields, [name](const NamedField &each) { return name.compare(each.name, Qt::CaseInsensitive) == 0; });
    return found == kFields.end() ? std::nullopt : std::optional(found->field);
}

/// A word with its position; quotes are removed, and a colon in them has no meaning.
struct Word
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool negated = false;
    QString text;
    qsizetype colon = -1; ///< in `text`
};

Word wordAt(QStringView text, qsizetype start)
{
    Word word{.start = start};
    qsizetype i = start;
    if (text[i] == u'-' && i + 1 < text.size() && !text[i + 1].isSpace()) {
        word.negated = true;
        ++i;
    }
    bool quoted = false;
    for (; i < text.size() && (quoted || !text[i].isSpace()); ++i) {
        if (text[i] == u'"') {
            quoted = !quoted;
            continue;
        }
        if (text[i] == u':' && !quoted && word.colon < 0)
            word.colon = word.text.size();
        word.text.append(text[i]);
    }
    word.length = i - start;
    return word;
}

template<std::size_t Size>
QString problemWith(const QStringList &values, const std::array<QLatin1StringView, Size> &known)
{
    for (const auto &value : values) {
        const bool fitting =
            std::ranges::any_of(known, [&value](QLatin1StringView each) { return each.startsWith(value); });
        if (fitting)
            continue;
        QStringList words(known.begin(), known.end());
        return u"%1 is not one of %2"_s.arg(value, words.join(u", "_s));
    }
    return {};
}

QString problemOf(const FilterToken &token)
{
    switch (token.field) {
    case Field::Health:
        return problemWith(token.alternatives, kHealthWords);
    case Field::Sync:
        return problemWith(token.alternatives, kSyncWords);
    case Field::Is:
        return problemWith(token.alternatives, kIsWords);
    case Field::Text:
    case Field::Name:
    case Field::Namespace:
    case Field::Instance:
    case Field::Project:
    case Field::Image:
    case Field::Label:
        return {};
    }
    Q_UNREACHABLE();
}

QString unknownField(const QString &name)
{
    const auto nearest = nearestWords(name.toLower(), filterFieldNames(), 1);
    return nearest.isEmpty() ? u"unknown field %1; the fields are %2"_s.arg(name, filterFieldNames().join(u", "_s))
                             : u"unknown field %1; did you mean %2?"_s.arg(name, nearest.first());
}

FilterToken tokenFrom(const Word &word)
{
    FilterToken token{.negated = word.negated, .start = word.start, .length = word.length};
    const auto name = word.text.left(word.colon);
    // "ghcr.io/acme/web:1.5.0" is free text, because no field has such a name.
    const bool mayBeField = word.colon > 0 && std::ranges::all_of(name, [](QChar c) { return c.isLetter(); })
        && !word.text.mid(word.colon + 1).contains(u'/');
    const auto field = mayBeField ? fieldNamed(name) : std::nullopt;
    if (mayBeField && !field) {
        token.problem = unknownField(name);
        return token;
    }
    if (!field) {
        token.alternatives = {word.text.toLower()};
        return token;
    }
    token.field = *field;
    token.alternatives = word.text.mid(word.colon + 1).toLower().split(u',', Qt::SkipEmptyParts);
    token.problem = problemOf(token);
    return token;
}

bool hidesNothing(const FilterToken &token)
{
    return !token.problem.isEmpty() || token.alternatives.isEmpty();
}

/// Whatever contains "shop" contains "sho", also at the start.
bool implies(const FilterToken &next, const FilterToken &before)
{
    if (hidesNothing(before))
        return true;
    if (hidesNothing(next) || next.field != before.field || next.negated != before.negated)
        return false;
    if (next.alternatives == before.alternatives)
        return true;
    const auto &longer = next.negated ? before : next;
    const auto &shorter = next.negated ? next : before;
    return longer.alternatives.size() == 1 && shorter.alternatives.size() == 1
        && longer.alternatives.front().startsWith(shorter.alternatives.front());
}

} // namespace

FilterWords parseApplicationFilter(QStringView text)
{
    FilterWords filter;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        const auto word = wordAt(text, i);
        i += word.length;
        if (!word.text.isEmpty())
            filter.tokens.push_back(tokenFrom(word));
    }
    return filter;
}

bool narrows(const FilterWords &next, const FilterWords &before)
{
    if (next.tokens.size() < before.tokens.size())
        return false;
    return std::ranges::equal(before.tokens, std::span(next.tokens).first(before.tokens.size()),
                              [](const FilterToken &old, const FilterToken &typed) { return implies(typed, old); });
}

QString nameOf(FilterToken::Field field)
{
    const auto *const found = std::ranges::find(kFields, field, &NamedField::field);
    return found == kFields.end() ? QString() : QString(found->name);
}

QStringList filterFieldNames()
{
    QStringList names;
    for (const auto &each : kFields)
        names.push_back(each.name);
    return names;
}

} // namespace lynceus
