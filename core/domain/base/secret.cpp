#include "core/domain/base/secret.h"

#include <utility>

namespace lynceus {

void wipeBytes(char *bytes, qsizetype size)
{
    // A write through volatile is an effect that must stay.
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
    // Shared or literal bytes belong to somebody else as well: those cannot be wiped from here.
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
    // Never shared: wiping would detach from a shared array and leave the bytes behind.
    return deepCopy(m_bytes);
}

void Secret::wipe()
{
    if (m_bytes.isDetached())
        wipeBytes(m_bytes.data(), m_bytes.capacity());
    m_bytes.clear();
}

} // namespace lynceus
