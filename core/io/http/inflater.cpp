#include "core/io/http/inflater.h"

#define ZLIB_CONST // input pointers are const
#include <zlib.h>

namespace lynceus {

namespace {

constexpr qsizetype kPiece = 64 * 1024;  // bytes unpacked between two looks at the cap
constexpr int kGzipWindowBits = 15 + 16; // zlib.h, inflateInit2: the largest window, gzip header only

} // namespace

struct Inflater::Zlib
{
    z_stream stream{};
    bool ready = false;
};

Inflater::Inflater()
    : m_zlib(std::make_unique<Zlib>())
{
    m_zlib->ready = inflateInit2(&m_zlib->stream, kGzipWindowBits) == Z_OK;
    if (!m_zlib->ready)
        m_state = State::Broken;
}

Inflater::~Inflater()
{
    if (m_zlib->ready)
        inflateEnd(&m_zlib->stream);
}

Inflater::State Inflater::feed(QByteArrayView packed, QByteArray &body, qint64 cap)
{
    if (packed.isEmpty())
        return m_state;
    if (m_state == State::Complete) // Argo CD's server writes one member; anything else is not its body
        m_state = State::Broken;
    if (m_state != State::More)
        return m_state;

    auto &stream = m_zlib->stream;
    stream.next_in = reinterpret_cast<const Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    do {
        m_state = inflatePiece(body, cap);
    } while (m_state == State::More && (stream.avail_in > 0 || stream.avail_out == 0));
    if (m_state == State::Complete && stream.avail_in > 0)
        m_state = State::Broken;
    return m_state;
}

Inflater::State Inflater::inflatePiece(QByteArray &body, qint64 cap)
{
    auto &stream = m_zlib->stream;
    const auto before = body.size();
    body.resize(before + kPiece);
    stream.next_out = reinterpret_cast<Bytef *>(body.data() + before);
    stream.avail_out = static_cast<uInt>(kPiece);
    const int code = ::inflate(&stream, Z_NO_FLUSH);
    body.resize(before + kPiece - static_cast<qsizetype>(stream.avail_out));
    if (body.size() > cap)
        return State::TooLarge;
    switch (code) {
    case Z_STREAM_END:
        return State::Complete;
    case Z_OK:
    case Z_BUF_ERROR: // it wants more input, which is no error
        return State::More;
    default:
        return State::Broken;
    }
}

} // namespace lynceus
