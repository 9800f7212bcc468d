#include "core/domain/auth/keychainchunks.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// "lynceus1 PARTS BYTES MARK\n", then the first bytes of the value. Decimal digits without leading zeros.
constexpr QByteArrayView kFormat("lynceus1");
constexpr qsizetype kMarkDigits = 16;     // of SHA-256: detects damage, and distinguishes two values
constexpr qsizetype kHeadRoom = 64;       // bytes for the first line
constexpr qsizetype kMostParts = 1'000;   // 2.5 MB on Windows; a larger number is invalid
constexpr qsizetype kMostBytes = 8 << 20; // bytes of a value

struct Head
{
    qsizetype parts = 0;
    qsizetype bytes = 0;
    QByteArray mark;
    QByteArrayView rest;
};

QByteArray markOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(kMarkDigits);
}

QString partName(const QString &name, qsizetype number, qsizetype count, const QByteArray &mark)
{
    return u"%1 (part %2 of %3, %4)"_s.arg(name).arg(number).arg(count).arg(QString::fromLatin1(mark));
}

std::optional<qsizetype> numberIn(const QByteArray &text, qsizetype most)
{
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > most || QByteArray::number(number) != text)
        return std::nullopt;
    return number;
}

std::optional<Head> readHead(QByteArrayView text)
{
    const auto lineEnd = text.first(std::min(text.size(), kHeadRoom)).indexOf('\n');
    if (lineEnd < 0)
        return std::nullopt;
    const auto words = text.first(lineEnd).toByteArray().split(' ');
    if (words.size() != 4 || words[0] != kFormat || words[3].size() != kMarkDigits)
        return std::nullopt;
    const auto parts = numberIn(words[1], kMostParts);
    const auto bytes = numberIn(words[2], kMostBytes);
    if (!parts || !bytes)
        return std::nullopt;
    return Head{*parts, *bytes, words[3], text.sliced(lineEnd + 1)};
}

} // namespace

KeychainChunks keychainChunks(const QString &name, const Secret &value, qsizetype limit)
{
    Q_ASSERT(limit == 0 || limit >= 256);
    auto bytes = value.reveal();
    const auto mark = markOf(bytes);
    const auto first = limit == 0 ? bytes.size() : std::min(bytes.size(), limit - kHeadRoom);
    const auto rest = bytes.size() - first;
    const auto count = limit == 0 ? 0 : (rest + limit - 1) / limit;

    KeychainChunks chunks;
    chunks.head = kFormat.toByteArray() + ' ' + QByteArray::number(count) + ' ' + QByteArray::number(bytes.size()) + ' '
        + mark + '\n' + bytes.first(first);
    for (qsizetype i = 0; i < count; ++i)
        chunks.parts.push_back({partName(name, i + 1, count, mark), bytes.mid(first + i * limit, limit)});
    wipeBytes(bytes.data(), bytes.size());
    return chunks;
}

std::optional<QStringList> partNames(const QString &name, QByteArrayView head)
{
    const auto read = readHead(head);
    if (!read)
        return std::nullopt;
    QStringList names;
    for (qsizetype i = 0; i < read->parts; ++i)
        names.append(partName(name, i + 1, read->parts, read->mark));
    return names;
}

std::optional<Secret> joinedChunks(QByteArrayView head, const std::vector<QByteArray> &parts)
{
    const auto read = readHead(head);
    if (!read || read->parts != static_cast<qsizetype>(parts.size()))
        return std::nullopt;
    auto bytes = read->rest.toByteArray();
    for (const auto &part : parts)
        bytes += part;
    if (bytes.size() != read->bytes || markOf(bytes) != read->mark)
        return std::nullopt;
    return Secret(std::move(bytes));
}

} // namespace lynceus
