#include "core/io/http/transfers/bodyreader.h"

#include <algorithm>

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

bool isOneOf(QByteArrayView coding, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::any_of(
        names, [coding](QByteArrayView name) { return coding.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

BodyReader::BodyReader(QByteArrayView contentEncoding, qint64 contentLength, qint64 cap, Packing packing)
    : m_cap(cap)
{
    const auto coding = contentEncoding.trimmed();
    if (isOneOf(coding, {"gzip", "x-gzip"})) {
        m_isPacked = packing == Packing::Kept;
        if (!m_isPacked)
            m_inflater.emplace(CompressionFormat::Gzip);
    } else if (!isOneOf(coding, {"", "identity"})) {
        m_failure = Failure::Encoding;
    }
    if (contentLength > cap)
        m_failure = Failure::TooLarge;
    else if (contentLength > 0 && !m_inflater)
        m_body.reserve(contentLength + kSpareCapacity);
}

Failure BodyReader::take(QByteArrayView bytes)
{
    if (m_failure != Failure::None)
        return m_failure;
    m_onWire += bytes.size();
    // A compressed body is not longer than the cap of its content, except for an endless run of empty blocks.
    if (m_onWire > m_cap)
        m_failure = Failure::TooLarge;
    else if (m_inflater)
        unpack(bytes);
    else
        appendPlain(bytes);
    return m_failure;
}

void BodyReader::appendPlain(QByteArrayView bytes)
{
    // append() copies everything whenever it grows (Qt 6.4), which takes twice the memory; resize() does not.
    const auto before = m_body.size();
    m_body.resize(before + bytes.size());
    std::ranges::copy(bytes, m_body.begin() + before);
}

void BodyReader::unpack(QByteArrayView bytes)
{
    switch (m_inflater->feed(bytes, m_body, m_cap)) {
    case Inflater::State::More:
    case Inflater::State::Complete:
        break;
    case Inflater::State::Broken:
    case Inflater::State::Surplus:
        m_failure = Failure::Encoding;
        break;
    case Inflater::State::TooLarge:
        m_failure = Failure::TooLarge;
        break;
    }
}

Failure BodyReader::finish()
{
    // Zero bytes are an empty answer, not a broken one; the classifier has its own message for that.
    if (m_failure == Failure::None && m_inflater && m_onWire > 0 && m_inflater->state() != Inflater::State::Complete)
        m_isCut = true;
    if (m_isCut)
        m_failure = Failure::Encoding;
    return m_failure;
}

QString BodyReader::problem() const
{
    constexpr qint64 kMebibyte = 1024 * 1024;
    if (m_failure == Failure::TooLarge)
        return QStringLiteral("more than %1 MiB").arg(m_cap / kMebibyte);
    if (m_failure == Failure::None)
        return {};
    return m_isCut ? QStringLiteral("the compressed body is incomplete")
                   : QStringLiteral("the compressed body is damaged");
}

QByteArray BodyReader::takeBody()
{
    m_body.reserve(m_body.size() + kSpareCapacity);
    return std::move(m_body);
}

} // namespace lynceus
