#include "core/engine/text/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Names of applications have hyphens, too, but none is called this.
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

} // namespace lynceus
