#include "core/engine/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Duration)
};

struct Separator
{
    Q_DECLARE_TR_FUNCTIONS(Separator)
};

// The units of formatDuration(); durationText() looks them up here.
[[maybe_unused]] constexpr std::array kUnits{
    QT_TRANSLATE_NOOP("Duration", "%1 d"),   QT_TRANSLATE_NOOP("Duration", "%1 h"),
    QT_TRANSLATE_NOOP("Duration", "%1 min"), QT_TRANSLATE_NOOP("Duration", "%1 s"),
    QT_TRANSLATE_NOOP("Duration", "%1 ms"),
};

/// Application names contain hyphens too, but none is expected to be this.
bool isWord(QStringView text)
{
    return text == "auto-sync"_L1
        || (!text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isLetter(); }));
}

} // namespace

QString capitalised(QString text)
{
    const auto end = text.indexOf(u' ');
    if (isWord(QStringView(text).first(end < 0 ? text.size() : end)))
        text.front() = text.front().toUpper();
    return text;
}

QString asSentence(const QString &text)
{
    if (text.isEmpty())
        return text;
    const auto sentence = capitalised(text);
    return u".?!…"_s.contains(sentence.back()) ? sentence : sentence + u'.';
}

QString durationText(Duration duration)
{
    const auto words = formatDuration(duration).split(u' ');
    QStringList parts;
    for (qsizetype at = 0; at + 1 < words.size(); at += 2)
        parts += Text::tr(("%1 " + words[at + 1].toUtf8()).constData()).arg(words[at]);
    return parts.join(u' ');
}

QString joinedList(const QStringList &items)
{
    return items.join(Separator::tr(", "));
}

QString joinedClauses(QStringList clauses)
{
    clauses.removeAll(QString());
    return clauses.join(Separator::tr("; "));
}

} // namespace lynceus
