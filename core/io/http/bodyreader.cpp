#include "core/io/http/bodyreader.h"

namespace lynceus {

namespace {

using Failure = TransportOutcome::Failure;

constexpr qsizetype kPiece = 64 * 1024; // bytes between two looks at the cap

bool isOneOf(QByteArrayView coding, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::any_of(
        names, [coding](QByteArrayView name) { return coding.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

BodyReader::BodyReader(QByteArrayView contentEncoding, qint64 contentLength, qint64 cap)
    : m_cap(cap)
{
    const auto coding = contentEncoding.trimmed();
    if (isOneOf(coding, {"gzip", "x-gzip"})) {
        m_inflater.emplace();
        m_packed.resize(kPiece);
    } else if (!isOneOf(coding, {"", "identity"})) {
        m_failure = Failure::Encoding;
    }
    if (contentLength > cap)
        m_failure = Failure::TooLarge;
    else if (contentLength > 0 && !m_inflater)
        m_body.reserve(contentLength + kSpareCapacity + kPiece);
}

Failure BodyReader::readFrom(QIODevice &source)
{
    while (m_failure == Failure::None) {
        const auto got = m_inflater ? readPacked(source) : readPlain(source);
        if (got <= 0)
            break;
        m_onWire += got;
        // A packed body is never longer than the cap for what is in it, but an endless run of empty blocks would be.
        if (m_failure == Failure::None && (m_body.size() > m_cap || m_onWire > m_cap))
            m_failure = Failure::TooLarge;
    }
    return m_failure;
}

qint64 BodyReader::readPlain(QIODevice &source)
{
    const auto before = m_body.size();
    m_body.resize(before + kPiece);
    const auto got = source.read(m_body.data() + before, kPiece);
    m_body.resize(before + qMax<qint64>(got, 0));
    return got;
}

qint64 BodyReader::readPacked(QIODevice &source)
{
    const auto got = source.read(m_packed.data(), kPiece);
    if (got <= 0)
        return got;
    switch (m_inflater->feed(QByteArrayView(m_packed).first(got), m_body, m_cap)) {
    case Inflater::State::More:
    case Inflater::State::Complete:
        break;
    case Inflater::State::Broken:
        m_failure = Failure::Encoding;
        break;
    case Inflater::State::TooLarge:
        m_failure = Failure::TooLarge;
        break;
    }
    return got;
}

Failure BodyReader::finish()
{
    // No byte at all is an empty answer, not a broken one: the classifier has its own sentence for that.
    if (m_failure == Failure::None && m_inflater && m_onWire > 0 && m_inflater->state() != Inflater::State::Complete)
        m_failure = Failure::Encoding;
    return m_failure;
}

QByteArray BodyReader::takeBody()
{
    m_body.reserve(m_body.size() + kSpareCapacity);
    return std::move(m_body);
}

} // namespace lynceus
