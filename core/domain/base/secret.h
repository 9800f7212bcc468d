#pragma once

#include <QByteArray>

namespace lynceus {

/// A token or password. Cannot be streamed, printed, converted or compared by accident, and wipes its bytes on
/// destruction. Copies share no memory, so that wiping one is complete.
class Secret final
{
public:
    Secret() = default;
    /// Takes over the bytes; wipes the caller's array if it is not shared.
    explicit Secret(QByteArray &&bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool operator==(const Secret &) const = delete;

    [[nodiscard]] bool isEmpty() const;

    /// The bytes, for the code that writes them to the network or the keychain. The name makes uses easy to search for.
    [[nodiscard]] QByteArray reveal() const;

private:
    void wipe();

    QByteArray m_bytes;
};

/// Overwrites memory in a way that the compiler may not remove.
void wipeBytes(char *bytes, qsizetype size);

} // namespace lynceus
