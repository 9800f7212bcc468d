#pragma once

#include <QByteArray>

namespace lynceus {

/// A token or password. It cannot be streamed, printed, converted or compared by accident, and wipes
/// its bytes when it goes. Copies share nothing, so that wiping one leaves no other behind.
class Secret final
{
public:
    Secret() = default;
    /// Takes the bytes over; the caller's array is wiped if nobody else shares it.
    explicit Secret(QByteArray &&bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool operator==(const Secret &) const = delete;

    [[nodiscard]] bool isEmpty() const;

    /// The bytes, for the one place that writes them to the wire or the keychain.
    /// The name is meant to be found by a search.
    [[nodiscard]] QByteArray reveal() const;

private:
    void wipe();

    QByteArray m_bytes;
};

/// Overwrites memory in a way that the compiler may not remove.
void wipeBytes(char *bytes, qsizetype size);

} // namespace lynceus
