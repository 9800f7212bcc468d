#include "core/domain/base/secret.h"

#include <utility>

namespace lynceus {

void wipeBytes(char *bytes, qsizetype size)
{
    // The compiler must not remove a write through volatile.
    volatile char *at = bytes;
    for (qsizetype i = 0; i < size; ++i)
        at[i] = 0;
}

namespace {

QByteArray deepCopy(const QByteArray &bytes)
{
    return QByteArray(bytes.constData(), bytes.size());
}

} // namespace

Secret::Secret(QByteArray &&bytes)
{
    // Shared or literal bytes have other owners and cannot be wiped here.
    if (bytes.isDetached())
        m_bytes = std::move(bytes);
    else
        m_bytes = deepCopy(bytes);
    bytes.clear();
}

Secret::Secret(const Secret &other)
    : m_bytes(deepCopy(other.m_bytes))
{ }

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{ }

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = deepCopy(other.m_bytes);
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

bool Secret::isEmpty() const
{
    return m_bytes.isEmpty();
}

QByteArray Secret::reveal() const
{
    // Not shared: wiping would detach from a shared array and leave the bytes there.
    return deepCopy(m_bytes);
}

void Secret::wipe()
{
    if (m_bytes.isDetached())
        wipeBytes(m_bytes.data(), m_bytes.capacity());
    m_bytes.clear();
}

} // namespace lynceus
