#include "core/io/compression/inflater.h"

#include <algorithm>

#define ZLIB_CONST // input pointers are const
#include <zlib.h>

namespace lynceus {

namespace {

constexpr qsizetype kMostAtOnce = 1 << 30; // bytes; zlib counts in unsigned int

} // namespace

struct Inflater::Zlib
{
    z_stream stream{};
    bool ready = false;
};

Inflater::Inflater(CompressionFormat format, QByteArrayView dictionary)
    : m_zlib(std::make_unique<Zlib>())
    , m_dictionary(dictionary)
{
    m_zlib->ready = inflateInit2(&m_zlib->stream, windowBits(format)) == Z_OK;
    if (!m_zlib->ready)
        m_state = State::Broken;
}

Inflater::~Inflater()
{
    if (m_zlib->ready)
        inflateEnd(&m_zlib->stream);
}

Inflater::State Inflater::feed(QByteArrayView packed, QByteArray &plain, qint64 cap)
{
    auto &stream = m_zlib->stream;
    while (m_state == State::More && !packed.isEmpty()) {
        const auto now = std::min(packed.size(), kMostAtOnce);
        stream.next_in = reinterpret_cast<const Bytef *>(packed.data());
        stream.avail_in = static_cast<uInt>(now);
        do {
            m_state = inflatePiece(plain, cap);
        } while (m_state == State::More && (stream.avail_in > 0 || stream.avail_out == 0));
        packed = packed.sliced(now - static_cast<qsizetype>(stream.avail_in));
    }
    if (m_state == State::Complete && !packed.isEmpty())
        m_state = State::Surplus;
    return m_state;
}

Inflater::State Inflater::inflatePiece(QByteArray &plain, qint64 cap)
{
    auto &stream = m_zlib->stream;
    const auto before = plain.size();
    // By default, it would double and keep up to as much spare room as data.
    if (const auto needed = before + kPiece; needed > plain.capacity())
        plain.reserve(needed + before / 4);
    plain.resize(before + kPiece);
    stream.next_out = reinterpret_cast<Bytef *>(plain.data() + before);
    stream.avail_out = static_cast<uInt>(kPiece);
    int code = ::inflate(&stream, Z_NO_FLUSH);
    if (code == Z_NEED_DICT && !m_dictionary.isEmpty()
        && inflateSetDictionary(&stream, reinterpret_cast<const Bytef *>(m_dictionary.data()),
                                static_cast<uInt>(m_dictionary.size()))
            == Z_OK)
        code = ::inflate(&stream, Z_NO_FLUSH);
    plain.resize(before + kPiece - static_cast<qsizetype>(stream.avail_out));
    if (plain.size() > cap)
        return State::TooLarge;
    switch (code) {
    case Z_STREAM_END:
        return State::Complete;
    case Z_OK:
    case Z_BUF_ERROR: // needs more input, which is not an error
        return State::More;
    default:
        return State::Broken;
    }
}

} // namespace lynceus
