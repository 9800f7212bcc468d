#include "core/domain/redaction/replacements.h"

#include <QRegularExpression>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isWholeWord(const QByteArray &text, qsizetype at, qsizetype size)
{
    // A backslash before a letter is a JSON escape: the word starts after "\nacme", but not in "\\u00e4cme".
    const bool begins =
        at == 0 || !isWordCharacter(text[at - 1]) || (at > 1 && text[at - 2] == '\\' && text[at - 1] != 'u');
    const bool ends = at + size == text.size() || !isWordCharacter(text[at + size]);
    return begins && ends;
}

QByteArray withoutName(const QByteArray &text, const QByteArray &name, const QByteArray &standIn)
{
    const QByteArray lower = text.toLower();
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
        if (at < copied || !isWholeWord(lower, at, name.size()))
            continue;
        result += QByteArrayView(text).sliced(copied, at - copied);
        result += standIn;
        copied = at + name.size();
    }
    return result + text.sliced(copied);
}

} // namespace

void Replacements::add(const QString &name, const QString &standIn)
{
    if (name.isEmpty())
        return;
    m_names.emplace_back(name.toUtf8().toLower(), standIn.toUtf8());
    std::ranges::stable_sort(m_names, std::ranges::greater{}, [](const auto &entry) { return entry.first.size(); });
}

QByteArray Replacements::applied(const QByteArray &text) const
{
    static const QRegularExpression token(uR"(\beyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){1,4})"_s); // JWT, JWE
    static const QRegularExpression bearer(uR"(\b([Bb]earer) +[A-Za-z0-9._~+/=-]{8,})"_s);
    // A JSON escape before it does not belong to it: Argo CD writes "<" as \u003c.
    static const QRegularExpression mail(
        uR"((\\u[0-9a-fA-F]{4}|\\[nrtbf])?[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,})"_s);
    QByteArray result = text;
    if (text.contains("eyJ") || text.contains("earer ") || text.contains('@')) {
        QString words = QString::fromUtf8(text);
        words.replace(token, u"token-removed"_s);
        words.replace(bearer, uR"(\1 token-removed)"_s);
        words.replace(mail, uR"(\1somebody@example.com)"_s);
        result = words.toUtf8();
    }
    for (const auto &[name, standIn] : m_names)
        result = withoutName(result, name, standIn);
    return result;
}

} // namespace lynceus
